import Foundation
import Glibc

/// The XDG base directories.
enum BaseFolder {
  /// The path of `name` in the folder that a variable names, or else in one below the home.
  ///
  /// A variable counts only where it is a full path, as the XDG specification has it.
  static func path(of name: String, in variable: String, orBelowHome folder: String) -> String {
    let base =
      self.folder(in: variable) ?? home.appending(path: folder, directoryHint: .isDirectory)
    return base.appending(path: name).path
  }

  /// The folder of the files that a person edits: `$XDG_CONFIG_HOME/unitclock`.
  static var settings: String {
    path(of: "unitclock", in: "XDG_CONFIG_HOME", orBelowHome: ".config")
  }

  /// The home that `HOME` names, as a person may set it for one run; else the user's own.
  private static var home: URL { folder(in: "HOME") ?? URL.homeDirectory }

  /// The folder that a variable names, where it is a full path.
  private static func folder(in variable: String) -> URL? {
    environment(variable).flatMap {
      $0.hasPrefix("/") ? URL(filePath: $0, directoryHint: .isDirectory) : nil
    }
  }
}

/// A variable of the environment; nothing where it is empty, which says as little as its absence.
func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}
