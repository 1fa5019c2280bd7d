import SessionLog

extension State {
  /// What is due or runs out for the client of a visit, in a few characters; nothing where nothing
  /// is, or the visit wants nothing any more.
  func dueMark(of session: Session, at now: Moment) -> String? {
    guard !session.isClosed else { return nil }
    let marks = dues(of: session).map(\.mark)
    return marks.isEmpty ? nil : marks.joined(separator: ", ")
  }

  /// The same in sentences.
  func dueWords(of session: Session, at now: Moment) -> [String] {
    session.isClosed ? [] : dues(of: session).map(\.message)
  }
}
