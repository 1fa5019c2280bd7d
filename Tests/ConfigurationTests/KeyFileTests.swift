import Configuration
import Testing

@Suite("keys.yaml")
struct KeyFileTests {
  private func file(_ text: String) throws -> KeyFile? {
    let folder = try Folder()
    try folder.write(text, to: "keys.yaml")
    return try KeyFile.load(userFolder: folder.path)
  }

  @Test func `a command has a key, several, or none`() throws {
    let file = try #require(
      try file("lock: Z\nforgot to switch: [F, F2]\nredo: []\nundo:\nhelp: ['?', ':']\n"))
    #expect(
      file.entries.map { [$0.command.text] + $0.keys.map(\.text) } == [
        ["lock", "Z"], ["forgot to switch", "F", "F2"], ["redo"], ["undo"], ["help", "?", ":"],
      ])
  }

  @Test func `a mistake that others find is told with its place`() throws {
    let file = try #require(try file("lock: Z\n\nundo: [F, 'Ctrl-X']\n"))
    let told = file.mistake(at: file.entries[1].keys[1], "No.").description
    #expect(told.hasSuffix("keys.yaml:3:11: No."))
    #expect(file.mistake(at: file.entries[1].command, "No.").line == 3)
  }

  @Test(
    "what is no list of keys is told",
    arguments: [
      ("lock: {a: b}", ":1:7: One word or text was expected here."),
      ("lock: [[a]]", ":1:8: One word or text was expected here."),
      ("- lock", ":1:1: Names with values were expected here."),
      ("lock: a\nlock: b", "“lock” stands twice"),
      ("lock: ]", "This is no YAML"),
    ])
  func mistakes(text: String, words: String) throws {
    let error = #expect(throws: ConfigurationError.self) { _ = try file(text) }
    let told = try #require(error).description
    #expect(told.contains("keys.yaml:") && told.contains(words), "\(told)")
  }

  @Test("no file, or an empty one, changes no key", arguments: ["", "# nothing yet\n"])
  func empty(text: String) throws {
    #expect(try file(text) == nil)
    #expect(try KeyFile.load(userFolder: Folder().path) == nil)
    #expect(try KeyFile.load(userFolder: nil) == nil)
  }
}
