import Interface
import SessionLog
import Testing

@Suite("Gaps of the machine's clocks")
struct GapTests {
  private static let one = Script.visit + "a 97110 <enter> 1 +5m <wake> "
  /// Asleep from 10:05 to 10:48 while 97110 ran.
  private static let slept = one + "~43m <wake> "

  @Test func `43 minutes of sleep are asked about, with what each answer comes to`() throws {
    let script = try Script(Self.slept)
    let words = script.words()
    #expect(words.contains("The machine slept 10:05-10:48, 43 minutes, while 97110 of KM ran."))
    #expect(words.contains("97110 48 → 5 min; units 3 → 0."))
    #expect(script.minutes("97110") == 48)
  }

  @Test(arguments: [("k", 48), ("t", 5), ("s 20 <enter>", 25)])
  func `keep, take out, split: once`(keys: String, minutes: Int) throws {
    var script = try Script(Self.slept + keys)
    #expect(script.minutes("97110") == minutes)
    #expect(script.state.overlay == nil)
    #expect(script.running == ["97110"])
    try script.type("+1m <wake> +1m <wake>")
    #expect(script.state.overlay == nil)
    #expect(script.minutes("97110") == minutes + 2)
    #expect(try script.startedAnew().state.overlay == nil)
  }

  @Test func `what it takes out, undo gives back and asks again`() throws {
    let script = try Script(Self.slept + "t u <wake>")
    #expect(script.minutes("97110") == 48)
    #expect(script.shows("The machine slept"))
  }

  @Test(arguments: ["0", "44", "x", "<enter>"])
  func `only minutes of the gap are taken`(typed: String) throws {
    let script = try Script(Self.slept + "s " + typed + " <enter>")
    #expect(script.minutes("97110") == 48)
    #expect(script.words().contains("1 to 43"))
  }

  @Test func `Esc leaves it for later, and says how it is asked again`() throws {
    var script = try Script(Self.slept + "<esc>")
    #expect(script.notice.contains(": gap asks again"))
    try script.type("+1m <wake>")
    #expect(script.state.overlay == nil)
    #expect(script.minutes("97110") == 49)
    try script.type(": gap <enter>")
    #expect(script.shows("The machine slept"))
  }

  @Test(arguments: ["o", "s"])
  func `on today's screen and in the summary it is asked again too`(key: String) throws {
    let script = try Script(Self.slept + "<esc> " + key + " : gap <enter>")
    #expect(script.shows("The machine slept"))
  }

  @Test func `a box in which something is typed is not covered`() throws {
    var script = try Script(Self.one + "t \"-5\" ~43m <wake>")
    #expect(script.typed == "-5")
    try script.type("<esc>")
    #expect(script.shows("The machine slept"))
  }

  @Test(arguments: ["~59s", "+43m", ""])
  func `without a minute of sleep nothing is asked`(time: String) throws {
    let script = try Script(Self.one + time + " <wake>")
    #expect(script.state.overlay == nil)
    #expect(script.kinds.last == .started(code: "97110"))
  }

  @Test func `without a running clock sleep is nobody's business`() throws {
    let script = try Script(Self.one + "1 ~43m <wake>")
    #expect(script.state.overlay == nil)
    #expect(script.kinds.last == .stopped(code: "97110"))
  }

  @Test func `one answer is for every visit whose clock ran`() throws {
    // A supervised modality of JB runs beside KM's exercise.
    let script = try Script(
      Self.one + "o n JB <enter> <enter> a 97014 <enter> 1 [ +1m <wake> ~43m <wake> t")
    #expect(script.session("KM")?["97110"]?.minutes(at: script.instant) == 6)
    #expect(script.session("JB")?["97014"]?.minutes(at: script.instant) == 1)
  }

  // MARK: Clocks that are set, days, hours, restarts

  @Test func `only what ran is named, whatever the clock on the wall showed before`() throws {
    var script = try Script(Script.visit + "a 97110 <enter> a 97530 <enter> 1 +30m 1 ")
    script.stepWallClock(byMinutes: -60)
    try script.type("<wake> +5m 2 +1m ~43m <wake>")
    #expect(script.words().contains("43 minutes, while 97530 of KM ran. Was that treatment?"))
  }

  @Test(arguments: [60, -60]) func `a clock that is set changes no duration and is told once`(
    minutes: Int64
  ) throws {
    var script = try Script(Self.one)
    script.stepWallClock(byMinutes: minutes)
    try script.type("+1m <wake>")
    #expect(script.minutes("97110") == 6)
    #expect(script.notice.hasPrefix("The wall clock was set from 10:06 to"))
    let entries = script.journal.count
    try script.type("+1m <wake> +1m <wake>")
    #expect(script.journal.count == entries)
    #expect(script.state.overlay == nil)
  }

  @Test func `the autumn hour is no gap`() throws {
    var script = try Script(Self.one)
    script.turnZone(byHours: -1)
    try script.type("+1m <wake>")
    #expect(script.kinds.last == .started(code: "97110"))
    #expect(script.minutes("97110") == 6)
  }

  @Test func `nor is midnight`() throws {
    let script = try Script("+13h +50m " + Self.one + "+10m <wake>")
    #expect(!script.kinds.contains { if case .noticed = $0 { true } else { false } })
    #expect(script.minutes("97110") == 15)
  }

  @Test func `a restart is asked about by the wall clock, once`() throws {
    var script = try Script(Self.one + "<hang-up> !30m").startedAnew(
      setup: Script.setup)
    try script.type("<wake>")
    #expect(script.shows("The machine was started anew"))
    #expect(script.words().contains("somewhere between 10:00 and 10:35"))
    try script.type("t")
    #expect(script.minutes("97110") == 0)
    try script.type("<hang-up>")
    var again = try script.startedAnew()
    try again.type("<wake>")
    #expect(again.state.overlay == nil)
  }

  @Test func `sleep while the program was closed is asked about at its start`() throws {
    var script = try Script(Self.one + "<hang-up> ~43m +2m").startedAnew(
      setup: Script.setup)
    try script.type("<wake>")
    #expect(script.words().contains("slept somewhere between 10:00 and 10:50, 43 minutes"))
  }

  @Test func `practice and a look alone record nothing`() throws {
    for change in [\Setup.isPractice, \Setup.isLookOnly] {
      var setup = Script.setup
      setup[keyPath: change] = true
      var script = try Script(Self.one).startedAnew(setup: setup)
      let entries = script.journal.count
      try script.type("~43m <wake>")
      #expect(script.journal.count == entries)
      #expect(script.state.overlay == nil)
    }
  }
}
