import Screen
import SessionLog

extension State {
  /// One-on-one with the person before.
  mutating func swapPerson(from session: Session, at now: Moment) -> [Effect] { [] }

  /// The form for a visit that is planned.
  mutating func openPlan(at now: Moment) {}

  /// The form that corrects the particulars of a visit.
  mutating func openCorrection(of session: Session) {}

  mutating func openGroup(of session: Session, at now: Moment) {}

  mutating func openAbsence(of session: Session) {}
}
