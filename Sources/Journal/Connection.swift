import Foundation
import GRDB

extension Configuration {
  /// For the one program that writes.
  static var writing: Configuration { writing(marking: JournalFile.applicationID) }

  /// For the one program that writes, in a file that bears this mark.
  static func writing(marking mark: UInt32) -> Configuration {
    var configuration = Configuration()
    // A reader may hold the file for a moment while it tidies up after a crash.
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      // Marked in the file itself, before anything goes to the log beside it: a crash leaves a file
      // that is known as ours.
      if try Int.fetchOne(db, sql: "PRAGMA page_count") == 0 {
        try db.execute(sql: "PRAGMA application_id = \(mark)")
      }
      // GRDB's own way to ask for WAL lowers `synchronous` to NORMAL, which may lose the last
      // commits at power loss.
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "PRAGMA synchronous = FULL")
      guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
        throw DatabaseError(message: "the disk cannot be told to keep what is written")
      }
    }
    return configuration
  }

  /// For those who look on.
  static var reading: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    return configuration
  }
}
