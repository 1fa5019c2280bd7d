import Interface
import SessionLog
import Testing

@Suite("From screen to screen")
struct GoingAboutTests {
  private static let one = Script.visit + "a 97110 <enter> "
  private static let twoVisits = one + "1 +4m o n JB <enter> <enter> a 97530 <enter> "

  @Test func `without a clock q leaves at once`() throws {
    #expect(try Script("q").hasEnded)
    #expect(try Script(Self.one + "q").hasEnded)
    #expect(try Script(Self.one + "<c-c>").hasEnded)
  }

  @Test func `with a clock it asks: stop it`() throws {
    let script = try Script(Self.one + "1 +4m q s")
    #expect(script.hasEnded)
    #expect(script.kinds.last == .allStopped)
  }

  @Test func `or let it run`() throws {
    let script = try Script(Self.one + "1 +4m q r")
    #expect(script.hasEnded)
    #expect(script.running == ["97110"])
  }

  @Test(arguments: ["<esc>", "x <esc>", "1 <esc>", "<enter> <esc>"])
  func `or stay`(keys: String) throws {
    let script = try Script(Self.one + "1 +4m q " + keys)
    #expect(!script.hasEnded)
    #expect(script.running == ["97110"])
    #expect(script.state.overlay == nil)
  }

  @Test func `a paused clock asks too, and every session's is stopped`() throws {
    let script = try Script(Self.twoVisits + "1 +1m <space> <esc> o q s")
    #expect(script.hasEnded)
    #expect(script.state.sessionsWithClock.isEmpty)
  }

  @Test func `a lost line ends the program, and the clock goes on`() throws {
    var script = try Script(Self.one + "1 +4m <hang-up>")
    #expect(script.hasEnded)
    script = try script.startedAnew()
    try script.type("+6m")
    #expect(script.minutes("97110") == 10)
    #expect(script.focus == 0)
    #expect(
      script.notice
        == "97110 runs since 10:00; last entry 10:00, 4 min ago. It counts; t mends it.")
  }

  @Test func `a start without a clock is the list`() throws {
    let script = try Script(Self.one).startedAnew()
    #expect(script.state.scene == .sessions)
    #expect(script.shows("KM"))
  }

  @Test func `the list opens what is marked`() throws {
    var script = try Script(Self.twoVisits + "o")
    #expect(script.shows("▶ 97110"))
    try script.type("<up> <enter>")
    #expect(script.session()?.visit.client == "KM")
    try script.type("<esc> <down> <down> j <enter>")
    #expect(script.session()?.visit.client == "JB")
    try script.type("o k <enter>")
    #expect(script.session()?.visit.client == "KM")
  }

  @Test func `the list marks the session with a clock, else the last that is not signed`() throws {
    #expect(try Script(Self.twoVisits + "o n <esc> <enter>").session()?.visit.client == "KM")
    let stopped = Self.twoVisits + "1 +1s 1 t 9m <enter> "
    #expect(try Script(stopped + "o n <esc> <enter>").session()?.visit.client == "JB")
    let signed = try Script(stopped + "s S <let-stand> <enter> o n <esc> <enter>")
    #expect(signed.session()?.visit.client == "KM")
  }

  @Test func `what the clock of another client does is seen, and named by the question of q`()
    throws
  {
    var script = try Script(Self.twoVisits)
    #expect(script.session()?.visit.client == "JB")
    try script.type("<tab>")
    #expect(script.shows("▶ KM 97110"))
    #expect(script.shows("▶ KM 97110", 40, 10))
    try script.type("s")
    #expect(script.shows("▶ KM 97110"))
    try script.type("q")
    #expect(script.shows("97110 of KM runs since 10:00"))
    try script.type("<esc> <esc> [ <space> <esc> q")
    #expect(script.shows("KM is paused since 10:04"))
  }

  @Test(arguments: ["s <esc>", "o <enter>", "N <esc>", "w <esc>", "? <esc>", "o n <esc> <enter>"])
  func `the focus stays where it was put`(keys: String) throws {
    let script = try Script(
      Self.one + "a 97530 <enter> a 97140 <enter> 3 +1m <back-tab> " + keys)
    #expect(script.focus == 1)
  }

  @Test func `the arrows go to the pane beside, above and below`() throws {
    var script = try Script(
      Script.visit + "a 97110 <enter> a 97112 <enter> a 97140 <enter> a 97530 <enter> 1")
    for (keys, focus) in [
      ("<down>", 2), ("<down>", 2), ("<right>", 3), ("<up>", 1), ("<up>", 1), ("<left>", 0),
    ] {
      try script.type(keys)
      #expect(script.focus == focus)
    }
    script.resize(40, 24)
    try script.type("<down>")
    #expect(script.focus == 1)
  }

  @Test func `a digit on the list says which way leads to a clock`() throws {
    var script = try Script("2")
    #expect(script.notice == "No session yet: N begins one.")
    try script.type(Self.one + "<esc> 2")
    #expect(script.notice == "Enter opens KM; then 2 starts or stops.")
    #expect(script.kinds.count == 2)
    try script.type("<enter> t 24m <enter> s S <let-stand> <enter> o 1")
    #expect(script.notice == "Enter opens KM; it is signed.")
  }

  @Test func `the brackets go round the open sessions`() throws {
    var script = try Script(Self.twoVisits + "]")
    #expect(script.session()?.visit.client == "KM")
    try script.type("[")
    #expect(script.session()?.visit.client == "JB")
    #expect(try Script(Self.one + "]").notice == "There is no other open session; N begins one.")
  }

  @Test func `an unsigned session of an earlier day stays on the list, a signed one does not`()
    throws
  {
    var script = try Script(
      Self.one
        + "t 9m <enter> o n JB <enter> <enter> a 97530 <enter> t 9m <enter> s S <let-stand> <enter> o"
    )
    #expect(script.shows("JB"))
    try script.type("+24h")
    #expect(script.shows("KM"))
    #expect(!script.shows("JB"))
  }

  @Test func `Esc goes back at once, a step at a time`() throws {
    var script = try Script(Self.one + "s w <esc>")
    #expect(script.state.scene == .summary)
    try script.type("<esc>")
    #expect(script.state.scene == .session)
    try script.type("<esc>")
    #expect(script.state.scene == .sessions)
    try script.type("<esc>")
    #expect(!script.hasEnded)
  }

  @Test func `a command is found by a word of it`() throws {
    var script = try Script(Self.one + "1 +4m : pau <enter>")
    #expect(script.session()?.isPaused == true)
    script = try Script(Self.one + ": summ <enter>")
    #expect(script.state.scene == .summary)
  }

  @Test func `a command that is none says so`() throws {
    let script = try Script(Self.one + ": frobnicate <enter>")
    #expect(script.shows("Error: no command matches “frobnicate”"))
    #expect(script.typed == "frobnicate")
  }

  @Test func `help shows the keys, scrolls, and goes`() throws {
    var script = try Script(Self.one + "?")
    #expect(script.shows("Ctrl-R"))
    let top = script.screen()
    try script.type("<up>")
    #expect(script.screen() == top)
    try script.type("<page-down>")
    #expect(script.screen() != top)
    try script.type("<esc>")
    #expect(script.state.overlay == nil)
    #expect(try Script("<f1>").state.overlay == .help(top: 0))
  }

  @Test(arguments: [
    ("", 80, 12), (one, 80, 24), (one, 40, 10), (one, 120, 40), (one + "s ", 80, 16),
  ])
  func `help can be read to its end, and one key brings it back`(
    way: String, columns: Int, rows: Int
  ) throws {
    var script = try Script(way + "?")
    script.resize(columns, rows)
    let top = script.screen(columns, rows)
    try script.type(Array(repeating: "<page-down>", count: 25).joined(separator: " "))
    let last = way == Self.one ? "findings: to know" : "leave the program"
    #expect(script.shows(last, columns, rows))
    let end = script.screen(columns, rows)
    if end == top { return }
    try script.type("<up>")
    #expect(script.screen(columns, rows) != end)
  }

  @Test func `findings can be gone through`() throws {
    var script = try Script(Self.one + "t 7m <enter> w")
    #expect(script.shows("below the minimum"))
    try script.type("j j j k <down> <up> <tab>")
    #expect(script.shows("below the minimum"))
    try script.type("w")
    #expect(script.state.overlay == nil)
  }
}

@Suite("When the screen has something new to show")
struct WakeTests {
  private func wait(_ words: String, setup: Setup = Script.setup) throws -> Int64 {
    let script = try Script(words, setup: setup)
    return millisecondsToNextChange(script.state, at: script.now)
  }

  @Test func `without a clock it is the next minute`() throws {
    #expect(try wait("") == 60_000)
    #expect(try wait("+18s") == 42_000)
    #expect(try wait("+59s +999ms") == 1)
    #expect(try wait("n K +1ms") == 59_999)
  }

  @Test func `with a clock it is its next whole second`() throws {
    let start = Script.visit + "a 97110 <enter> +250ms 1 "
    #expect(try wait(start) == 1_000)
    #expect(try wait(start + "+100ms") == 900)
    #expect(try wait(start + "+4m +999ms") == 1)
  }

  @Test func `a clock that is paused or not seen does not tick`() throws {
    let start = Script.visit + "a 97110 <enter> +250ms 1 +1s "
    #expect(try wait(start + "<space>") == 58_750)
    #expect(try wait(start + "N") == 58_750)
  }

  @Test func `the list and the summary show minutes: the next whole one`() throws {
    let start = Script.visit + "a 97110 <enter> +30s 1 +45s "
    #expect(try wait(start + "o") == 15_000)
    #expect(try wait(start + "s") == 15_000)
  }

  @Test func `another copy's entries are looked for every second`() throws {
    var setup = Script.setup
    setup.isLookOnly = true
    #expect(try wait("", setup: setup) == 1_000)
  }

  @Test func `a wall clock before 1970 has minutes too`() throws {
    var script = try Script()
    script.stepWallClock(byMinutes: -40_000_000)
    let wait = millisecondsToNextChange(script.state, at: script.now)
    #expect((1...60_000).contains(wait))
  }
}
