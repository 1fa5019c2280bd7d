import Foundation

/// A person's home for one test: folders of its own, which go with it, and the environment of one
/// who lives there and has `unitclock` on the path.
final class Home: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "unitclock-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  var environment: [String: String] {
    // The tests' own executable lies beside the program's.
    let built = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent()
    return [
      "HOME": folder.path,
      "LANG": "C.UTF-8",
      "PATH": "\(built.path):/usr/local/bin:/usr/bin:/bin",
      "TZ": "America/New_York",
      "XDG_CONFIG_HOME": folder.appending(path: "config").path,
      "XDG_DATA_HOME": folder.appending(path: "data").path,
    ]
  }

  func contents(of name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Runs `unitclock` without a terminal.
  func unitclock(_ arguments: String...) async throws -> Answer {
    try await unitclock(arguments)
  }

  func unitclock(_ arguments: [String]) async throws -> Answer {
    try await Answer(of: "unitclock", arguments, in: environment)
  }
}
