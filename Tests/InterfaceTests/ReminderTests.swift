import Billing
import Interface
import SessionLog
import Testing

@Suite("Reminders")
struct ReminderTests {
  private static let one = Script.visit + "a 97110 <enter> "

  @Test func `a timer over an hour is told once, and goes on`() throws {
    var script = try Script(Self.one + "1 +59m <wake>")
    #expect(script.notice == "")
    try script.type("+1m <wake>")
    #expect(script.notice == "97110 runs for over 1 h, since 10:00; e mends it.")
    try script.type("<right> +1m <wake>")
    #expect(script.notice == "")
    #expect(script.running == ["97110"])
  }

  @Test func `the limit is the one of the settings`() throws {
    var tables = Tables.builtIn
    tables.longTimerMinutes = 45
    let script = try Script(Self.one + "1 +45m <wake>", tables: tables)
    #expect(script.notice.hasPrefix("97110 runs for over 45 min"))
  }

  /// At 10:00; planned from 9:30 for 45 minutes, so until 10:15.
  private static let planned =
    "P KM <enter> 9:30a <enter> <enter> <enter> a 97110 <enter> "

  @Test func `a clock past the planned end is told once, and goes on`() throws {
    var script = try Script(Self.planned + "1 +14m +59s <wake>")
    #expect(script.notice == "")
    try script.type("+1s <wake>")
    #expect(
      script.notice == "KM was planned until 10:15, and 97110 still runs; its digit stops it.")
    try script.type("<right> +5m <wake>")
    #expect(script.notice == "")
    #expect(script.running == ["97110"])
  }

  @Test(
    "no planned end is told where no clock runs past it", arguments: ["+40m", "1 +14m 1 +6m"])
  func noOverrun(keys: String) throws {
    let script = try Script(Self.planned + keys + " <wake>")
    #expect(!script.notice.contains("planned until"))
  }

  @Test func `a start at the program's beginning tells a planned end that went by`() throws {
    var script = try Script(Self.planned + "1 +20m").startedAnew()
    try script.type("<tab> <wake>")
    #expect(script.notice.hasPrefix("KM was planned until 10:15, and 97110 still runs"))
  }

  @Test func `a visit in which nothing runs for five minutes is told once`() throws {
    var script = try Script(Self.one + "1 +12m 1 +4m <wake>")
    #expect(script.notice == "")
    try script.type("+1m <wake>")
    #expect(script.notice.hasPrefix("Nothing runs since 10:12;"))
    try script.type("<right> +9m <wake>")
    #expect(script.notice == "")
  }

  @Test(arguments: ["1 +12m <space> <esc>", "", "1 +12m"])
  func `not where it is paused, not begun, or a clock runs`(keys: String) throws {
    let script = try Script(Self.one + keys + " +20m <wake>")
    #expect(!script.notice.contains("Nothing runs"))
  }

  @Test func `a clock from yesterday is told after midnight`() throws {
    let script = try Script("+13h +50m " + Self.one + "1 +11m <wake>")
    #expect(script.notice.hasPrefix("97110 runs since 23:50 of 2026-11-21;"))
    #expect(script.running == ["97110"])
  }

  @Test func `nothing that is typed is covered; it is told afterwards`() throws {
    var script = try Script(Self.one + "1 t \"-5\" +60m <wake>")
    #expect(script.typed == "-5")
    #expect(script.notice == "")
    try script.type("<esc> <wake>")
    #expect(script.notice.hasPrefix("97110 runs for over 1 h"))
  }

  @Test func `the program wakes when one is due`() throws {
    // Of the list, where no second is seen: 30 s to the full minute, 20 s to the hour of the timer.
    let script = try Script("+10s " + Self.one + "1 o +59m +40s")
    #expect(millisecondsToNextChange(script.state, at: script.now) == 10_000)
    let summary = try Script("+10s " + Self.one + "1 +2m 1 +4m +55s")
    #expect(millisecondsToNextChange(summary.state, at: summary.now) == 5_000)
  }
}
