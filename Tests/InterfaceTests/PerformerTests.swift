import Billing
import Interface
import SessionLog
import Testing

@Suite("Who gives a code")
struct PerformerTests {
  static let running = Script.visit + "a 97110 <enter> a 97530 <enter> 1 +13m "
  /// The therapist for 13 minutes, then the assistant for 23.
  static let handedOver = running + "p a \"B. Kim\" <enter> +23m "

  @Test func `an assistant takes over what runs: the minutes are kept apart`() throws {
    let script = try Script(Self.handedOver)
    #expect(
      script.kinds.last
        == .performerStated(
          code: "97110", performer: Performer(role: .assistant, name: "B. Kim")))
    #expect(script.running == ["97110"])
    #expect(script.minutes("97110") == 36)
    #expect(script.shows("13+23 min"))
    #expect(script.shows("─ assistant B. Kim ─"))
  }

  @Test func `t and Enter give it back to the visit's clinician`() throws {
    let script = try Script(Self.handedOver + "p t <enter> +2m")
    #expect(
      script.kinds.last
        == .performerStated(
          code: "97110", performer: Performer(role: .therapist, name: "Ana Reyes")))
    #expect(script.shows("15+23 min"))
    #expect(!script.shows("assistant B. Kim"))
  }

  @Test func `nothing is stored by a letter alone`() throws {
    for letter in "tasdc" {
      let script = try Script(Self.running + "p \(letter)")
      #expect(script.kinds.count == 4)
      #expect(script.state.overlay != nil)
    }
  }

  @Test func `the box says from when on it holds`() throws {
    #expect(
      try Script(Self.running + "p").shows("From now on; the time before stays the therapist's."))
    #expect(
      try Script(Self.running + "1 p")
        .shows("From its next start on; the time before stays the therapist's."))
    #expect(try Script(Self.running + "<tab> p").shows("From its start on."))
  }

  @Test func `the name that a role had last is offered, and what is typed takes its place`() throws
  {
    var script = try Script(Self.handedOver + "<tab> p a")
    #expect(script.typed == "B. Kim")
    try script.type("\"C. Ito\" <enter>")
    #expect(script.session()?["97530"]?.performer == Performer(role: .assistant, name: "C. Ito"))
  }

  @Test func `a name is needed`() throws {
    let script = try Script(Self.running + "p a \"  \" <enter>")
    #expect(script.notice == "Error: the name of the assistant is needed.")
    #expect(script.kinds.count == 4)
    #expect(script.typed == "  ")
  }

  @Test func `the arrows lead to another role, also from a name`() throws {
    var script = try Script(Self.running + "p <down> <enter>")
    #expect(script.shows("Name of the assistant"))
    try script.type("<down> <enter>")
    #expect(script.shows("Name of the student"))
    try script.type("<esc>")
    #expect(script.state.overlay == nil)
  }

  @Test(arguments: [("s", "student"), ("d", "aide")])
  func `a student's and an aide's time is kept apart, and the box says so`(
    letter: String, role: String
  ) throws {
    var script = try Script(Self.running + "p")
    #expect(script.shows("\(role)"))
    #expect(script.shows("kept apart, never billed"))
    try script.type(letter)
    #expect(script.shows("Kept apart and never billed."))
    try script.type("Lee <enter> +5m")
    #expect(script.notice == "97110 is with \(role) Lee from now on: never billed.")
    #expect(script.minutes("97110") == 13)
    // What can be billed stands still, and their time goes on below it.
    #expect(script.shows("│ 13:00    13 min"))
    #expect(script.shows("\(role) Lee, 5:00 unbilled"))
  }

  @Test func `minutes that are typed for a student are told as unbilled`() throws {
    var script = try Script(Self.running + "p s Lee <enter> +5m t \"+10\"")
    #expect(script.shows("97110 unbilled 5 → 15 min; units stay 1."))
    try script.type("<enter>")
    #expect(script.notice == "97110 unbilled 5 → 15 min; units stay 1.")
  }

  @Test func `a total of a student's code is refused, and what to do is read to its end`() throws {
    for columns in [80, 44] {
      let script = try Script(Self.running + "p s Lee <enter> +5m t 24m <enter>")
      #expect(script.kinds.last?.isPerformer == true)
      #expect(
        script.words(columns, 24).contains(
          """
          Error: a total is of billed minutes, and 97110 is with student Lee: p t first; or +24 \
          adds to Lee's.
          """))
    }
  }

  @Test func `what does not fit in the frame of a pane ends in an ellipsis`() throws {
    let script = try Script(Self.running + "p s Lee <enter> +5m p c 3 <enter>")
    #expect(script.shows(" student Lee, 5:00 unbilled,… ", 40, 24))
    #expect(script.shows(" student Lee, 5:00 unbilled, 3 min OT's ", 64, 24))
    let box = try Script(Self.running + "p c 99")
    #expect(box.words(40, 24).contains("A client's minutes are billed once; these are OT's."))
  }

  @Test func `who gives it already is not stored again`() throws {
    let script = try Script(Self.running + "p <enter>")
    #expect(script.notice == "97110 is with therapist Ana Reyes already.")
    #expect(script.state.overlay == nil)
    #expect(script.kinds.count == 4)
  }

  @Test func `an assistant's own visit shows nothing of it, a therapist in it does`() throws {
    let visit = "n KM <tab> <tab> <tab> <tab> <tab> <right> <enter> <enter> a 97110 <enter> 1 +9m "
    var script = try Script(visit)
    #expect(script.session()?.visit.role == .assistant)
    #expect(script.shows("9 min     1 unit"))
    #expect(!script.shows("+"))
    try script.type("p t \"D. Roy\" <enter> +6m")
    #expect(script.shows("6+9 min"))
    #expect(script.shows("therapist D. Roy"))
  }

  @Test func `an assistant who is needed elsewhere stops there`() throws {
    var script = try Script(Self.handedOver + "o n JB <enter> <enter> a 97110 <enter> ")
    try script.type("1 +1m p a <enter>")
    #expect(script.running == ["97110"])
    #expect(script.session("KM")?.running == [])
  }

  @Test func `undo takes it back`() throws {
    let script = try Script(Self.running + "p a Kim <enter> +30s u")
    #expect(script.session()?["97110"]?.performer.role == .therapist)
    #expect(!script.shows("+0 min"))
  }

  @Test func `a signed visit has no performer to change, and without a code there is none`() throws
  {
    #expect(try Script(Script.visit + "p").notice == "No code yet: a adds one.")
    let signed = try Script(Self.running + "1 s S <let-stand> <enter> <esc> p")
    #expect(signed.notice.hasPrefix("Signed by Ana Reyes"))
    #expect(signed.state.overlay == nil)
  }
}

@Suite("Together with another discipline")
struct CoTreatmentTests {
  private static let stopped = Script.visit + "a 97110 <enter> 1 +24m 1 "

  @Test func `minutes and units are shown before Enter stores them`() throws {
    var script = try Script(Self.stopped + "p c 12")
    #expect(script.shows("97110 24 → 12 min; units 2 → 1."))
    #expect(script.kinds.count == 4)
    try script.type("<enter>")
    #expect(
      script.kinds.last == .coTreated(code: "97110", with: .occupationalTherapy, seconds: 720))
    #expect(script.minutes("97110") == 12)
    #expect(script.shows("12 min OT's"))
  }

  @Test func `only the other disciplines can be chosen`() throws {
    let script = try Script(Self.stopped + "p c p 9 <right> <enter>")
    #expect(
      script.kinds.last
        == .coTreated(code: "97110", with: .speechLanguagePathology, seconds: 540))
    #expect(try Script(Self.stopped + "p c").shows("[OT]  SLP"))
  }

  @Test(arguments: [
    ("", "Type whole minutes"), ("25", "Error: 97110 has 24 min"),
    ("9999", "Error: 97110 has 24 min"), ("<paste:-3>", "Error: whole minutes are taken, 0 to 24"),
    ("<paste:1.5>", "Error: whole minutes are taken"),
  ])
  func `what cannot be is told, and stays in the field`(typed: String, what: String) throws {
    let script = try Script(Self.stopped + "p c \(typed) <enter>")
    #expect(script.shows(what))
    #expect(script.kinds.count == 4)
    #expect(script.state.overlay != nil)
  }

  @Test func `what was said before is offered, and 0 takes it back`() throws {
    var script = try Script(Self.stopped + "p c 12 <enter> p c")
    #expect(script.typed == "12")
    try script.type("24")
    #expect(script.shows("97110 12 → 0 min"))
    try script.type("<c-u> 0 <enter>")
    #expect(script.minutes("97110") == 24)
    #expect(!script.shows("OT's"))
  }
}

extension Entry.Kind {
  fileprivate var isPerformer: Bool { if case .performerStated = self { true } else { false } }
}
