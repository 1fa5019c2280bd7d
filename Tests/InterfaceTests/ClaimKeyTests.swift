import Billing
import Interface
import Screen
import SessionLog
import Testing

@Suite("Modifiers, the note, and findings at the keys")
struct ClaimKeyTests {
  /// A payer that goes by CMS's code pairs.
  static let setup: Setup = {
    var setup = Script.setup
    setup.payers[0].terms = Payer.Terms(
      pairs: .cms,
      evidence: Payer.Evidence(
        text: "Stated for the test.", confidence: .seen, source: "the test", date: "2026-11-21"))
    return setup
  }()
  static let one = Script.visit + "a 97110 <enter> 1 +24m 1 "
  /// 97542 is the second code of a pair with 97530.
  static let pair = Script.visit + "a 97530 <enter> a 97542 <enter> 1 +15m 2 "

  static func script(_ words: String) throws -> Script { try Script(words, setup: setup) }

  // MARK: Modifiers

  @Test func `a modifier that needs no reason is put on by two characters and Enter`() throws {
    let script = try Script(Self.one + "m 95 <enter>")
    #expect(script.kinds.last == .modifierStated(code: "97110", modifier: StatedModifier("95")))
    #expect(script.notice == "Put 95 on 97110.")
    #expect(script.state.overlay == nil)
  }

  /// ZZ is not known to the program, and may be a slip.
  @Test(arguments: ["kx", "zz"])
  func `one that needs a reason asks for it, and so does one that is not known`(
    modifier: String
  ) throws {
    var script = try Script(Self.one + "m \(modifier) <enter>")
    #expect(script.typed == "")
    try script.type("<enter>")
    #expect(script.shows("Error: \(modifier.uppercased()) needs a reason"))
    try script.type("\"needed to walk alone\" <enter>")
    let stated = StatedModifier(modifier.uppercased(), reason: "needed to walk alone")
    #expect(script.kinds.last == .modifierStated(code: "97110", modifier: stated))
  }

  @Test(arguments: ["95", "59", "kx"])
  func `a modifier is no reason for another`(typed: String) throws {
    let script = try Script(Self.one + "m kx <enter> \(typed) <enter>")
    #expect(script.shows("Error: “\(typed)” is a modifier"))
    #expect(script.typed == typed)
    #expect(script.kinds.last == .stopped(code: "97110"))
  }

  @Test func `a long reason is seen from its beginning to its end`() throws {
    let reason = (1...40).map { "w\($0)" }.joined(separator: " ")
    let script = try Script(
      Self.one + "m kx <enter> <paste:\(reason)> <enter> m <up> <enter>")
    let screen = script.screen().text.joined(separator: " ")
    for word in reason.split(separator: " ") { #expect(screen.contains(word)) }
  }

  @Test func `words of its meaning find a modifier, the arrow marks it`() throws {
    let script = try Script(Self.one + "m telehealth <down> <enter>")
    guard case .modifierStated(let code, let modifier)? = script.kinds.last else {
      Issue.record("nothing was put on")
      return
    }
    #expect(code == "97110")
    #expect(
      Modifier.known.first { $0.code == modifier.modifier }?.meaning.contains("telehealth") == true)
  }

  @Test func `what cannot be is told with the word Error, and what was typed stays`() throws {
    let script = try Script(Self.one + "m 52 <enter>")
    #expect(script.shows("Error: "))
    #expect(script.typed == "52")
    #expect(script.kinds.last == .stopped(code: "97110"))
  }

  @Test func `a mark above the field takes one off, and Enter there changes its reason`() throws {
    var script = try Script(Self.one + "m kx <enter> one <enter> m <up> <enter> \" two\" <enter>")
    #expect(
      script.kinds.last
        == .modifierStated(code: "97110", modifier: StatedModifier("KX", reason: "one two")))
    try script.type("m <up> x")
    #expect(script.kinds.last == .modifierRemoved(code: "97110", modifier: "KX"))
    try script.type("m")
    #expect(!script.shows("one two"))
  }

  @Test func `Esc goes from the reason to the field, then away`() throws {
    var script = try Script(Self.one + "m kx <enter> \"half a\" <esc>")
    #expect(script.typed == "kx")
    try script.type("<esc>")
    #expect(script.state.overlay == nil)
    #expect(script.kinds.last == .stopped(code: "97110"))
  }

  // MARK: The note

  @Test func `each field is stored when it is left, by Enter, Tab, an arrow or Esc`() throws {
    for key in ["<enter>", "<tab>", "<down>", "<up>", "<esc>"] {
      var script = try Script(Self.one + "n quads \(key)")
      #expect(
        script.kinds.last == .answered(code: "97110", question: "exercise", text: "quads"))
      #expect((script.state.overlay == nil) == (key == "<esc>"))
      let entries = script.journal.count
      try script.type(key)
      #expect(script.journal.count == entries)
    }
  }

  @Test func `Enter through an empty note says that nothing was typed`() throws {
    let script = try Script(Self.one + "n <enter> <enter> <enter> <enter>")
    #expect(script.state.overlay == nil)
    #expect(script.notice == "Nothing was typed; 4 fields are open.")
  }

  @Test func `what was noted is told in the words of the question`() throws {
    var script = try Script(Self.one + "n quads.")
    let question = try #require(
      script.state.logbook.tables.questions.questions(of: "97110").first)
    try script.type("<tab>")
    #expect(script.notice == "Noted for 97110, \(question.text): quads.")
  }

  @Test func `Esc leaves a field that cannot be stored, says so, and stores the others`() throws {
    let script = try Script(
      Script.visit + "a 97150 <enter> 1 +20m 1 n <tab> walking <up> 1 <esc>")
    #expect(script.state.overlay == nil)
    #expect(script.notice.hasPrefix("Not stored: "))
    let answers = try #require(script.session()?["97150"]?.answers)
    #expect(answers["group-size"] == nil)
    #expect(answers.values.contains("walking"))
  }

  @Test func `Enter goes from field to field, and away from the last`() throws {
    var script = try Script(Self.one + "n")
    let before = script.journal.count
    try script.type("quads <enter> <enter> skill <enter> \"tolerated well\" <enter>")
    #expect(
      script.kinds.suffix(from: before) == [
        .answered(code: "97110", question: "exercise", text: "quads"),
        .answered(code: "97110", question: "skill", text: "skill"),
        .answered(code: "97110", question: "response", text: "tolerated well"),
      ])
    #expect(script.state.overlay == nil)
    try script.type("n")
    // The first that is still open has the focus.
    #expect(script.typed == "")
    try script.type("<up>")
    #expect(script.typed == "quads")
  }

  @Test func `a full disk loses nothing that was typed; a second Esc leaves it`() throws {
    var script = try Script(Self.one + "n")
    script.diskRefusal = "the disk is full"
    try script.type("quads <tab> walk <tab> <esc>")
    #expect(script.notice.contains("the disk is full"))
    #expect(script.shows("quads"))
    #expect(script.shows("Esc leave it unstored"))
    var (left, stored) = (script, script)
    try left.type("<esc>")
    #expect(left.state.overlay == nil)
    stored.diskRefusal = nil
    try stored.type("<enter>")
    #expect(stored.session()?["97110"]?.answers == ["exercise": "quads", "purpose": "walk"])
  }

  @Test(arguments: ["1", "-3", "many"])
  func `a group is of two or more: the field says so and keeps what was typed`(
    typed: String
  ) throws {
    var script = try Script(
      Script.visit + "a 97150 <enter> 1 +20m 1 n \"\(typed)\" <up> <enter>")
    #expect(script.typed == typed)
    #expect(script.shows("Error: "))
    #expect(script.kinds.last == .stopped(code: "97150"))
    try script.type("<c-u> 3 <up> <enter>")
    #expect(script.session()?["97150"]?.answers["group-size"] == "3")
  }

  @Test func `a pane tells how many fields are open, once it has begun`() throws {
    var script = try Script(Script.visit + "a 97110 <enter>")
    #expect(!script.shows("n 4"))
    try script.type("1 +9m")
    #expect(script.shows("n 4"))
    try script.type("n quads <up> <up> x <enter> <enter>")
    #expect(script.shows("n 2"))
  }

  @Test(arguments: ["m", "n"])
  func `on a signed session both are refused`(key: String) throws {
    var script = try Script(Self.one + "s S <let-stand> <enter> <esc>")
    let entries = script.journal.count
    try script.type(key)
    #expect(script.notice.hasPrefix("Signed by Ana Reyes"))
    #expect(script.state.overlay == nil)
    #expect(script.journal.count == entries)
  }

  @Test(arguments: ["m", "n"])
  func `without a code there is nothing to open`(key: String) throws {
    #expect(try Script(Script.visit + key).notice == "No code yet: a adds one.")
  }
}
