import Billing
import Interface
import Screen
import SessionLog
import Testing

/// Every key that a sentence names is one that the person has.
///
/// Each command is given a Cyrillic letter before its own keys: scripts work as ever, and a Latin
/// letter that stands alone in a sentence is a key that was written into it.
@Suite("Keys in sentences")
struct SentenceKeyTests {
  private static func script(_ story: String) throws -> Script {
    // A command that was given keys of one's own has them alone on every screen.
    try Script(story.replacing("n KM", with: "N KM"), setup: setup())
  }

  private static func setup() throws -> Setup {
    var setup = ClaimKeyTests.setup
    let letters = (0x430...0x46F).compactMap(Unicode.Scalar.init).map { "\(Character($0))" }
    let commands = Keymap.standard.bindings.filter { $0.command != .toggle }
    try #require(letters.count >= commands.count)
    setup.keymap = try Keymap(
      choosing: zip(commands, letters).map { binding, letter in
        let own = binding.keys.map(\.label).filter { !Self.fixed.contains($0) }
        return KeyChoice(command: binding.command.id, keys: [letter] + own)
      })
    return setup
  }

  /// They keep what they do.
  private static let fixed = ["Enter", "Esc", "Tab", "Shift-Tab", "Ctrl-C", "Ctrl-K"]

  /// The keys of all commands as the program comes, which are no words.
  private static let keys = Set(
    Keymap.standard.bindings.flatMap(\.keys).map(\.label).filter { $0.count == 1 }
  ).subtracting("1234567890aijk?:./+[]↑↓←→".map(String.init))

  /// Keys that stand alone among the words, or the one that is an article too and has a verb behind.
  private static func strays(in text: String) -> [String] {
    // A point behind a letter is one of a source: `ch. 5 s.20.2`.
    let words = text.split { $0.isWhitespace || "(),;:│".contains($0) }
    return words.map(String.init).filter(keys.contains)
      + (text.contains(" a adds") ? ["a adds"] : [])
  }

  private static let two = Script.visit + "a 97110 <enter> a 97530 <enter> "

  /// What makes each sentence appear that sends a person to a command.
  static let stories = [
    // Nothing there yet.
    "1", Script.visit + "1", Script.visit + "t", Script.visit + "e", Script.visit + "p", two + "7",
    "n KM <tab> S <enter> <enter> : evaluate <enter>", two + "b", two + "x", two + ": gap <enter>",
    Script.visit + "a 98960 <enter>",
    two + ": reason <enter>",
    // Times that cannot be.
    two + "1 +10m 2 +5m t -9 <enter>", two + "1 +10m 1 +5m 2 +5m 2 +5m 1 +5m t -25 <enter>",
    two + "p d <c-u> \"Kim Roe\" <enter> 1 +5m 1 t 24m <enter>",
    "n KM <tab> <tab> <tab> <tab> <tab> <tab> <c-u> 2026-11-20 <enter> <enter> a 97110 <enter> 1",
    // Not held.
    two + "1 +5m 1 X", Script.visit + "X n", Script.visit + "X n <enter> <enter> X",
    Script.visit + "X n <enter> <enter> a",
    Script.visit + "X n <enter>",
    // Reminders.
    two + "1 +61m <wake>", two + "1 +5m 1 +6m <wake>", "+13h +50m " + two + "1 +11m <wake>",
    "P KM <enter> 9:30 <enter> <enter> <enter> a 97110 <enter> 1 +20m <wake>",
    // Gaps of the clocks.
    two + "1 +5m <wake> ~43m <wake> <esc>", two + "1 +5m <wake> ~43m <wake> k",
    // Undone, and mended.
    two + "1 +5m 1 +2m 2 +5m u", two + "t +5 <enter> e", two + "1 +5m 1 t +20 <enter> e",
    // Dues.
    DuesTests.visited + "o +24h n KM <enter> <enter>",
  ]

  @Test("are the person's own", arguments: stories)
  func messages(story: String) throws {
    let script = try Self.script(story)
    #expect(Self.strays(in: script.notice) == [], "\(script.notice)")
    guard script.state.overlay == nil else { return }
    let screen = script.screen(120, 40).text.dropFirst().joined(separator: "\n")
    #expect(Self.strays(in: screen) == [])
  }

  @Test func `in the refusal of a time they are`() throws {
    let switched = try Self.script(Self.two + "1 +10m 2 +5m t -9")
    let key = switched.state.setup.keymap.label(of: .switchBack, in: .session)
    #expect(switched.words().contains("\(key) moves the switch."))
    #expect(!switched.words().contains(" b moves"))
  }

  /// What is found in a visit, and so said with what to do.
  static let found = [
    "a 97110 <enter> 1 +24m 1", "a 97530 <enter> a 97542 <enter> 1 +15m 2 +15m 2",
    "a 97110 <enter> 1 +61m", "a 97110 <enter> 1 +5m 1 t +20 <enter>",
    "a 97001 <enter> t 30m <enter>",
    "a 97161 <enter> a 97162 <enter> t 30m <enter> <back-tab> t 30m <enter>",
    "a 97110 <enter> 1 +5m <wake> ~43m <wake> <esc>",
    "a 97110 <enter> 1 +5m <wake> ~43m <wake> k",
  ]

  @Test("in what a finding says to do they are too, on the screen and in its box", arguments: found)
  func remedies(story: String) throws {
    var script = try Self.script(Script.visit + story)
    let session = try #require(script.session())
    let findings = script.state.bill(of: session, at: script.now).findings
    #expect(!findings.isEmpty)
    script.resize(120, 60)
    try script.type("w")
    for _ in findings {
      // The box without the frame and the key bar, whose keys are its own.
      let box = script.screen(120, 60).text.filter { $0.contains("│") }.joined(separator: " ")
      #expect(Self.strays(in: box) == [])
      try script.type("<down>")
    }
  }

  @Test(
    "of advice that leaves the program are those that it comes with",
    arguments: Advice.Command.allCases)
  func advice(command: Advice.Command) {
    let advice: Advice = "Press \(command)."
    #expect(advice.text == "Press \(command.standardKey).")
    #expect(Keymap.standard.words(of: advice) == advice.text)
  }

  @Test func `what was signed reads as it was signed, and is kept with the standard keys`() throws {
    let script = try Self.script(
      Script.visit + "a 97110 <enter> 1 +24m 1 s S <let-stand> <enter>")
    let bill = try #require(script.session()?.signature?.bill)
    let note = bill.findings.first { $0.id == .documentation }
    #expect(note?.remedy == "Fill in what is open in the note (n).")
  }
}
