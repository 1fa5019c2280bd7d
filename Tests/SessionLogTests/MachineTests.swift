import Billing
import SessionLog
import Testing

@Suite("What the machine's clocks do")
struct MachineTests {
  @Test(arguments: ["wall-30", "wall+30", "wall-4000"])
  func `a wall clock that is stepped changes no duration`(step: String) throws {
    let story = try Story("97110 +4 \(step) +3 97530 +2")
    #expect(
      try story.picture == """
        97110 ▓▓▓▓▓▓▓░░
        97530 ░░░░░░░▓▓
        """)
  }

  @Test func `the times shown are those of the wall clock all the same`() throws {
    let story = try Story("97110 +4 wall-30 +3 97110.")
    let interval = try #require(try story.pane("97110").intervals.first)
    #expect([interval.startTime.text, interval.endTime?.text] == ["10:00", "09:37"])
  }

  @Test func `a start is moved by what the wall clock showed when it began`() throws {
    #expect(try Story("+5 97110 +2 wall+30 +1 97110<3").picture == "97110 ░░▓▓▓▓▓▓")
  }

  @Test func `time asleep under a running clock counts, and both steady clocks tell of it`() throws
  {
    let story = try Story("97110 +4 asleep+20 +1 97110.")
    #expect(try story.minutes("97110") == 25)
    let moments = story.logbook.entries.map(\.moment)
    let start = moments[moments.count - 2]
    let stop = moments[moments.count - 1]
    #expect((stop.steady - start.steady) - (stop.awake - start.awake) == 20 * 60_000)
  }

  @Test func `across a restart the wall clock measures, and the interval says so`() throws {
    let story = try Story("97110 +4 off+10 +1 97110. 97530 +1 97530.")
    #expect(try story.minutes("97110") == 15)
    #expect(try story.pane("97110").intervals.map(\.crossesRestart) == [true])
    #expect(try story.pane("97530").intervals.map(\.crossesRestart) == [false])
  }

  @Test func `a wall clock set back over a restart takes nothing off what was measured`() throws {
    #expect(try Story("97110 +4 97530 +1 off-60 +3").minutes("97110") == 4)
    #expect(try Story("97110 +4 off-60 +3").minutes("97110") == 0)
  }

  @Test func `a session over midnight keeps its day and its clock`() throws {
    let story = try Story("+835 97110 +10 97110.")
    #expect(try story.session.visit.date == "2026-11-21")
    #expect(try story.clocks.moment.localDay == "2026-11-22")
    #expect(try story.minutes("97110") == 10)
    let interval = try #require(try story.pane("97110").intervals.first)
    #expect([interval.startTime.text, interval.endTime?.text] == ["23:55", "00:05"])
  }

  @Test(arguments: [("zone+1", "11:10"), ("zone-1", "09:10"), ("zone+6", "16:10")])
  func `another offset changes what is shown and no duration`(zone: String, end: String) throws {
    let story = try Story("97110 +5 \(zone) +5 97110.")
    #expect(try story.minutes("97110") == 10)
    let interval = try #require(try story.pane("97110").intervals.first)
    #expect([interval.startTime.text, interval.endTime?.text] == ["10:00", end])
  }

  @Test func `elapsed time is never negative`() throws {
    var clocks = TestClocks()
    let early = try clocks.moment
    clocks.advance(by: 5_000)
    let late = try clocks.moment
    #expect(late.elapsed(since: early) == 5_000)
    #expect(early.elapsed(since: late) == 0)
    clocks.restart(after: -90_000)
    #expect(try clocks.moment.elapsed(since: late) == 0)
  }
}

@Suite("The clock on the wall")
struct WallTimeTests {
  /// Midnight UTC of 21 November 2026.
  private static let midnight: Int64 = 1_795_219_200_000

  private static let table: [(after: Int64, offset: Int32, minute: Int, text: String)] = [
    (0, 0, 0, "00:00"), (-1, 0, 1439, "23:59"), (59_999, 0, 0, "00:00"), (60_000, 0, 1, "00:01"),
    (43_200_000, 0, 720, "12:00"), (86_399_999, 0, 1439, "23:59"), (86_400_000, 0, 0, "00:00"),
    (0, -18_000, 1140, "19:00"), (18_000_000, -18_000, 0, "00:00"),
    (17_999_999, -18_000, 1439, "23:59"), (0, 20_700, 345, "05:45"),
    (36_600_000, -12_600, 400, "06:40"),
  ]

  @Test(arguments: table)
  func `shows the minute of the local day`(
    after: Int64, offset: Int32, minute: Int, text: String
  ) {
    let time = WallTime(milliseconds: Self.midnight + after, utcOffset: offset)
    #expect(time.minuteOfDay == minute)
    #expect(time.text == text)
  }

  @Test func `falls on the right day before 1970 too`() {
    #expect(WallTime(milliseconds: -1, utcOffset: 0).text == "23:59")
    #expect(WallTime(milliseconds: -86_400_000, utcOffset: 0).text == "00:00")
    #expect(WallTime(milliseconds: 0, utcOffset: -3600).text == "23:00")
  }

  @Test func `moves and keeps its offset`() {
    let time = WallTime(milliseconds: Self.midnight, utcOffset: -3600).advanced(by: -120_000)
    #expect(time == WallTime(milliseconds: Self.midnight - 120_000, utcOffset: -3600))
  }
}
