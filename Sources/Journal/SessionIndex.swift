import Billing
import GRDB
import SessionLog

/// Tables of the sessions and the clients, so that a long history need not be read to find today's.
///
/// They hold nothing of their own: they can be dropped and made again from the entries.
enum SessionIndex {
  /// Makes the tables, in place of those of an earlier version.
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS sessions;
        DROP TABLE IF EXISTS session_words;
        DROP TABLE IF EXISTS session_codes;
        DROP TABLE IF EXISTS clients;

        CREATE TABLE sessions (
          id         INTEGER PRIMARY KEY,
          client     TEXT    NOT NULL,                  -- for comparison
          name       TEXT    NOT NULL,                  -- the same as it was typed
          date       TEXT    NOT NULL,
          discipline TEXT    NOT NULL,
          payer      TEXT,
          words      TEXT    NOT NULL,                  -- what a search looks in
          clinician  TEXT    NOT NULL,
          standing   TEXT    NOT NULL,
          units      INTEGER CHECK (units BETWEEN 0 AND 999),       -- of the day, as signed
          minutes    INTEGER CHECK (minutes BETWEEN 0 AND 99999),   -- the same
          treated    INTEGER NOT NULL CHECK (treated IN (0, 1))
        ) STRICT;
        -- In the order of a search, and with what it looks in: for words that many visits have.
        CREATE INDEX sessions_by_date ON sessions (date, id, words);
        -- For words that few have.
        CREATE INDEX sessions_by_words ON sessions (words, date, id);
        CREATE INDEX sessions_by_client ON sessions (client, date);
        CREATE INDEX sessions_open ON sessions (standing) WHERE standing = 'open';

        CREATE TABLE session_words (words TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

        CREATE TABLE session_codes (
          session  INTEGER NOT NULL,
          position INTEGER NOT NULL,
          code     TEXT    NOT NULL,
          PRIMARY KEY (session, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX session_codes_by_code ON session_codes (code, session);

        CREATE TABLE clients (                          -- the latest record of each
          client     TEXT    NOT NULL,                  -- for comparison
          discipline TEXT    NOT NULL,
          entry      INTEGER NOT NULL,
          PRIMARY KEY (client, discipline)
        ) STRICT, WITHOUT ROWID;
        """)
  }

  /// Takes in an entry that was just recorded.
  static func take(_ entry: Entry, in db: Database) throws {
    switch entry.kind {
    case .clientStated(let record): try take(record, of: entry.id, in: db)
    case .undone, .redone:
      for session in entry.sessions { try read(session, in: db) }
    case .opened(let visit):
      guard let session = entry.sessions.first else { return }
      try VisitRows.save(PastVisit(session, opening: visit), in: db)
    default:
      for session in entry.sessions {
        guard let before = try VisitRows.fetch(session, from: db) else { continue }
        var visit = before
        visit.take(entry)
        if visit != before { try VisitRows.save(visit, in: db) }
      }
    }
  }

  /// Makes every row again from the entries.
  static func rebuild(in db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM sessions; DELETE FROM session_words; DELETE FROM session_codes;
        DELETE FROM clients;
        """)
    // One session after another: a long history has no place in memory.
    let sessions = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT session FROM entry_sessions ORDER BY session")
    for session in sessions { try read(SessionID(rawValue: session), in: db) }
    for entry in try EntryRows.fetchClients(from: db) { try take(entry, in: db) }
  }

  /// Makes the row of one session again from its entries.
  private static func read(_ session: SessionID, in db: Database) throws {
    let entries = try EntryRows.fetch(about: session, from: db)
    if let visit = PastVisit(session, telling: entries) { try VisitRows.save(visit, in: db) }
  }

  private static func take(_ record: ClientRecord, of entry: EntryID, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO clients (client, discipline, entry) VALUES (?, ?, ?)",
      arguments: [record.key.client, record.discipline.rawValue, entry.rawValue])
  }

  /// The next free number of a session.
  static func nextSession(in db: Database) throws -> SessionID {
    let last = try Int64.fetchOne(db, sql: "SELECT MAX(session) FROM entry_sessions") ?? 0
    guard last < SessionID.last.rawValue else {
      throw DatabaseError(message: "no session can be numbered after \(last)")
    }
    return SessionID(rawValue: last + 1)
  }

  /// Whether a session has this number.
  static func holds(_ session: SessionID, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM entry_sessions WHERE session = ?)",
      arguments: [session.rawValue]) ?? false
  }
}
