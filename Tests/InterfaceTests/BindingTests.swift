import Foundation
import Interface
import Screen
import Testing

@Suite("One table for commands")
struct BindingTests {
  @Test("no screen has a key twice", arguments: Scene.allCases)
  func keysAreUnique(scene: Scene) {
    let keys = Keymap.standard.bindings(in: scene).flatMap(\.keys)
    for key in Set(keys) { #expect(keys.count { $0 == key } == 1, "\(key.label)") }
  }

  @Test("every command has its row, with words and a way to it", arguments: Command.allCases)
  func everyCommand(command: Command) throws {
    let rows = Binding.all.filter { $0.command == command }
    #expect(rows.count == 1)
    let row = try #require(rows.first)
    #expect(!row.name.isEmpty && !row.help.isEmpty)
    #expect(!row.scenes.isEmpty)
    // What has no key is found in the palette, which asks for a name alone.
    #expect(!row.keys.isEmpty || row.keyLabel.hasPrefix(":"))
  }

  @Test("a key does what its row says", arguments: Scene.allCases)
  func dispatch(scene: Scene) {
    for row in Keymap.standard.bindings(in: scene) {
      for key in row.keys { #expect(Keymap.standard.command(for: key, in: scene) == row.command) }
    }
  }

  @Test("help, palette, and a way back or out are on every screen", arguments: Scene.allCases)
  func everyScene(scene: Scene) {
    let commands = Set(Keymap.standard.bindings(in: scene).map(\.command))
    #expect(commands.isSuperset(of: [.help, .palette, .leave]))
  }

  @Test("the palette finds every command by its name", arguments: Scene.allCases)
  func palette(scene: Scene) throws {
    let ways: [Scene: String] = [
      .sessions: "", .session: Script.visit, .summary: Script.visit + "s",
      .audit: Script.visit + "A",
    ]
    for row in Keymap.standard.bindings(in: scene)
    where row.command != .palette && row.command != .toggle {
      let script = try Script("\(ways[scene] ?? "") : \"\(row.name)\"")
      #expect(script.shows(row.name, 80, 40))
    }
  }

  @Test func `the key bar never shows half an item`() throws {
    for columns in 40...120 {
      let script = try Script(Script.visit)
      let bar = try #require(script.screen(columns, 24).text.last)
      #expect(!bar.contains("…"))
    }
  }

  /// `| key | does |` in the README, back and forth.
  @Test func `the README's table of keys is the one of the session screen`() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../README.md").standardized
    let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
    let head = try #require(lines.firstIndex(of: "| key | does |"))
    let written = lines[(head + 2)...].prefix { $0.hasPrefix("|") }
    let rows = Keymap.standard.bindings(in: .session).filter { !$0.keyLabel.isEmpty }
      .map { "| `\($0.keyLabel)` | \($0.help) |" }
    #expect(
      Array(written) == rows,
      "README.md should have:\n\(rows.joined(separator: "\n"))")
  }
}
