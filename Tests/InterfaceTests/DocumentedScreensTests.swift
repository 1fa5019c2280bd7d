import Foundation
import Testing

/// The walk through the screens in README: every picture is one of those that are kept.
@Suite struct DocumentedScreensTests {
  /// A picture in README, between `<!-- screen: name -->` and the end of its block.
  struct Documented: CustomTestStringConvertible {
    let name: String
    let lines: [String]

    var testDescription: String { name }
  }

  @Test func `README walks through the program`() throws {
    #expect(try Self.documented().count >= 20)
  }

  @Test("a picture in README is the screen as it is")
  func picture() throws {
    for screen in try Self.documented() {
      let kept = Self.tests.appending(path: "Screens/\(screen.name).txt")
      let picture = try String(contentsOf: kept, encoding: .utf8)
        .components(separatedBy: "\n").prefix { !$0.hasPrefix("──── roles") }
      #expect(screen.lines == Self.withoutEmptyLines(Array(picture)), "\(screen.name)")
    }
  }

  /// README leaves out the empty lines of a screen.
  private static func withoutEmptyLines(_ lines: [String]) -> [String] {
    lines.filter { !$0.allSatisfy(\.isWhitespace) }
  }

  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()

  private static func documented() throws -> [Documented] {
    let file = tests.appending(path: "../../README.md").standardized
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    return lines.indices.compactMap { index in
      guard let name = lines[index].firstMatch(of: /^<!-- screen: ([a-z0-9-]+) -->$/)?.1 else {
        return nil
      }
      let picture = lines[(index + 2)...].prefix { $0 != "```" }
      return Documented(name: String(name), lines: withoutEmptyLines(Array(picture)))
    }
  }
}
