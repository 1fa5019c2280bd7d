package import Billing
import GRDB
package import SessionLog

/// Which entries to read: whole days, as the sessions of one day bear on one another's bills and
/// overlaps; of a client's year, which bears on a yearly threshold, the client's own sessions.
package enum Selection: Hashable, Sendable {
  case everything
  /// What the program opens with: the sessions of this day, and those of any day that are not
  /// signed.
  case current(on: ServiceDate)
  /// The sessions of a date of service.
  case day(ServiceDate)
  /// The days on which this client was seen.
  case client(String)
  /// The day of this session, and its client's sessions of that calendar year.
  case session(SessionID)
  /// This client's sessions of a calendar year, without the others of their days.
  case year(of: String, Int)
}

/// A table of the sessions, so that a long history need not be read to find today's.
///
/// It holds nothing of its own: it can be emptied and made again from the entries.
enum SessionIndex {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE sessions (
          id         INTEGER PRIMARY KEY,
          client     TEXT    NOT NULL,
          date       TEXT    NOT NULL,
          discipline TEXT    NOT NULL,
          signed     INTEGER NOT NULL DEFAULT 0 CHECK (signed IN (0, 1))
        ) STRICT;
        CREATE INDEX sessions_by_date ON sessions (date);
        CREATE INDEX sessions_by_client ON sessions (client, date);
        CREATE INDEX sessions_unsigned ON sessions (signed) WHERE signed = 0;
        """)
  }

  /// Takes in one entry, on recording it and on rebuilding alike.
  static func take(_ entry: Entry, in db: Database) throws {
    guard let session = entry.sessions.first else { return }
    switch entry.kind {
    case .opened(let visit):
      try db.execute(
        sql: "INSERT INTO sessions (id, client, date, discipline) VALUES (?, ?, ?, ?)",
        arguments: [
          session.rawValue, visit.clientKey, visit.date.description, visit.discipline.rawValue,
        ])
    case .signed:
      try db.execute(
        sql: "UPDATE sessions SET signed = 1 WHERE id = ?", arguments: [session.rawValue])
    default: break
    }
  }

  static func rebuild(in db: Database) throws {
    try db.execute(sql: "DELETE FROM sessions")
    for entry in try EntryRows.fetch(.everything, from: db) { try take(entry, in: db) }
  }

  /// The next free number of a session.
  static func nextSession(in db: Database) throws -> SessionID {
    let last = try Int64.fetchOne(db, sql: "SELECT MAX(session) FROM entry_sessions") ?? 0
    return SessionID(rawValue: last + 1)
  }

  /// Whether a session has this number.
  static func holds(_ session: SessionID, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM entry_sessions WHERE session = ?)",
      arguments: [session.rawValue]) ?? false
  }
}

extension Selection {
  /// The sessions to begin from, each with whether its whole day is wanted; all sessions where there
  /// is none.
  var seed: (sql: String, arguments: StatementArguments)? {
    switch self {
    case .everything: nil
    case .current(let day):
      // Two searches: SQLite would answer one condition with OR by reading the whole table.
      (
        """
        SELECT id, 1 FROM sessions WHERE date = ?
        UNION SELECT id, 1 FROM sessions WHERE signed = 0
        """, [day.description]
      )
    case .day(let day): ("SELECT id, 1 FROM sessions WHERE date = ?", [day.description])
    case .client(let client):
      ("SELECT id, 1 FROM sessions WHERE client = ?", [Visit.clientKey(of: client)])
    case .session(let session):
      (
        """
        SELECT id, 1 FROM sessions WHERE id = ?
        UNION
        SELECT year.id, 0 FROM sessions AS mine
          JOIN sessions AS year ON year.client = mine.client AND year.date
            BETWEEN substr(mine.date, 1, 4) || '-01-01' AND substr(mine.date, 1, 4) || '-12-31'
          WHERE mine.id = ?
        """, [session.rawValue, session.rawValue]
      )
    case .year(let client, let year):
      (
        "SELECT id, 0 FROM sessions WHERE client = ? AND date BETWEEN ? AND ?",
        [Visit.clientKey(of: client), "\(year)-01-01", "\(year)-12-31"]
      )
    }
  }
}
