import Configuration
import CustomDump
import Foundation
import Screen
import Testing

/// Compares a screen with the pictures that are kept of it.
///
/// One has the characters, then the same grid in letters for what they mean; below `Looks` one for
/// each of two themes has what a terminal gets for it. Every character must have a look-alike in
/// ASCII.
///
/// `RECORD_SCREENS=1` writes the pictures anew, and fails, so that nobody does so unseen.
func expectScreen(
  named name: String, _ canvas: Canvas, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectPicture(named: name, canvas.picture, sourceLocation)
  for theme in ["Night", "Paper"] {
    let looks = canvas.looks(in: try Themes.load(named: theme, userFolder: nil))
    try expectPicture(named: "Looks/\(theme)/\(name)", looks, sourceLocation)
  }
  let unlike = zip(canvas.cells, canvas.ascii.cells).filter { $1.text == "?" && $0.text != "?" }
  #expect(
    Set(unlike.compactMap(\.0.text)) == [], "these have no look-alike in ASCII",
    sourceLocation: sourceLocation)
}

/// A screen that is kept: its name, and the keys that lead to it.
struct GoldenScreen: CustomTestStringConvertible {
  /// The sizes of nearly every one: the terminal of old, and a generous window.
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)]

  let name: String
  let words: String
  let sizes: [Size]

  var testDescription: String { name }
}

extension GoldenScreen {
  /// One that matters in other sizes too.
  init(_ name: String, _ words: String, also more: (Int, Int)...) {
    self.init(name: name, words: words, sizes: Self.sizes + more.map(Size.init))
  }

  /// One that is of no interest in the usual sizes.
  init(_ name: String, _ words: String, only size: (Int, Int)) {
    self.init(name: name, words: words, sizes: [Size(columns: size.0, rows: size.1)])
  }
}

/// The screen that a script has led to, as ``expectScreen(named:_:sourceLocation:)`` in several sizes.
func expectScreens(
  named name: String, of script: Script, sizes: [Size] = GoldenScreen.sizes,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  for size in sizes {
    try expectScreen(
      named: "\(name)-\(size.columns)x\(size.rows)", script.screen(size.columns, size.rows),
      sourceLocation: sourceLocation)
  }
}

private func expectPicture(
  named name: String, _ picture: String, _ sourceLocation: SourceLocation
) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Screens")
  let file = folder.appending(path: "\(name).txt")
  if ProcessInfo.processInfo.environment["RECORD_SCREENS"] != nil {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(picture.utf8).write(to: file)
    Issue.record("\(name): recorded, not compared", sourceLocation: sourceLocation)
    return
  }
  guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record(
      "\(name): no picture is kept; RECORD_SCREENS=1 records it", sourceLocation: sourceLocation)
    return
  }
  if let difference = diff(kept, picture) {
    Issue.record("\(name) looks otherwise:\n\(difference)", sourceLocation: sourceLocation)
  }
}
