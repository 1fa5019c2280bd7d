import CustomDump
import Foundation
import Screen
import Testing

/// Compares a screen with the picture that is kept of it: the characters, then the same grid in
/// letters for what they mean.
///
/// `RECORD_SCREENS=1` writes the pictures anew, and fails, so that nobody does so unseen.
func expectScreen(
  named name: String, _ canvas: Canvas, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Screens")
  let file = folder.appending(path: "\(name).txt")
  let picture = canvas.picture
  if ProcessInfo.processInfo.environment["RECORD_SCREENS"] != nil {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
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
