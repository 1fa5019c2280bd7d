import Billing
import SessionLog

extension State {
  /// The visits of a client: those of the journal's index, and those at hand, which are newer.
  func visitsSoFar(of key: ClientKey) -> [PastVisit] {
    let atHand = logbook.sessions.values.filter { $0.visit.recordKey == key }.map(PastVisit.init)
    let numbers = Set(atHand.map(\.session))
    return (history[key] ?? []).filter { !numbers.contains($0.session) } + atHand
  }

  /// What is due or runs out for the client of a visit, on its day.
  func dues(of session: Session) -> [Due] {
    let key = session.visit.recordKey
    return SessionLog.dues(
      of: logbook.clients[key], visits: visitsSoFar(of: key), on: session.visit.date)
  }
}
