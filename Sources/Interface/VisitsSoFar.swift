import Billing
import SessionLog

extension State {
  /// The visits of a client: those of the journal's index, and those at hand, which are newer.
  func visitsSoFar(of key: ClientKey) -> [PastVisit] {
    let atHand = logbook.sessions.values.filter { $0.visit.recordKey == key }.map(PastVisit.init)
    // One at hand may be another client's by now: what the index had of it is old all the same.
    return (history[key] ?? []).filter { logbook.sessions[$0.session] == nil } + atHand
  }

  /// What is due or runs out for the client of a visit, on its day.
  func dues(of session: Session) -> [Due] {
    let (visit, key) = (session.visit, session.visit.recordKey)
    let record =
      logbook.clients[key] ?? ClientRecord(client: visit.client, discipline: visit.discipline)
    return SessionLog.dues(of: record, visits: visitsSoFar(of: key), on: visit.date)
  }
}
