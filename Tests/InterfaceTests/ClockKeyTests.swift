import Billing
import Interface
import SessionLog
import Testing

@Suite("Keys that start and stop clocks")
struct ClockKeyTests {
  private static let two = Script.visit + "a 97110 <enter> a 97530 <enter> "

  @Test func `a digit starts, another switches in one entry, the same stops`() throws {
    var script = try Script(Self.two + "1 +4m")
    let entries = script.journal.count
    try script.type("2")
    #expect(script.journal.count == entries + 1)
    #expect(script.running == ["97530"])
    #expect(script.focus == 1)
    try script.type("+3m 2")
    #expect(script.running == [])
    #expect(script.minutes("97110") == 4)
    #expect(script.minutes("97530") == 3)
  }

  @Test func `Enter starts and stops the pane with the focus`() throws {
    var script = try Script(Self.two + "+1s <tab> <enter>")
    #expect(script.running == ["97110"])
    try script.type("<back-tab> <enter>")
    #expect(script.running == ["97530"])
    try script.type("+1s <enter>")
    #expect(script.running == [])
  }

  @Test func `a digit without a pane says what there is to do`() throws {
    #expect(try Script(Script.visit + "1").notice == "No code yet: a adds one.")
    #expect(try Script(Self.two + "7").notice == "There is no pane 7; a adds a code.")
    #expect(try Script(Self.two + "0").notice == "There is no pane 10; a adds a code.")
  }

  @Test(arguments: ["1", "<space>", "<enter>"])
  func `a key that is held down counts once`(key: String) throws {
    let held = Array(repeating: "\(key) +30ms ", count: 40).joined()
    var once = try Script(Self.two + "1 +5m")
    var often = once
    try once.type(key)
    try often.type(held)
    #expect(often.kinds == once.kinds)
  }

  @Test func `undo held down takes back one entry, not the visit`() throws {
    var script = try Script(Self.two + "1 +10s")
    let entries = script.journal.count
    try script.type(Array(repeating: "u +30ms ", count: 40).joined())
    #expect(script.journal.count == entries + 1)
  }

  @Test func `the same key pressed again counts again, however soon a finger can`() throws {
    #expect(try Script(Self.two + "1 +119ms 1").running == ["97110"])
    #expect(try Script(Self.two + "1 +120ms 1").running == [])
  }

  /// A keyboard waits before it repeats: its first repeat comes as late as a second press would.
  @Test(arguments: [250, 500, 660])
  func `what the first repeat of a held key did is undone by the second`(delay: Int) throws {
    let held = "1 +\(delay)ms 1 +33ms 1 +33ms 1"
    #expect(try Script(Self.two + held).running == ["97110"])
    #expect(try Script(Self.two + "1 +5m " + held).running == [])
    // The time since the first press is there, as if the key had been let go.
    let minute = try Script(Self.two + held + " +1m").minutes("97110")
    #expect(minute == 1)
  }

  @Test(arguments: [250, 500, 660])
  func `a digit held down counts once for a group too`(delay: Int) throws {
    let held = "1 +\(delay)ms 1 +33ms 1 +33ms 1"
    func running(_ words: String) throws -> Int {
      try Script(GroupTests.running + "+5m " + words).state.logbook.sessions.values
        .count { $0.running.contains("97150") }
    }
    #expect(try running(held) == 0)
    #expect(try running("1 +5m " + held) == 3)
  }

  @Test func `undo counts again once it was let go`() throws {
    let started = Self.two + "+1s 1 +1s 2 +1s "
    #expect(try Script(started + "u +119ms u").running == ["97110"])
    #expect(try Script(started + "u +120ms u").running == [])
    #expect(try Script(started + "u +1s u <c-r> +119ms <c-r>").running == ["97110"])
    #expect(try Script(started + "u +1s u <c-r> +120ms <c-r>").running == ["97530"])
  }

  @Test func `a key that is held down is told`() throws {
    #expect(try Script(Self.two + "1 +30ms 1").notice == "1 held down counts once.")
  }

  @Test func `lines that are sent are no keys that are held down`() throws {
    var setup = Script.setup
    setup.keysCanBeHeld = false
    var script = try Script(Self.two + "1 1 1", setup: setup)
    #expect(script.running == ["97110"])
    #expect(script.notice == "")
    try script.type("<space> <space> u u L x")
    // The pause, its end and the undoing of both; the lock and its end.
    #expect(script.running == ["97110"] && script.state.lock == nil)
  }

  @Test func `two different keys at once both count`() throws {
    #expect(try Script(Self.two + "1 2 1").running == ["97110"])
  }

  @Test(arguments: ["z", "!", "é", "<delete>", "<home>", "<f9>", "<c-x>", "<page-up>"])
  func `a wrong key does nothing`(key: String) throws {
    var script = try Script(Self.two + "1 +1m")
    let before = script
    try script.type(key)
    #expect(script.journal == before.journal)
    #expect(script.running == ["97110"])
    #expect(script.state.overlay == nil)
    #expect(script.screen() == before.screen())
  }

  @Test func `a paste outside a field does nothing`() throws {
    for words in ["", Self.two + "1 +1m", Self.two + "s", Self.two + "1 +1m q", Self.two + "?"] {
      var script = try Script(words)
      let before = script
      try script.type("<paste:12qsSnN u:>")
      #expect(script.journal == before.journal)
      #expect(script.screen() == before.screen())
      #expect(!script.hasEnded)
    }
  }

  @Test func `a paste clears an old word all the same`() throws {
    #expect(try Script(Script.visit + "1 <paste:x>").notice == "")
  }

  @Test func `Space pauses everything, and goes on with what ran`() throws {
    var script = try Script(Self.two + "a 97014 <enter> 1 3 +4m <space>")
    #expect(script.running == [])
    #expect(script.shows("‖ PAUSE"))
    try script.type("+2m <space> +1m")
    #expect(script.running == ["97110", "97014"])
    #expect(script.minutes("97110") == 5)
    #expect(script.session()?.pauses.count == 1)
  }

  @Test func `a digit during a pause ends it and starts that clock only`() throws {
    let script = try Script(Self.two + "1 +4m <space> +2m 2")
    #expect(script.running == ["97530"])
    #expect(script.session()?.isPaused == false)
    #expect(script.state.overlay == nil)
  }

  @Test(arguments: [
    ("to", "toilet"), ("r", "rest"), ("PHO", "phone"), ("ph", "ph"),
    ("\"nose bleed\"", "nose bleed"),
  ])
  func `a reason for the pause may be typed, or begun`(typed: String, reason: String) throws {
    let script = try Script(Self.two + "1 +4m <space> \(typed) <enter>")
    #expect(script.kinds.last == .pauseReason(reason))
    #expect(script.session()?.pauses.last?.reason == reason)
  }

  @Test(arguments: ["<esc>", "<enter>", "r <esc>", "r <backspace> <enter>"])
  func `a reason need not be given, and the pause goes on`(keys: String) throws {
    let script = try Script(Self.two + "1 +4m <space> " + keys)
    #expect(script.kinds.last == .paused)
    #expect(script.session()?.isPaused == true)
    #expect(script.state.overlay == nil)
  }

  @Test func `with nothing running there is nothing to pause`() throws {
    #expect(try Script(Self.two + "<space>").notice == "Nothing runs that could pause.")
  }

  @Test func `a start stops the clock of another client, and says so`() throws {
    var script = try Script(Self.two + "1 +4m o n JB <enter> <enter> a 97535 <enter> 1")
    #expect(script.notice == "Switched from KM.")
    #expect(script.journal.last?.sessions.map(\.rawValue) == [2, 1])
    #expect(script.session("KM")?.running == [])
    try script.type("+3m [")
    #expect(script.minutes("97110") == 4)
  }

  @Test func `timers run on today's sessions only`() throws {
    var script = try Script(
      "n KM <up> <up> <c-u> 2026-11-20 <enter> <enter> a 97110 <enter> 1")
    #expect(script.notice.contains("Timers run on today's sessions only"))
    #expect(script.running == [])
    try script.type("t \"24m seen\" <enter>")
    #expect(script.minutes("97110") == 24)
    #expect(script.session()?["97110"]?.typed.map(\.isLate) == [true])
  }

  @Test func `a clock that runs over midnight goes on and can be switched`() throws {
    var script = try Script("+13h +55m " + Self.two + "1 +10m 2 +5m")
    #expect(script.minutes("97110") == 10)
    #expect(script.running == ["97530"])
    try script.type("2 +1s 1")
    #expect(script.running == [])
    #expect(script.notice.contains("Timers run on today's sessions only"))
  }

  @Test func `the countdown can be switched off`() throws {
    var script = try Script(Self.two + "1 +4m")
    #expect(script.shows("next unit 4 min"))
    try script.type(": countdown <enter>")
    #expect(!script.shows("next unit"))
    #expect(!script.shows("more min"))
  }

  @Test func `the program never stops a clock of itself`() throws {
    let script = try Script(Self.two + "1 +9h <wake> <resize> +9h <wake>")
    #expect(script.running == ["97110"])
    #expect(script.minutes("97110") == 18 * 60)
  }
}
