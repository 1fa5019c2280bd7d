import Interface
import Screen
import Testing

/// Every screen as a person meets it.
@Suite("Golden screens")
struct GoldenScreenTests {
  /// A screen: its name, the keys that lead to it, and in which sizes it matters, if not in those
  /// that every screen is kept in.
  struct Case: CustomTestStringConvertible {
    let name: String
    let words: String
    var sizes = Size.kept

    var testDescription: String { name }

    init(_ name: String, _ words: String, _ sizes: (Int, Int)...) {
      self.name = name
      self.words = words
      if !sizes.isEmpty { self.sizes = sizes.map { Size(columns: $0, rows: $1) } }
    }
  }

  private static let two =
    Script.visit + "a 97110 <enter> a 97530 <enter> 1 +11m 2 +13m +5s 1 +13m +31s "
  private static let four = two + "a 97014 <enter> a 97535 <enter> 3 +2m 4 +8m "
  private static let eight =
    four + "a 97140 <enter> a 97112 <enter> a 97035 <enter> a 97542 <enter> 5 +9m 6 +4m "
  /// Three codes of seven minutes: one unit, and a choice of who gets it.
  private static let tie =
    Script.visit
    + "a 97110 <enter> a 97112 <enter> a 97140 <enter> 1 +7m 2 +7m 3 +7m +1s 3 +1s "

  static let cases = [
    Case("list-empty", ""),
    Case(
      "list-four",
      two
        + "+1s 1 s S <let-stand> <enter> o n JB <enter> <enter> a 97530 <enter> 1 +6m <space> <esc> "
        + "o n TW <enter> <enter> a 97129 <enter> 1 +20m o n AL <up> <up> "
        + "<c-u> 2026-11-20 <enter> <enter> a 97110 <enter> t \"24m\" <enter> +1s o"),
    Case("form", "n KM"),
    Case("form-errors", "n <tab> <tab> <tab> <tab> <c-u> <tab> <tab> <c-u> 2026-11-31 <enter>"),
    Case("session-begun", Script.visit),
    Case("session-2-running", two),
    Case("session-4-running", four),
    Case("session-8-running", eight),
    Case("session-paused", four + "<space> <esc> +1m"),
    Case("pause-reason", two + "<space> to"),
    Case("session-signed", two + "+1s 1 s S <let-stand> <enter> <esc>"),
    Case("session-of-the-day-s-second-visit", two + "+1s 1 o n km <enter> <enter> a 97110 <enter>"),
    Case("countdown-off", two + ": countdown <enter>"),
    Case("add-code", two + "a exer"),
    Case("add-code-none", two + "a xyz"),
    Case("time-field-empty", two + "t"),
    Case("time-field", two + "t \"+5\""),
    Case("time-field-refused", two + "t 1005-1008"),
    Case("undo-asks", two + "+2m u"),
    Case("findings", two + "w"),
    Case("summary", two + "+1s 1 s"),
    Case("summary-signed", two + "+1s 1 s S <let-stand> <enter>"),
    Case("choices", tie + "s c"),
    Case("signature", two + "+1s 1 s S <let-stand>"),
    Case("stop-before-signing", two + "s S"),
    Case("leave", two + "q"),
    Case("palette", two + ": se"),
    Case("help-session", two + "?"),
    Case("help-list", "?"),
    Case("narrow", four, (40, 10)),
    Case("big-digits", two + "g", (80, 24), (120, 40), (40, 10)),
    Case("big-digits-two", four + "g", (80, 24), (120, 40), (40, 10)),
    Case("big-digits-paused", two + "<space> <esc> g +1m"),
    Case("big-digits-hour", two + "+1h g", (80, 24), (120, 40), (40, 10)),
    Case("too-small", two, (39, 9), (20, 3)),
    Case("too-small-list", "", (30, 5)),
  ]

  @Test("is as it was", arguments: cases)
  func isAsItWas(_ screen: Case) throws {
    try compare(screen, with: Script(screen.words))
  }

  private func compare(_ screen: Case, with script: Script) throws {
    try expectScreens(named: screen.name, of: script, sizes: screen.sizes)
  }

  /// The boxes about a claim, under a payer that goes by code pairs.
  static let claimCases = [
    Case("pair-running", ClaimKeyTests.pair + "+4m"),
    Case("pair-box", ClaimKeyTests.pair + "+15m 2 w", (80, 24), (120, 40), (40, 10)),
    Case("pair-reason", ClaimKeyTests.pair + "+15m 2 w <enter>", (80, 24), (120, 40), (40, 10)),
    Case("dismiss-reason", ClaimKeyTests.pair + "+15m 2 w <down> D \"on paper\""),
    Case("dismissed", ClaimKeyTests.pair + "+15m 2 w <down> D \"on paper\" <enter> <down> <down>"),
    Case("before-signing", ClaimKeyTests.pair + "+15m 2 s S"),
    Case(
      "modifiers", ClaimKeyTests.one + "m kx <enter> \"needed to walk alone\" <enter> m 9"),
    Case("modifiers-refused", ClaimKeyTests.one + "m 52 <enter>"),
    Case("note-fields", ClaimKeyTests.one + "n \"quads, 3 x 10\" <enter>"),
    Case("note-fields-refused", Script.visit + "a 97150 <enter> 1 +20m 1 n 1 <up> <enter>"),
  ]

  @Test("of a claim is as it was", arguments: claimCases)
  func ofAClaimIsAsItWas(_ screen: Case) throws {
    try compare(screen, with: ClaimKeyTests.script(screen.words))
  }

  @Test func `practice says so on every screen`() throws {
    var setup = Script.setup
    setup.isPractice = true
    for words in ["", "n", Script.visit, Script.visit + "s"] {
      let script = try Script(words, setup: setup)
      #expect(script.screen().text.first?.contains("PRACTICE") == true)
    }
    try expectScreens(named: "practice", of: Script(Self.two, setup: setup))
  }

  @Test func `another copy has the journal: who, and what can be done`() throws {
    var setup = Script.setup
    setup.isLookOnly = true
    let script = try Script(Self.two).startedAnew(
      setup: setup, besides: "It is process 17, since 9:40")
    try expectScreens(named: "in-use", of: script)
  }

  @Test func `a clock that ran on while nobody looked is told`() throws {
    var script = try Script(Self.two)
    try script.type("<hang-up> +25m")
    try expectScreens(named: "started-anew", of: script.startedAnew())
  }

  @Test func `ASCII alone draws the session, and keeps every place`() throws {
    for (name, words) in [
      ("ascii-session", Self.four), ("ascii-time-field", Self.two + "t \"+5\""),
    ] {
      let script = try Script(words)
      for size in Size.kept {
        let canvas = script.screen(size.columns, size.rows)
        #expect(canvas.ascii.cells.allSatisfy { $0.text?.isASCII == true })
        #expect(canvas.ascii.cells.map(\.role) == canvas.cells.map(\.role))
        try expectScreen(named: "\(name)-\(size.columns)x\(size.rows)", canvas.ascii)
      }
    }
  }
}
