package import Billing
import GRDB
package import SessionLog

/// Which entries to read: whole days, as the sessions of one day bear on one another's bills and
/// overlaps; of a client's year, which bears on a yearly threshold, the client's own sessions.
///
/// With the sessions come the latest records of their clients.
package enum Selection: Hashable, Sendable {
  case everything
  /// What the program opens with: the sessions of this day, and those of any day that are open or
  /// planned.
  case current(on: ServiceDate)
  /// The sessions of a date of service.
  case day(ServiceDate)
  /// The days on which this client was seen.
  case client(String)
  /// The day of this session, and its client's sessions of that calendar year.
  case session(SessionID)
  /// This session and those that are billed with it: to show it once more.
  case one(SessionID)
  /// This client's sessions of a calendar year, without the others of their days.
  case year(of: String, Int)
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
        UNION SELECT id, 1 FROM sessions WHERE standing = 'open'
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
    case .one(let session):
      (
        """
        SELECT billed.id, 0 FROM sessions AS mine
          JOIN sessions AS billed ON billed.client = mine.client AND billed.date = mine.date
            AND billed.discipline = mine.discipline
          WHERE mine.id = ?
        """, [session.rawValue]
      )
    case .year(let client, let year):
      (
        "SELECT id, 0 FROM sessions WHERE client = ? AND date BETWEEN ? AND ?",
        [Visit.clientKey(of: client), "\(year)-01-01", "\(year)-12-31"]
      )
    }
  }

  /// Sessions, where wanted their whole days, then whatever an entry ties to them: a clock that was
  /// stopped from another day's session.
  ///
  /// At last what is known of their clients.
  var condition: (sql: String, arguments: StatementArguments)? {
    guard let seed else { return nil }
    let sql = """
      entries.id IN (
        WITH RECURSIVE wanted (id, wholeDay) AS (
          \(seed.sql)
          UNION
          SELECT sameDay.id, 1 FROM wanted
            JOIN sessions ON sessions.id = wanted.id
            JOIN sessions AS sameDay ON sameDay.date = sessions.date
            WHERE wanted.wholeDay
          UNION
          SELECT tied.session, wanted.wholeDay FROM wanted
            JOIN entry_sessions AS mine ON mine.session = wanted.id
            JOIN entry_sessions AS tied ON tied.entry = mine.entry
        )
        SELECT entry FROM entry_sessions WHERE session IN (SELECT id FROM wanted)
        UNION
        SELECT clients.entry FROM wanted
          JOIN sessions ON sessions.id = wanted.id
          JOIN clients ON clients.client = sessions.client)
      """
    return (sql, seed.arguments)
  }
}
