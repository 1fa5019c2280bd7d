import ArgumentParser
import Billing
import Foundation
import Journal
import Paperwork
import SessionLog

/// `--journal`, as every command that reads the log takes it.
struct JournalOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Another journal than $XDG_DATA_HOME/unitclock/journal.sqlite.", valueName: "path"))
  var journal: String?

  func validate() throws {
    guard journal != "" else { throw ValidationError("--journal needs a path.") }
  }

  /// Where the journal lies: as the option says, or `UNITCLOCK_JOURNAL`, or the XDG base
  /// directories.
  ///
  /// Always a full path: SQLite has names of its own, such as `:memory:`, which are files here.
  var path: String {
    if let path = journal ?? environment("UNITCLOCK_JOURNAL") {
      return path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    }
    return BaseFolder.path(
      of: "unitclock/journal.sqlite", in: "XDG_DATA_HOME", orBelowHome: ".local/share")
  }

  /// The tables that bills are made with, those imported beside the journal first.
  var tables: Tables {
    get throws { try LoadedTables.load(beside: path).tables }
  }

  /// The sessions of a selection, read beside whoever writes.
  func logbook(of selection: Selection) throws -> Logbook {
    let journal = try Journal.openForReading(at: path)
    defer { journal.close() }
    return try Logbook(replaying: journal.entries(of: selection), tables: tables)
  }

  /// A session and all that its day's bill is made of.
  func session(numbered number: Int64) throws -> (session: Session, logbook: Logbook) {
    let id = SessionID(rawValue: number)
    let logbook = try logbook(of: .session(id))
    guard let session = logbook.sessions[id] else {
      throw Failure.refused(
        "There is no session \(number) in \(path.visible). `unitclock sessions` lists them.")
    }
    return (session, logbook)
  }
}
