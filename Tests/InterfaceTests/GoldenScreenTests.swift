import Interface
import Screen
import Testing

/// Every screen as a person meets it.
@Suite("Golden screens")
struct GoldenScreenTests {
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
    GoldenScreen("list-empty", ""),
    GoldenScreen(
      "list-four",
      two
        + "+1s 1 s S <let-stand> <enter> o n JB <enter> <enter> a 97530 <enter> 1 +6m <space> <esc> "
        + "o n TW <enter> <enter> a 97129 <enter> 1 +20m o n AL <up> <up> "
        + "<c-u> 2026-11-20 <enter> <enter> a 97110 <enter> "
        + "t \"24m computer was down\" <enter> +1s o"),
    GoldenScreen("form", "n KM"),
    GoldenScreen(
      "form-errors", "n <tab> <tab> <tab> <tab> <c-u> <tab> <tab> <c-u> 2026-11-31 <enter>"),
    GoldenScreen("session-begun", Script.visit),
    GoldenScreen("session-2-running", two),
    GoldenScreen("session-4-running", four),
    GoldenScreen("session-8-running", eight),
    GoldenScreen("session-paused", four + "<space> <esc> +1m"),
    GoldenScreen("pause-reason", two + "<space> to"),
    GoldenScreen("session-signed", two + "+1s 1 s S <let-stand> <enter> <esc>"),
    GoldenScreen(
      "session-of-the-day-s-second-visit", two + "+1s 1 o n km <enter> <enter> a 97110 <enter>"),
    GoldenScreen("countdown-off", two + ": countdown <enter>"),
    GoldenScreen("add-code", two + "a exer"),
    GoldenScreen("add-code-none", two + "a xyz"),
    GoldenScreen("time-field-empty", two + "t"),
    GoldenScreen("time-field", two + "t \"+5\""),
    GoldenScreen("time-field-refused", two + "t 1005-1008"),
    GoldenScreen("undo-asks", two + "+2m u"),
    GoldenScreen("findings", two + "w"),
    GoldenScreen("summary", two + "+1s 1 s"),
    GoldenScreen("summary-signed", two + "+1s 1 s S <let-stand> <enter>"),
    GoldenScreen("choices", tie + "s c"),
    GoldenScreen("signature", two + "+1s 1 s S <let-stand>"),
    GoldenScreen("stop-before-signing", two + "s S"),
    GoldenScreen("leave", two + "q"),
    GoldenScreen("palette", two + ": se"),
    GoldenScreen("help-session", two + "?"),
    GoldenScreen("help-list", "?"),
    GoldenScreen("narrow", four, only: (40, 10)),
    GoldenScreen("big-digits", two + "g", also: (40, 10)),
    GoldenScreen("big-digits-two", four + "g", also: (40, 10)),
    GoldenScreen("big-digits-paused", two + "<space> <esc> g +1m"),
    GoldenScreen("big-digits-hour", two + "+1h g", also: (40, 10)),
    GoldenScreen("too-small", two, only: (39, 9)),
    GoldenScreen("too-small-by-far", two, only: (20, 3)),
    GoldenScreen("too-small-box", two + "t 24m", only: (39, 9)),
    GoldenScreen("too-small-list", "", only: (30, 5)),
  ]

  @Test("is as it was", arguments: cases)
  func isAsItWas(_ screen: GoldenScreen) throws {
    try expectScreens(named: screen.name, of: Script(screen.words), sizes: screen.sizes)
  }

  /// The boxes about a claim, under a payer that goes by code pairs.
  static let claimCases = [
    GoldenScreen("pair-running", ClaimKeyTests.pair + "+4m"),
    GoldenScreen("pair-box", ClaimKeyTests.pair + "+15m 2 w", also: (40, 10)),
    GoldenScreen("pair-reason", ClaimKeyTests.pair + "+15m 2 w <enter>", also: (40, 10)),
    GoldenScreen("dismiss-reason", ClaimKeyTests.pair + "+15m 2 w <down> D \"on paper\""),
    GoldenScreen(
      "dismissed", ClaimKeyTests.pair + "+15m 2 w <down> D \"on paper\" <enter> <down> <down>"),
    GoldenScreen("before-signing", ClaimKeyTests.pair + "+15m 2 s S"),
    GoldenScreen(
      "modifiers", ClaimKeyTests.one + "m kx <enter> \"needed to walk alone\" <enter> m 9"),
    GoldenScreen("modifiers-refused", ClaimKeyTests.one + "m 52 <enter>"),
    GoldenScreen("note-fields", ClaimKeyTests.one + "n \"quads, 3 x 10\" <enter>"),
    GoldenScreen("note-fields-refused", Script.visit + "a 97150 <enter> 1 +20m 1 n 1 <up> <enter>"),
  ]

  @Test("of a claim is as it was", arguments: claimCases)
  func ofAClaimIsAsItWas(_ screen: GoldenScreen) throws {
    try expectScreens(
      named: screen.name, of: ClaimKeyTests.script(screen.words), sizes: screen.sizes)
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
      for size in GoldenScreen.sizes {
        let canvas = script.screen(size.columns, size.rows)
        #expect(canvas.ascii.cells.allSatisfy { $0.text?.isASCII == true })
        #expect(canvas.ascii.cells.map(\.role) == canvas.cells.map(\.role))
        try expectScreen(named: "\(name)-\(size.columns)x\(size.rows)", canvas.ascii)
      }
    }
  }
}
