import Interface
import Screen
import Testing

@Suite("Keys that a person chose")
struct KeymapTests {
  private func keymap(_ choices: (String, [String])...) throws(KeyMistake) -> Keymap {
    try Keymap(choosing: choices.map { KeyChoice(command: $0.0, keys: $0.1) })
  }

  private func refusal(_ choices: (String, [String])...) throws -> KeyMistake {
    try #require(
      #expect(throws: KeyMistake.self) {
        try Keymap(choosing: choices.map { KeyChoice(command: $0.0, keys: $0.1) })
      })
  }

  @Test(
    "take the place of the program's own, the command named either way",
    arguments: [
      "switch-back", "forgot to switch", "Forgot To Switch",
    ])
  func chosen(name: String) throws {
    let keymap = try keymap((name, ["F", "F2"]))
    #expect(keymap.command(for: .character("F"), in: .session) == .switchBack)
    #expect(keymap.command(for: .function(2), in: .session) == .switchBack)
    #expect(keymap.command(for: .character("b"), in: .session) == nil)
    #expect(keymap.command(for: .character("e"), in: .session) == .intervals)
  }

  @Test func `two commands may change their keys with each other`() throws {
    let keymap = try keymap(("switch-back", ["e"]), ("intervals", ["b"]))
    #expect(keymap.command(for: .character("e"), in: .session) == .switchBack)
    #expect(keymap.command(for: .character("b"), in: .session) == .intervals)
  }

  @Test func `sentences name them`() throws {
    var setup = Script.setup
    setup.keymap = try keymap(
      ("new-session", ["B"]), ("add", ["F"]), ("summary", ["Z"]), ("help", ["H"]), ("plan", []),
      ("intervals", ["F3", "I"]))
    var script = try Script(setup: setup)
    #expect(script.shows("B  begins one") && script.shows("F  then adds a code"))
    #expect(script.shows(": plan") && script.shows("H  shows the keys"))
    try script.type("1")
    #expect(script.notice == "No session yet: B begins one.")
    try script.type("B KM <enter> <enter>")
    #expect(script.shows("F  adds a code") && script.shows("Z  is the summary;  H  shows every"))
    try script.type("F 97110 <enter> 1 +61m <wake>")
    #expect(script.notice.contains("F3 mends it."))
  }

  @Test func `help, key bar and palette show them`() throws {
    var setup = Script.setup
    setup.keymap = try keymap(("summary", ["Z"]), ("redo", []))
    var script = try Script(Script.visit, setup: setup)
    #expect(script.shows("Z summary") && !script.shows("s summary"))
    script.resize(80, 70)
    try script.type("?")
    #expect(script.shows(": redo", 80, 70))
    #expect(script.shows("Z               the summary", 80, 70))
    try script.type("<esc> : summ")
    #expect(script.shows("▸ summary                         Z"))
    try script.type("<esc> Z")
    #expect(script.state.scene == .summary)
  }

  @Test func `one key is not for two commands of a screen, and the other one is named`() throws {
    let mistake = try refusal(("lock", ["x", "e"]))
    #expect(mistake.choice == 0 && mistake.key == 0)
    #expect(
      mistake.message
        == "x is already the key of “other person” (swap-person) on the session screen; "
        + "give that one another key too.")
    #expect(try refusal(("lock", ["s"])).message.hasPrefix("s is already the key of “summary” on"))
  }

  @Test func `the same key may mean two things on two screens`() throws {
    // n is the note of a session, and a new session in the list.
    let keymap = try keymap(("plan", ["t"]))
    #expect(keymap.command(for: .character("t"), in: .sessions) == .plan)
    #expect(keymap.command(for: .character("t"), in: .session) == .time)
  }

  @Test(
    "what means the same everywhere keeps it",
    arguments: [
      "1", "0", "Enter", "esc", "Tab", "Shift-Tab", "Ctrl-C", "Ctrl-Z", "ctrl-m",
    ])
  func fixed(key: String) throws {
    let mistake = try refusal(("lock", [key]))
    #expect(mistake.key == 0)
    #expect(mistake.message.hasSuffix("keeps what it does and cannot be chosen."))
  }

  @Test func `Tab and Enter stay with what they do when other keys are added`() throws {
    let keymap = try keymap(("focus-next", ["f"]), ("leave", ["Q"]))
    #expect(keymap.command(for: .tab, in: .session) == .focusNext)
    #expect(keymap.command(for: .character("f"), in: .session) == .focusNext)
    #expect(keymap.command(for: .right, in: .session) == nil)
    #expect(keymap.command(for: .control("c"), in: .session) == .leave)
    #expect(keymap.command(for: .character("q"), in: .session) == nil)
  }

  @Test func `a name that no command has is told, with those it may mean`() throws {
    #expect(try refusal(("swtch", ["Y"])).message.hasPrefix("There is no command “swtch”."))
    #expect(try refusal(("swit", ["Y"])).message.contains("switch-back"))
    #expect(try refusal(("sumary", ["Y"])).message.hasSuffix("Meant may be: summary."))
    #expect(try refusal(("zzz", ["Y"])).message.contains("Commands: absence, add, "))
    // Its letters stand in “forgot to switch”, which nobody meant by it.
    #expect(try refusal(("foo", ["Y"])).message.contains("“foo”. Commands: absence, add, "))
  }

  @Test("a name that no key has is told", arguments: ["", "ab", "F13", "Ctrl-1", "Alt-x", "\t"])
  func unknownKey(name: String) throws {
    let mistake = try refusal(("lock", ["Y", name]))
    #expect(mistake.key == 1)
    #expect(mistake.message.hasPrefix("“\(name)” is no key. Allowed: one character, Space,"))
  }

  @Test(
    "nobody is left without a way to help or back",
    arguments: [
      "palette", "help", "undo", "pause",
    ])
  func needed(name: String) throws {
    #expect(try refusal((name, [])).message.contains("needs a key"))
  }

  @Test func `function keys have a letter beside them`() throws {
    #expect(try refusal(("search", ["F4"])).message.contains("needs a letter too"))
    #expect(
      try keymap(("search", ["F4", "Y"])).command(for: .function(4), in: .session) == .search)
  }

  @Test func `a command stands once, and a key in it`() throws {
    #expect(try refusal(("lock", ["Y"]), ("Lock", ["Z"])).message.contains("stands twice"))
    #expect(try refusal(("lock", ["Y", "Y"])).message == "Y stands twice.")
  }

  @Test func `the panes keep their digits`() throws {
    #expect(try refusal(("toggle", ["Y"])).message.contains("panes' own keys"))
  }

  @Test("a key is found again by the name it is shown with")
  func names() {
    for key in Set(Binding.all.flatMap(\.keys)) { #expect(Key(named: key.label) == key) }
  }

  @Test("every command has a name for the file, and no two the same")
  func commandNames() {
    let names = Command.allCases.map(\.id)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0 == "-" } })
    #expect(Command.setPIN.id == "set-pin" && Command.swapPerson.id == "swap-person")
  }
}
