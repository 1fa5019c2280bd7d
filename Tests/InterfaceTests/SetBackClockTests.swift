import Billing
import Interface
import SessionLog
import Testing

/// Where the clock on the wall was set back under a timer, its interval ends by that clock before it
/// begins: it is mended by the time that went by.
@Suite("A clock that was set back")
struct SetBackClockTests {
  /// 97110 from 10:00 on; after twenty minutes it is 9:20 again, at 9:30 it stops, and it is 9:40.
  private func setBack() throws -> Script {
    var script = try Script(Script.visit + "a 97110 <enter> a 97530 <enter> 1 +20m")
    script.stepWallClock(byMinutes: -60)
    try script.type("+10m 1 +10m")
    #expect(script.minutes("97110") == 30)
    return script
  }

  private func times(_ script: Script, _ code: ProcedureCode = "97110") -> [String] {
    script.session()?[code]?.intervals.map {
      "\($0.startTime.text)-\($0.endTime?.text ?? "now") \($0.milliseconds(at: script.instant) / 60_000)"
    } ?? []
  }

  @Test(arguments: [
    ("<tab> -5 <enter> <enter>", "10:00-09:25 25"),
    ("<tab> 0925 <enter> <enter>", "10:00-09:25 25"),
    ("\"+5\" <enter> <enter> <enter>", "10:05-09:30 25"),
    ("1005 <enter> <enter> <enter>", "10:05-09:30 25"),
  ])
  func `either end of its interval is corrected`(keys: String, told: String) throws {
    var script = try setBack()
    try script.type("e <enter> " + keys)
    #expect(times(script) == [told])
  }

  @Test func `a time that is to come again is told as one of before`() throws {
    var script = try setBack()
    try script.type("e <enter> 1005")
    #expect(script.words().contains("10:05, before the clock was set back"))
    #expect(script.words().contains("30 → 25 min"))
  }

  @Test(arguments: [
    ("1010", ["10:00-10:10 10", "10:10-09:30 20"]), ("0925", ["10:00-09:25 25", "09:25-09:30 5"]),
  ])
  func `it is split by the clock of before and of after`(time: String, told: [String]) throws {
    var script = try setBack()
    try script.type("e s \(time) <enter> <enter> <enter>")
    #expect(times(script) == told)
  }

  @Test func `a stretch of it is taken out`() throws {
    var script = try setBack()
    try script.type("e d <tab> 0922 <tab> 0927 <enter> rest <enter>")
    #expect(script.minutes("97110") == 25)
    #expect(times(script).map { $0.split(separator: " ").last } == ["22", "3"])
  }

  @Test(arguments: ["0925-0929", "1005-1010"])
  func `nothing of the same hands is inserted over it`(range: String) throws {
    var script = try setBack()
    try script.type("<right> e i \(range) <enter>")
    #expect(script.words().contains("Error: 97110 has 10:00-09:30; one performer does one thing"))
  }

  @Test func `what is in the way is cut back by its own clock`() throws {
    var script = try setBack()
    try script.type("<right> e i 0925-0935 <enter> <enter> <enter>")
    #expect(script.shows("only what is free: 09:30-09:35"))
    #expect(script.shows("take 10:25-10:30 out of 97110"))
    try script.type("2 <enter> <enter> <enter>")
    #expect(times(script) == ["10:00-10:25 25"])
    #expect(times(script, "97530") == ["09:25-09:35 10"])
  }

  @Test func `after it there is room`() throws {
    var script = try setBack()
    try script.type("<right> e i 0932-0938 <enter> <enter> <enter>")
    #expect(times(script, "97530") == ["09:32-09:38 6"])
  }
}
