import Foundation

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

  /// The home that `HOME` names, as a person may set it for one run; else the user's own.
  private static var home: URL { folder(in: "HOME") ?? URL.homeDirectory }

  /// The folder that a variable names, where it is a full path.
  private static func folder(in variable: String) -> URL? {
    ProcessInfo.processInfo.environment[variable].flatMap {
      $0.hasPrefix("/") ? URL(filePath: $0, directoryHint: .isDirectory) : nil
    }
  }
}
