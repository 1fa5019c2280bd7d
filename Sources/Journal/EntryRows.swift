import Billing
import Foundation
import GRDB
import SessionLog

/// Entries as rows: how they are written, and how they are read again.
enum EntryRows {
  /// The text that an entry's kind is stored as: keys in order, so that the same entry is the same
  /// bytes.
  static func text(of kind: Entry.Kind) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(kind), as: UTF8.self)
  }

  /// Writes a draft and gives it its number.
  static func insert(_ draft: Draft, about sessions: [SessionID], into db: Database) throws -> Entry
  {
    let moment = draft.moment
    try db.execute(
      sql: """
        INSERT INTO entries
          (wall, steady, awake, boot, utc_offset, local_day, author, name, kind, reason)
        VALUES
          (:wall, :steady, :awake, :boot, :offset, :day, :author,
           (SELECT key FROM json_each(:kind)), :kind, :reason)
        """,
      arguments: [
        "wall": moment.wall, "steady": moment.steady, "awake": moment.awake, "boot": moment.boot,
        "offset": moment.utcOffset, "day": moment.localDay.description, "author": draft.author,
        "kind": try text(of: draft.kind), "reason": draft.reason,
      ])
    let id = EntryID(rawValue: db.lastInsertedRowID)
    for (position, session) in sessions.enumerated() {
      try db.execute(
        sql: "INSERT INTO entry_sessions (entry, position, session) VALUES (?, ?, ?)",
        arguments: [id.rawValue, position, session.rawValue])
    }
    let entry = Entry(
      id: id, sessions: sessions, moment: moment, author: draft.author, kind: draft.kind,
      reason: draft.reason)
    // What could not be read again is not written.
    try entry.requirePossible()
    return entry
  }

  static func fetch(_ selection: Selection, from db: Database) throws -> [Entry] {
    guard let condition = selection.condition else {
      return try fetch(where: "TRUE", [], from: db)
    }
    return try fetch(where: condition.sql, condition.arguments, from: db)
  }

  /// All entries that name this session.
  static func fetch(about session: SessionID, from db: Database) throws -> [Entry] {
    try fetch(
      where: "entries.id IN (SELECT entry FROM entry_sessions WHERE session = ?)",
      [session.rawValue], from: db)
  }

  /// The latest records of a client, one for each discipline.
  static func fetch(recordsOf client: String, from db: Database) throws -> [Entry] {
    try fetch(
      where: "entries.id IN (SELECT entry FROM clients WHERE client = ?)", [client], from: db)
  }

  /// Everything that was ever stated of clients.
  static func fetchClients(from db: Database) throws -> [Entry] {
    try fetch(where: "entries.name = 'clientStated'", [], from: db)
  }

  static func fetch(after id: EntryID, from db: Database) throws -> [Entry] {
    try fetch(where: "entries.id > ?", [id.rawValue], from: db)
  }

  private static func fetch(
    where condition: String, _ arguments: StatementArguments, from db: Database
  ) throws -> [Entry] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT entries.*, entry_sessions.session
        FROM entries LEFT JOIN entry_sessions ON entry_sessions.entry = entries.id
        WHERE \(condition)
        ORDER BY entries.id, entry_sessions.position
        """, arguments: arguments)
    let decoder = JSONDecoder()
    var entries: [Entry] = []
    while let row = try rows.next() {
      let id = EntryID(rawValue: row["id"])
      let session = (row["session"] as Int64?).map(SessionID.init(rawValue:))
      if let session, let last = entries.indices.last, entries[last].id == id {
        entries[last].sessions.append(session)
      } else {
        entries.append(try entry(id, about: session, in: row, using: decoder))
      }
    }
    for entry in entries { try requirePossible(entry) }
    return entries
  }

  /// Refuses what another program wrote, before anything is counted with it.
  private static func requirePossible(_ entry: Entry) throws(JournalError) {
    do throws(ImpossibleEntry) {
      try entry.requirePossible()
    } catch {
      throw .unreadable(entry: entry.id, detail: error.reason)
    }
  }

  private static func entry(
    _ id: EntryID, about session: SessionID?, in row: Row, using decoder: JSONDecoder
  ) throws -> Entry {
    guard let day = ServiceDate(row["local_day"] as String) else {
      throw JournalError.unreadable(entry: id, detail: "its day is not in the calendar")
    }
    let kind: Entry.Kind
    do {
      kind = try decoder.decode(Entry.Kind.self, from: Data((row["kind"] as String).utf8))
    } catch {
      throw JournalError.unreadable(
        entry: id, detail: "its kind \(row["name"] as String) is not as this program knows it")
    }
    guard session != nil || kind.mayNameNoSession else {
      throw JournalError.unreadable(entry: id, detail: "it names no session")
    }
    return Entry(
      id: id, sessions: session.map { [$0] } ?? [],
      moment: Moment(
        wall: row["wall"], steady: row["steady"], awake: row["awake"], boot: row["boot"],
        utcOffset: row["utc_offset"], localDay: day),
      author: row["author"], kind: kind, reason: row["reason"])
  }
}

extension Entry.Kind {
  /// Whether it may be about a client alone; every other entry is about a session.
  var mayNameNoSession: Bool {
    if case .clientStated = self { true } else { false }
  }
}
