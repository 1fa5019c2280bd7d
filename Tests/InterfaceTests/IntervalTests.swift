import Billing
import Interface
import SessionLog
import Testing

@Suite("The intervals of a pane")
struct IntervalTests {
  private static let two = Script.visit + "a 97110 <enter> a 97530 <enter> "
  /// 97110 10:00-10:20, 97530 10:20-10:40, 97110 from 10:40 on; it is 10:50, the focus on 97110.
  private static let three = two + "1 +20m 2 +20m 1 +10m "

  @Test func `are listed with times, length and where they come from`() throws {
    let words = try Script(Self.three + "e").words()
    #expect(words.contains("1 10:00-10:20 20 min clocked"))
    #expect(words.contains("2 10:40-now 10 min clocked"))
    #expect(words.contains("before 10:20-10:40 97530"))
  }

  @Test func `one is corrected, out of order too`() throws {
    let script = try Script(Self.three + "e <up> <enter> 10:05 <enter> <enter> <enter>")
    #expect(script.minutes("97110") == 25)
    let interval = try #require(script.session()?["97110"]?.intervals.first)
    #expect(interval.provenance == .corrected)
    #expect(script.shows("Intervals of 97110"))
  }

  @Test func `new minutes, units and neighbours are shown before it is stored`() throws {
    let script = try Script(Self.three + "e <up> <enter> <tab> -15")
    let words = script.words()
    #expect(words.contains("10:05, 45 min ago"))
    #expect(words.contains("after 10:20-10:40 97530"))
    #expect(words.contains("30 → 15 min"))
    #expect(words.contains("2 → 1 unit"))
    #expect(script.minutes("97110") == 30)
  }

  @Test func `a reason is offered today, and taken with its entry`() throws {
    var script = try Script(
      Self.three + "e <up> <enter> 1005 <enter> <enter> \"forgot to st\" <right>")
    #expect(script.typed == "forgot to start")
    try script.type("<right>")
    #expect(script.typed == "forgot to stop")
    try script.type("<enter>")
    #expect(script.journal.last?.reason == "forgot to stop")
    #expect(script.shows("by Ana Reyes: forgot to stop"))
  }

  @Test func `a running one keeps running unless an end is typed`() throws {
    var script = try Script(Self.three + "e <enter> 1045 <enter> <enter> <enter>")
    #expect(script.running == ["97110"])
    #expect(script.minutes("97110") == 25)
    try script.type("<enter> <tab> 1048 <enter> <enter>")
    #expect(script.running == [])
    #expect(script.minutes("97110") == 23)
  }

  @Test func `one is inserted into what is free`() throws {
    let script = try Script(
      Self.two + "1 +20m 1 +30m e i 1025 <enter> \"+10\" <enter> forgot <enter>")
    #expect(script.minutes("97110") == 30)
    #expect(
      script.session()?["97110"]?.intervals.map(\.provenance) == [.clocked, .typed])
  }

  @Test func `a range typed as the start is its start and its end`() throws {
    var script = try Script(Self.two + "1 +20m 1 +30m e i 1025-1035")
    #expect(script.words().contains("typed 10:25-10:35 for 97110"))
    try script.type("<enter>")
    #expect(script.typed == "1035")
    try script.type("<enter> forgot <enter>")
    #expect(script.minutes("97110") == 30)
  }

  @Test func `one is split, and its rest given to another code`() throws {
    var script = try Script(Self.three + "e <up> s 1012 <enter> <right> <enter> wrong")
    #expect(script.words().contains("30 → 22 min"))
    try script.type("<enter>")
    #expect(script.minutes("97110") == 22)
    #expect(script.minutes("97530") == 28)
    #expect(script.journal.last?.reason == "wrong code")
  }

  /// KM's 97014 from 10:00 on, beside it JB's 97140 from 10:20 on; it is 10:30.
  private static let beside =
    Script.visit + "a 97014 <enter> a 97110 <enter> 1 +20m "
    + "o n JB <enter> <enter> a 97140 <enter> 1 +10m "

  @Test func `no rest of a split runs beside another client's clock`() throws {
    let script = try Script(Self.beside + "[ e s 1025 <enter> <right>")
    #expect(
      script.words().contains("Error: Ana Reyes is with JB, whose clock runs; stop it first."))
  }

  @Test func `nor lies over what was given to another, which can be cut back`() throws {
    var script = try Script(Self.beside + "1 [ 1 e s 1010 <enter> <right> <enter> wrong")
    #expect(script.words().contains("Error: 97140 of JB has 10:20-10:30; one performer"))
    try script.type("<enter>")
    #expect(script.shows("1  take 10:20-10:30 out of 97140 of JB"))
    try script.type("1 <enter> <enter> <enter>")
    #expect(script.session("JB")?["97140"]?.minutes(at: script.instant) == 0)
    #expect(script.minutes("97110") == 20)
  }

  @Test func `one is taken out, whole or a stretch of it`() throws {
    #expect(try Script(Self.three + "e <up> d <enter>").minutes("97110") == 10)
    let part = try Script(
      Self.three + "e <up> d <tab> 1005 <tab> 1010 <enter> interrupted <enter>")
    #expect(part.minutes("97110") == 25)
    #expect(part.session()?["97110"]?.intervals.count == 3)
    #expect(part.journal.last?.reason == "interrupted")
  }

  @Test func `every correction can be undone and redone`() throws {
    var script = try Script(Self.three + "e <up> d <enter> <esc> u")
    #expect(script.minutes("97110") == 30)
    try script.type("<c-r>")
    #expect(script.minutes("97110") == 10)
  }

  @Test(arguments: [
    ("<enter> 1130 <enter>", "Error: 11:30 is still to come"),
    ("<up> <enter> <tab> 0955", "Error: it would end at 09:55, not after its start, 10:00."),
    ("<up> <enter> -660", "Error: 23:00 is of the day before"),
    ("<up> s 1030", "Error: 10:30 is not within 10:00-10:20"),
    ("<up> d <tab> 0950", "Error: the interval is 10:00-10:20"),
    ("<up> <enter> abc", "Error: not a time"), ("<up> <enter> 25", "Error: -25 is earlier"),
    ("<up> <enter> -2000", "Error: at most 1440"),
  ])
  func `impossible values are refused, and stay`(keys: String, words: String) throws {
    var script = try Script(Self.three + "e " + keys)
    #expect(script.words().contains(words))
    let entries = script.journal.count
    try script.type("<enter> <enter> <enter>")
    #expect(script.journal.count == entries)
    guard case .intervals(let box)? = script.state.overlay else {
      Issue.record("the form is gone")
      return
    }
    #expect(box.form != nil)
  }

  // MARK: Three ways

  /// 97530 asked for from 10:10 to 10:30, over 97110's first.
  private static let blocked = three + "<tab> e i 1010 <enter> 1050 <enter> <enter>"

  @Test func `over what was given already three ways to mend are offered`() throws {
    let words = try Script(Self.three + "<tab> e i 1010 <enter> 1019 <enter> <enter>")
      .words()
    #expect(words.contains("Error: 97110 has 10:00-10:20; one performer does one thing at a time."))
    #expect(words.contains("1 take 10:10-10:19 out of 97110"))
    #expect(words.contains("2 see the intervals of 97110 first"))
    #expect(words.contains("3 leave everything as it is"))
  }

  @Test func `only what is free`() throws {
    var script = try Script(
      Self.two + "1 +20m 1 +20m <tab> e i 1010 <enter> 1030 <enter> <enter> 1")
    #expect(script.words().contains("typed 10:20-10:30 for 97530"))
    try script.type("<enter> <enter> <enter>")
    #expect(script.minutes("97530") == 10)
    #expect(script.minutes("97110") == 20)
  }

  @Test func `or the other is cut back, in view before it is stored`() throws {
    var script = try Script(
      Self.two + "1 +20m 1 +20m <tab> e i 1010 <enter> 1030 <enter> <enter> 2")
    #expect(script.words().contains("20 → 10 min"))
    #expect(script.words().contains("0 → 20 min"))
    try script.type("<enter> <enter> <enter>")
    #expect(script.minutes("97530") == 20)
    #expect(script.minutes("97110") == 10)
  }

  @Test func `or nothing is done`() throws {
    let script = try Script(
      Self.two + "1 +20m 1 +20m <tab> e i 1010 <enter> 1030 <enter> <enter> 3")
    #expect(script.shows("Intervals of 97530"))
    #expect(script.minutes("97530") == 0)
  }

  @Test func `a pause leaves what is before and what is after it`() throws {
    let script = try Script(
      Self.two + "1 +10m <space> <esc> +10m <space> +10m 1 <tab> e i 1005 <enter> 1025 <enter> "
        + "<enter>")
    #expect(script.words().contains("Error: 10:10-10:20 is a pause."))
    #expect(script.words().contains("leave everything as it is"))
  }

  @Test func `a minute that the other ended in is no overlap`() throws {
    let script = try Script(
      Self.two + "1 +20m +31s 1 +20m <tab> e i 1020 <enter> 1030 <enter> <enter>")
    #expect(script.minutes("97530") == 9)
    #expect(script.session()?["97530"]?.seconds(at: script.instant) == 569)
  }

  // MARK: Another day

  private static let yesterday =
    "n KM <up> <up> <c-u> 2026-11-20 <enter> <enter> a 97110 <enter> "

  @Test func `an earlier day takes times of that day, labels them late and wants a reason`() throws
  {
    var script = try Script(Self.yesterday + "e i 0900 <enter> 0924 <enter>")
    #expect(script.words().contains("09:00 on 2026-11-20"))
    #expect(script.words().contains("Late: it is made after the day"))
    let entries = script.journal.count
    try script.type("<enter>")
    #expect(script.journal.count == entries)
    #expect(script.shows("Error: a reason is needed"))
    try script.type("\"forgot to start\" <enter>")
    #expect(script.minutes("97110") == 24)
    #expect(script.session()?["97110"]?.intervals.first?.isLate == true)
    #expect(script.words().contains("late"))
  }

  @Test func `a signed visit is not changed`() throws {
    let script = try Script(
      Self.two + "1 +20m 1 +1m s S <let-stand> <enter> <esc> e")
    #expect(script.state.overlay == nil)
    #expect(script.notice.hasPrefix("Signed by"))
  }
}
