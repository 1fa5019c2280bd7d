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

/// The same of a screen in the sizes that it is kept in, each named for its size where there are
/// several.
func expectScreens(
  named name: String, of script: Script, sizes: [Size] = Size.kept,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  for size in sizes {
    let isPlain = sizes.count == 1 && size == Size(columns: 80, rows: 24)
    try expectScreen(
      named: isPlain ? name : "\(name)-\(size.columns)x\(size.rows)",
      script.screen(size.columns, size.rows), sourceLocation: sourceLocation)
  }
}

extension Size {
  /// The sizes in which every screen is kept: the terminal of old, and a generous window.
  static let kept = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)]
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
