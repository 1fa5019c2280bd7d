import Foundation
import GRDB
package import SessionLog

/// Why the journal cannot be opened, read or written: in words that say what happened, what is
/// safe, and what to do.
package enum JournalError: Error, Equatable, Sendable {
  /// There is nothing at the path to read.
  case missing(path: String)
  /// The path names a folder.
  case isFolder(path: String)
  /// The file is something else: no SQLite file, or another program's.
  case foreign(path: String)
  /// A later version of the program has written in it.
  case newer(path: String)
  /// SQLite finds the file malformed.
  case damaged(path: String, detail: String)
  /// What is stored under this number is no entry that this program knows.
  case unreadable(entry: EntryID, detail: String)
  /// Another program writes in it; who and since when, where the lock file tells.
  case inUse(path: String, holder: Holder?)
  /// The file or its folder may be read at most.
  case notWritable(path: String, detail: String)
  /// The file or its folder may not even be read.
  case notReadable(path: String, detail: String)
  /// The disk is full, over its quota, or failing.
  case disk(path: String, detail: String)
  /// The entry names a session that the journal does not have, or none.
  case unknownSession(SessionID?)
  /// Anything else that SQLite may say.
  case other(path: String, detail: String)

  /// Who holds the writer's lock.
  package struct Holder: Equatable, Sendable {
    /// The number of the process.
    package var process: Int32
    /// Since when, in milliseconds since 1970-01-01 00:00 UTC.
    package var since: Int64

    package init(process: Int32, since: Int64) {
      self.process = process
      self.since = since
    }
  }
}

extension JournalError {
  /// What a command ends with: 65 for a file that holds the wrong thing, 74 where the disk fails,
  /// else 1.
  package var exitCode: Int32 {
    switch self {
    case .foreign, .damaged, .unreadable: 65
    case .disk: 74
    default: 1
    }
  }
}

extension JournalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let path):
      """
      There is no journal at \(path). \
      Start unitclock to begin one, or name another with --journal.
      """
    case .isFolder(let path):
      "\(path) is a folder, not a journal. Name a file in it with --journal."
    case .foreign(let path):
      """
      \(path) is not a unitclock journal. It was left as it is. \
      Name the journal with --journal, or a new file to begin one.
      """
    case .newer(let path):
      """
      The journal \(path) was written by a newer unitclock. \
      It was left as it is, and nothing is lost. Open it with that version.
      """
    case .damaged(let path, let detail):
      """
      The journal \(path) is damaged (\(detail)). It was left as it is. \
      Copy the file and those beside it away before anything else, then go back to a backup.
      """
    case .unreadable(let entry, let detail):
      """
      Entry \(entry.rawValue) of the journal cannot be read: \(detail). Nothing was changed. \
      Keep a copy of the file, then go back to a backup.
      """
    case .inUse(let path, let holder):
      """
      The journal \(path) is open in another unitclock\
      \(holder.map { " (process \($0.process))" } ?? ""). Its clocks go on. Go back to that one, or look at the journal without writing.
      """
    case .notWritable(let path, let detail):
      """
      The journal \(path) cannot be written: \(detail). What it holds is safe. \
      Give yourself the right to write to the file and its folder, or name another with --journal.
      """
    case .notReadable(let path, let detail):
      """
      The journal \(path) cannot be opened: \(detail). Nothing was changed. \
      Check the path and your right to read the file and its folder.
      """
    case .disk(let path, let detail):
      """
      The disk would not take it (\(detail)): \(path). \
      What was recorded before is safe; this was not recorded. Make room on the disk, then do it again.
      """
    case .unknownSession(let session):
      session.map {
        "The entry names session \($0.rawValue), which is not in the journal. It was not recorded."
      } ?? "The entry names no session. It was not recorded."
    case .other(let path, let detail):
      "The journal \(path) could not be used: \(detail). Nothing was changed. Try again."
    }
  }
}

extension JournalError {
  /// Reads what SQLite says as what it means for the journal at `path`.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as JournalError: self = error
    case let error as DatabaseError: self.init(error, path: path)
    default: self = .other(path: path, detail: "\(error)")
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? "\(error.resultCode)"
    self =
      switch error.resultCode {
      // The header was read before SQLite was: what is ours and no database is damaged.
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(path: path, detail: detail)
      // A file limit or a quota comes as an input/output error, a full disk as "full".
      case .SQLITE_FULL, .SQLITE_IOERR: .disk(path: path, detail: detail)
      case .SQLITE_READONLY: .notWritable(path: path, detail: detail)
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .notReadable(path: path, detail: detail)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .inUse(path: path, holder: nil)
      default: .other(path: path, detail: detail)
      }
  }
}
