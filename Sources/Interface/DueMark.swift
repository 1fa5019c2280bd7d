import SessionLog

extension State {
  /// What is due or runs out for the client of a visit, in a few characters: all of it, then shorter
  /// words; nothing where nothing is, or the visit wants nothing any more.
  func dueMarks(of session: Session) -> [String] {
    guard !session.isClosed else { return [] }
    let marks = dues(of: session).map(\.mark)
    switch marks.count {
    case 0: return []
    case 1: return [marks[0], "due"]
    default: return [marks.joined(separator: ", "), "\(marks.count) due"]
    }
  }

  /// The same in sentences.
  func dueWords(of session: Session) -> [String] {
    session.isClosed ? [] : dues(of: session).map(\.message)
  }
}
