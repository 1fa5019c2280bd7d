public import Billing

/// The sessions that a run of entries tells of.
public struct Logbook: Sendable {
  /// The entries in the order of recording.
  public private(set) var entries: [Entry] = []
  public private(set) var sessions: [SessionID: Session] = [:]
  /// What a day's bill is made with; its catalogue tells which codes bind the performer.
  public let tables: Tables
  public var catalog: Catalog { tables.catalog }
  /// What is known of clients: each record as it was stated last.
  public private(set) var clients: [ClientKey: ClientRecord] = [:]
  private var instants: [EntryID: Instant] = [:]

  public init(tables: Tables = .builtIn) { self.tables = tables }

  /// Reads a journal, or the part of one that holds whole sessions.
  ///
  /// - Throws: ``ImpossibleEntry`` with the first entry that cannot have happened.
  public init(
    replaying entries: [Entry], tables: Tables = .builtIn
  ) throws(ImpossibleEntry) {
    self.init(tables: tables)
    var bySession: [SessionID: [Entry]] = [:]
    for entry in entries {
      instants[entry.id] = try instant(of: entry)
      self.entries.append(entry)
      takeClient(of: entry)
      for session in entry.sessions { bySession[session, default: []].append(entry) }
    }
    for (id, entries) in bySession.sorted(by: { $0.key < $1.key }) {
      sessions[id] = try Session(id, replaying: entries, at: instants, catalog: catalog)
    }
  }

  /// Takes one more entry.
  ///
  /// - Throws: ``ImpossibleEntry`` where it cannot have happened; the logbook is then as before.
  public mutating func append(_ entry: Entry) throws(ImpossibleEntry) {
    instants[entry.id] = try instant(of: entry)
    var changed: [SessionID: Session] = [:]
    do throws(ImpossibleEntry) {
      for id in entry.sessions {
        changed[id] = try Session(
          id, replaying: (sessions[id]?.entries ?? []) + [entry], at: instants, catalog: catalog)
      }
    } catch {
      instants[entry.id] = nil
      throw error
    }
    entries.append(entry)
    takeClient(of: entry)
    sessions.merge(changed) { _, new in new }
  }

  /// The logbook as it would be with `draft` recorded; its entry gets the number after the last.
  ///
  /// It refuses what no entry of a session alone can tell too: a switch that is moved to where its
  /// performer was with another client.
  ///
  /// - Throws: ``ImpossibleEntry`` where it cannot happen.
  public func trying(_ draft: Draft) throws(ImpossibleEntry) -> Logbook {
    var trial = self
    let id = EntryID(rawValue: (entries.last?.id.rawValue ?? 0) + 1)
    try trial.append(
      Entry(
        id: id, sessions: draft.sessions, moment: draft.moment, author: draft.author,
        kind: draft.kind, reason: draft.reason))
    try requireRoom(for: draft, as: id)
    return trial
  }

  /// The logbook with further entries of its journal, such as a client's sessions of before; those
  /// that it has already are read once.
  ///
  /// - Throws: ``ImpossibleEntry`` with the first entry that cannot have happened.
  public func including(_ further: [Entry]) throws(ImpossibleEntry) -> Logbook {
    let known = Set(entries.map(\.id))
    let new = further.filter { !known.contains($0.id) }
    guard !new.isEmpty else { return self }
    return try Logbook(
      replaying: (entries + new).sorted { $0.id < $1.id }, tables: tables)
  }

  /// Every record as it was ever stated, those that later ones replaced too.
  public var clientsStated: [ClientRecord] {
    entries.compactMap { entry in
      if case .clientStated(let record) = entry.kind { record } else { nil }
    }
  }

  private mutating func takeClient(of entry: Entry) {
    if case .clientStated(let record) = entry.kind { clients[record.key] = record }
  }

  /// Where a moment stands on the log's axis: so far after the last entry as the clocks say.
  public func instant(of moment: Moment) -> Instant {
    guard let last = entries.last, let instant = instants[last.id] else {
      return Instant(milliseconds: moment.wall)
    }
    return instant.advanced(by: moment.elapsed(since: last.moment))
  }

  /// The same for an entry that is to be taken; refuses one that cannot be, whatever is before it,
  /// and one beyond what the axis can count.
  private func instant(of entry: Entry) throws(ImpossibleEntry) -> Instant {
    try entry.requirePossible()
    let instant = instant(of: entry.moment)
    guard instant.milliseconds <= 8 * WallTime.range.upperBound else {
      throw ImpossibleEntry(entry: entry.id, reason: "no log is as long as its clocks say")
    }
    return instant
  }

  /// The sessions that are billed as one day with `session`, itself included, in the order of
  /// opening.
  public func day(of session: Session) -> [Session] {
    sessions.values.filter { $0.isBilled(with: session) }.sorted { $0.id < $1.id }
  }

  /// The session of the same day that was signed last before `session` is or was: its signature
  /// states a bill that this one's corrects; nothing where none was signed before.
  public func corrects(_ session: Session) -> Session? {
    day(of: session)
      .compactMap { other in other.signing.map { (session: other, signing: $0) } }
      .filter { other in
        other.session.id != session.id && session.signing.map { other.signing < $0 } ?? true
      }
      .max { $0.signing < $1.signing }?.session
  }
}
