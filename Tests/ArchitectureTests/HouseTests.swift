import Foundation
import Testing

@Suite("The house")
struct HouseTests {
  @Test("shows five things at its top level")
  func topLevel() throws {
    let visible = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path)
      .filter { !$0.hasPrefix(".") }
    // Package.resolved is made by building; git ignores it.
    #expect(
      Set(visible).subtracting(["Package.resolved"])
        == ["Package.swift", "README.md", "Sources", "Tests", "Themes"])
  }

  @Test("has no file too long to hold one idea")
  func lengths() throws {
    for file in try SourceTree.files() {
      let count = file.text.lines(.everything).count
      #expect(count <= 400, "\(file.path): \(count) lines")
    }
  }

  @Test("has sources to look at")
  func sources() throws {
    #expect(try SourceTree.files().contains { $0.target == "Billing" })
  }
}
