import SessionLog

extension State {
  /// How things stand, in one sentence.
  func stateInWords(at now: Moment) -> String { "" }
}
