import SessionLog

extension State {
  /// What is due or runs out for the client of a visit, in a few words; nothing where nothing is.
  func dueMark(of session: Session, at now: Moment) -> String? { nil }
}
