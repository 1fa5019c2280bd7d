import Foundation

/// The repository that these tests stand in.
enum SourceTree {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folders of `Sources`, which are the targets.
  static func targets() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Sources").path))
  }

  /// Every Swift file below `Sources`, in the order of their paths.
  static func files() throws -> [SourceFile] {
    try read.get()
  }

  private static let read = Result {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: "Sources").path)
      .filter { $0.hasSuffix(".swift") }
      .sorted()
      .map { try SourceFile(path: "Sources/" + $0, below: root) }
  }
}

struct SourceFile {
  /// From the root of the repository.
  let path: String
  let text: SourceText

  init(path: String, below root: URL) throws {
    self.path = path
    text = SourceText(try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }

  var target: String {
    String(path.split(separator: "/")[1])
  }

  /// Where a pattern stands, as `path:line`.
  func places(of pattern: Regex<some Any>, in view: SourceText.View) -> [String] {
    zip(1..., text.lines(view)).filter { $1.contains(pattern) }.map { "\(path):\($0.0)" }
  }
}
