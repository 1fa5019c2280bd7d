import Billing
import Interface
import SessionLog

/// What a journal would answer, told from the list of entries.
extension Script {
  func recalled(_ client: ClientKey) -> Message {
    var latest: [Discipline: Entry] = [:]
    for entry in journal {
      if case .clientStated(let record) = entry.kind, record.key.client == client.client {
        latest[record.discipline] = entry
      }
    }
    let visits = visits().filter { $0.key == client }
    return .recalled(client, records: latest.values.sorted { $0.id < $1.id }, visits: visits)
  }

  func found(_ query: VisitQuery) -> [PastVisit] {
    Array(visits().filter { query.asks(for: $0) }.prefix(query.limit))
  }

  /// All entries of a session, and of those that share one with it.
  func fetched(_ session: SessionID) -> [Entry] {
    var wanted: Set = [session]
    var count = 0
    while count < wanted.count {
      count = wanted.count
      for entry in journal where !wanted.isDisjoint(with: entry.sessions) {
        wanted.formUnion(entry.sessions)
      }
    }
    return journal.filter { !wanted.isDisjoint(with: $0.sessions) }
  }

  /// Every visit that the journal tells of, the latest first.
  func visits() -> [PastVisit] {
    guard let logbook = try? Logbook(replaying: journal) else { return [] }
    return logbook.sessions.values.map(PastVisit.init)
      .sorted { ($0.date, $0.session) > ($1.date, $1.session) }
  }
}

extension PastVisit {
  var key: ClientKey { ClientKey(client: client, discipline: discipline) }
}

extension VisitQuery {
  /// Whether every condition that is given holds for a visit.
  func asks(for visit: PastVisit) -> Bool {
    let texts = [visit.client, visit.payer ?? ""].map { $0.lowercased() }
    return words.allSatisfy { word in texts.contains { $0.contains(word.lowercased()) } }
      && codes.allSatisfy(visit.codes.contains)
      && (from.map { $0 <= visit.date } ?? true) && (through.map { visit.date <= $0 } ?? true)
      && (standing.map { $0 == visit.standing } ?? true)
  }
}

extension Entry.Kind {
  var isOpening: Bool { if case .opened = self { true } else { false } }
}
