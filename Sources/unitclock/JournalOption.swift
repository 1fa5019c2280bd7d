import ArgumentParser
import Foundation
import Journal
import SessionLog

/// `--journal`, as every command that reads the log takes it.
struct JournalOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Another journal than $XDG_DATA_HOME/unitclock/journal.sqlite.", valueName: "path"))
  var journal: String?

  /// Where the journal lies: as the option says, or `UNITCLOCK_JOURNAL`, or the XDG base directories.
  var path: String {
    let environment = ProcessInfo.processInfo.environment
    if let path = journal ?? environment["UNITCLOCK_JOURNAL"], !path.isEmpty { return path }
    return Self.folder(environment).appending(path: "unitclock/journal.sqlite").path
  }

  /// The sessions of a selection, read beside whoever writes.
  func logbook(of selection: Selection) throws -> Logbook {
    let journal = try Journal.openForReading(at: path)
    defer { journal.close() }
    return try Logbook(replaying: journal.entries(of: selection))
  }

  /// `$XDG_DATA_HOME`, which counts only where it is a full path, or its default.
  private static func folder(_ environment: [String: String]) -> URL {
    if let folder = environment["XDG_DATA_HOME"], folder.hasPrefix("/") {
      return URL(filePath: folder, directoryHint: .isDirectory)
    }
    return URL.homeDirectory.appending(path: ".local/share", directoryHint: .isDirectory)
  }
}
