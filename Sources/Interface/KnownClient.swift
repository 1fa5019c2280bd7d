import Billing
import SessionLog

/// What is known of a client before a visit begins: from the record, else from the last visit.
struct KnownClient: Hashable {
  var discipline: Discipline
  var payer: String?
  var secondaryPayer: String?
  /// The panes of the last visit, and its day.
  var codes: [ProcedureCode] = []
  var lastVisit: ServiceDate?
}

/// A visit of before, wherever it is known from.
private struct VisitBefore {
  var client: String
  var discipline: Discipline
  var payer: String?
  var secondaryPayer: String?
  var codes: [ProcedureCode]
  var date: ServiceDate
  var session: SessionID

  init(_ session: Session) {
    client = session.visit.client
    discipline = session.visit.discipline
    payer = session.visit.payer.name
    secondaryPayer = session.visit.secondaryPayer?.name
    codes = session.panes.map(\.code)
    date = session.visit.date
    self.session = session.id
  }

  init(_ visit: PastVisit) {
    client = visit.client
    discipline = visit.discipline
    payer = visit.payer
    codes = visit.codes
    date = visit.date
    session = visit.session
  }
}

extension State {
  /// What is known of a client: under one discipline, else under that of the last visit or of the
  /// only record.
  func known(_ client: String, under discipline: Discipline? = nil) -> KnownClient? {
    let key = Visit.clientKey(of: client)
    let visits = visitsBefore.filter { Visit.clientKey(of: $0.client) == key }
    let records = logbook.clients.values.filter { $0.key.client == key }
    let found =
      discipline ?? visits.last?.discipline
      ?? (records.count == 1 ? records.first?.discipline : nil)
    guard let found else { return nil }
    let record = records.first { $0.discipline == found }
    let last = visits.last { $0.discipline == found }
    guard record != nil || last != nil else { return nil }
    let treated = visits.last { $0.discipline == found && !$0.codes.isEmpty }
    return KnownClient(
      discipline: found, payer: record?.payer ?? last?.payer,
      secondaryPayer: record == nil ? last?.secondaryPayer : record?.secondaryPayer,
      codes: treated?.codes ?? [], lastVisit: treated?.date)
  }

  /// The rest of a client's code or initials that begin as typed: of the clients known, the one seen
  /// last; nothing where what was typed names one already.
  func completion(of typed: String) -> String? {
    let start = typed.lowercased()
    guard !start.isEmpty else { return nil }
    let names =
      visitsBefore.reversed().map(\.client) + logbook.clients.values.map(\.client).sorted()
    let matches = names.filter { $0.lowercased().hasPrefix(start) }
    guard !matches.contains(where: { $0.lowercased() == start }) else { return nil }
    return matches.first
  }

  /// The visits that took place or are to, the latest last.
  private var visitsBefore: [VisitBefore] {
    let sessions = logbook.sessions.values.filter { $0.absence == nil }.map { VisitBefore($0) }
    let past = history.values.joined()
      .filter { logbook.sessions[$0.session] == nil && [.open, .signed].contains($0.standing) }
      .map { VisitBefore($0) }
    return (sessions + past).sorted { ($0.date, $0.session) < ($1.date, $1.session) }
  }
}
