import Interface
import Screen
import Testing

@Suite("The palette")
struct PaletteTests {
  /// The names that stand in the palette, the first at the top.
  private func found(_ words: String) throws -> [String] {
    let script = try Script(words)
    let rows = script.screen(80, 60).text
    guard let top = rows.firstIndex(where: { $0.contains(" Command ─") }) else { return [] }
    return rows[(top + 3)...].prefix { $0.contains("│") }
      .map { row in
        let inside = row.drop { $0 != "│" }.dropFirst().prefix { $0 != "│" }
        return inside.dropFirst(3).prefix(31).split(separator: " ").joined(separator: " ")
      }
  }

  /// A second formulation of what is found: the letters stand in the name in their order.
  private func isSubsequence(_ letters: String, of name: String) -> Bool {
    var rest = Substring(letters.lowercased().filter { $0 != " " })
    for character in name.lowercased() where character == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  @Test("finds by letters in their order", arguments: ["se", "ns", "fts", "bd", "sum", "cl p"])
  func letters(typed: String) throws {
    let names = try found(Script.visit + ": \"\(typed)\"")
    let all = Keymap.standard.bindings(in: .session).filter {
      $0.command != .palette && $0.command != .toggle
    }
    let expected = all.filter { isSubsequence(typed, of: $0.name) }.map(\.name)
    #expect(Set(names).isSuperset(of: expected.prefix(12)))
    // Those found by their name stand before those found by their help.
    #expect(Set(names.prefix(expected.count)) == Set(expected.prefix(12)))
  }

  @Test func `the beginnings of words count most`() throws {
    #expect(try found(Script.visit + ": nws").first == "new session")
    #expect(try found(Script.visit + ": fts").first == "forgot to switch")
    #expect(try found(Script.visit + ": und").first == "undo")
    #expect(try found(Script.visit + ": bd").first == "big digits")
  }

  @Test func `words of the help find what the name does not say`() throws {
    #expect(try found(Script.visit + ": \"no-show\"").first == "did not take place")
  }

  @Test func `with nothing typed what was used last comes first, over restarts too`() throws {
    let words = Script.visit + ": count <enter> : \"say how\" <enter> "
    #expect(try found(words + ":").prefix(2) == ["say how it stands", "countdown on or off"])
    var again = try Script(words).startedAnew()
    try again.type("<enter> :")
    #expect(again.shows("▸ say how it stands", 80, 60))
  }

  @Test func `what was used last stands once, and the rest as in the help`() throws {
    let names = try found(Script.visit + ": count <enter> : say <enter> : count <enter> :")
    #expect(names.prefix(2) == ["countdown on or off", "say how it stands"])
    #expect(Set(names).count == names.count)
  }

  @Test func `what nothing matches is told and stays`() throws {
    let script = try Script(Script.visit + ": qqqq <enter>")
    #expect(script.shows("Error: no command matches “qqqq”."))
    #expect(script.typed == "qqqq")
  }
}
