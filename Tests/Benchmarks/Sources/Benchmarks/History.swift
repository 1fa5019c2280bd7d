import CSQLite
import Foundation

/// Years of signed visits in a journal of version 1, which every later program must read: copies of
/// a visit that the program recorded once, eight intervals each.
struct History {
  static let intervalsPerVisit = 8
  private static let visitsPerDay = 7
  private static let clients = 200

  /// The journal that is copied from: session 1 is open, session 2, its entries 11 to 17, signed.
  private static let fixture = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../JournalTests/Fixtures/visits-1.sql")

  /// Writes a journal with so many visits, the last of them yesterday, and gives its path.
  static func journal(named name: String, visits: Int, in workshop: Workshop) throws -> String {
    let path = workshop.folder.appending(path: "\(name).sqlite").path
    var database: OpaquePointer?
    guard sqlite3_open(path, &database) == SQLITE_OK else { throw POSIXError.current }
    defer { sqlite3_close(database) }
    // The open visit is of a client with a history too.
    let text = try String(contentsOf: fixture, encoding: .utf8)
      .replacing("\"client\":\"KM\"", with: "\"client\":\"C17\"")
    guard sqlite3_exec(database, text + copies(visits), nil, nil, nil) == SQLITE_OK else {
      throw HistoryNotWritten(reason: String(cString: sqlite3_errmsg(database)))
    }
    return path
  }

  /// Copies the signed visit: opened, a code, its minutes; eight times a clock; dismissed, signed.
  private static func copies(_ visits: Int) -> String {
    let clocks = (0..<intervalsPerVisit).flatMap { _ in [14, 15] }
    let steps = ([11, 12, 13] + clocks + [16, 17]).enumerated()
    return """
      BEGIN;
      CREATE TEMP TABLE steps (step, source);
      INSERT INTO steps VALUES \(steps.map { "(\($0), \($1))" }.joined(separator: ", "));
      CREATE TEMP TABLE visits AS
        WITH RECURSIVE number (n) AS (
          SELECT 1 WHERE \(visits) > 0 UNION ALL SELECT n + 1 FROM number WHERE n < \(visits))
        SELECT n, n + 2 AS session, 'C' || (n % \(clients)) AS client,
          date('now', ((n - \(visits)) / \(visitsPerDay) - 1) || ' days') AS day,
          CASE n % 3 WHEN 0 THEN 'Medicare B' WHEN 1 THEN 'Aetna' ELSE 'Cigna' END AS payer
        FROM number;
      INSERT INTO entries
        SELECT (session - 2) * \(steps.count) + step,
          (unixepoch(day) + (14 + n % \(visitsPerDay)) * 3600 + step * 60) * 1000,
          step * 60000, step * 60000, 'boot of ' || day, 0, day, author, name,
          replace(replace(replace(replace(kind,
            '"client":"JT"', '"client":"' || client || '"'),
            '"date":"2026-11-22"', '"date":"' || day || '"'),
            '"sessions":[2]', '"sessions":[' || session || ']'),
            '"name":"Medicare B"', '"name":"' || payer || '"')
        FROM visits, steps JOIN entries ON entries.id = source;
      INSERT INTO entry_sessions
        SELECT (session - 2) * \(steps.count) + step, 0, session FROM visits, steps;
      COMMIT;
      """
  }
}

struct HistoryNotWritten: Error, CustomStringConvertible {
  let reason: String

  var description: String { "the history could not be written: \(reason)" }
}
