import Interface
import SessionLog
import Testing

@Suite("Forgot to switch")
struct SwitchBackTests {
  private static let two = Script.visit + "a 97110 <enter> a 97530 <enter> "
  /// 97110 from 10:00, 97530 from 10:20 on; it is 10:25.
  private static let switched = two + "1 +20m 2 +5m "

  @Test(arguments: ["8", "-8", "1012", "10:12", "10:12a", "1012a"])
  func `two keys and a number move the switch, in one entry`(
    typed: String
  ) throws {
    var script = try Script(Self.switched)
    let entries = script.journal.count
    try script.type("b " + typed + " <enter>")
    #expect(script.journal.count == entries + 1)
    #expect(script.journal.last?.reason == nil)
    #expect(script.minutes("97110") == 12)
    #expect(script.minutes("97530") == 13)
    #expect(script.running == ["97530"])
    #expect(script.notice.hasPrefix("The switch was at 10:12. 97110 20 → 12 min"))
  }

  @Test func `a reason is what stands behind the time`() throws {
    let script = try Script(Self.switched + "b \"8 phone rang\" <enter>")
    #expect(script.journal.last?.reason == "phone rang")
    #expect(script.minutes("97110") == 12)
  }

  /// 97110 began with 10:00, and 97530 within the same minute.
  @Test func `a switch with no minute to move in says so, and offers no limit`() throws {
    let script = try Script(Self.two + "1 +20s 2 +10s b 5 <enter>")
    #expect(script.words().contains("Error: it cannot move: 97110 began then."))
    #expect(script.words().contains("1 see the intervals of 97110 first"))
  }

  @Test func `minutes and units of both codes are shown before it is stored`() throws {
    let script = try Script(Self.switched + "b 8")
    let words = script.words()
    #expect(words.contains("97110 → 97530 at 10:20"))
    #expect(words.contains("at 10:12, 8 min earlier"))
    #expect(words.contains("20 → 12 min 2 → 1 unit"))
    #expect(words.contains("5 → 13 min 0 → 1 unit"))
    #expect(words.contains("day 2 units"))
    #expect(script.minutes("97110") == 20)
  }

  @Test func `undo gives it back, redo takes it again`() throws {
    var script = try Script(Self.switched + "b 8 <enter> u")
    #expect(script.minutes("97110") == 20)
    try script.type("<c-r>")
    #expect(script.minutes("97110") == 12)
  }

  @Test func `between two clients both change, each under its name`() throws {
    var script = try Script(
      Self.two + "1 +20m o n JB <enter> <enter> a 97140 <enter> 1 +5m b 8")
    let words = script.words()
    #expect(words.contains("97110 of KM → 97140 of JB at 10:20"))
    #expect(words.contains("20 → 12 min"))
    #expect(words.contains("5 → 13 min"))
    try script.type("<enter>")
    #expect(script.session("KM")?["97110"]?.minutes(at: script.instant) == 12)
    #expect(script.minutes("97140") == 13)
    #expect(script.notice.contains("KM: 97110 20 → 12 min"))
    #expect(script.notice.contains("JB: 97140 5 → 13 min"))
  }

  @Test func `without a switch it says so`() throws {
    #expect(try Script(Self.two + "1 +5m b").notice.hasPrefix("No switch yet: "))
    #expect(try Script(Self.two + "1 +5m 1 +5m 2 b").notice.hasPrefix("No switch yet: "))
  }

  @Test func `what cannot be says its bounds, and Enter offers three ways`() throws {
    var script = try Script(Self.switched + "b 25")
    #expect(
      script.words().contains("Error: 09:55 is too early; the earliest is 10:00, for 97110 began"))
    #expect(script.words().contains("From 10:00 to 10:25 can be."))
    try script.type("<enter>")
    let ways = script.words()
    #expect(ways.contains("1 at 10:00, the earliest"))
    #expect(ways.contains("2 see the intervals of 97110 first"))
    #expect(ways.contains("3 leave it at 10:20"))
    #expect(script.kinds.last == .started(code: "97530"))
  }

  @Test func `each way works`() throws {
    var first = try Script(Self.switched + "b 25 <enter> 1")
    #expect(first.typed == "10:00")
    try first.type("<enter>")
    #expect(first.minutes("97110") == 0)
    let second = try Script(Self.switched + "b 25 <enter> 2")
    #expect(second.shows("Intervals of 97110"))
    let third = try Script(Self.switched + "b 25 <enter> 3")
    #expect(third.state.overlay == nil)
    #expect(third.minutes("97110") == 20)
  }

  @Test func `a reason that was typed stays behind the time that mends it`() throws {
    var script = try Script(Self.switched + "b \"25 2 calls came\" <enter> 1")
    #expect(script.typed == "10:00 2 calls came")
    try script.type("<enter>")
    #expect(script.journal.last?.reason == "2 calls came")
    #expect(
      try Script(Self.switched + "b \"25 forgot to sw\" <enter> 1").typed
        == "10:00 forgot to switch")
  }

  @Test func `a reason may begin with a number`() throws {
    let script = try Script(Self.switched + "b \"8 2 calls\" <enter>")
    #expect(script.minutes("97110") == 12)
    #expect(script.journal.last?.reason == "2 calls")
  }

  @Test func `Esc goes from the ways to what was typed, then back`() throws {
    var script = try Script(Self.switched + "b 25 <enter> <esc>")
    #expect(script.typed == "25")
    try script.type("<esc>")
    #expect(script.state.overlay == nil)
  }

  @Test(arguments: [
    ("x", "Error: not a time"), ("0", "Error: 0 minutes"), ("1041", "Error: 10:41"),
  ])
  func `what is no time is refused, and stays`(typed: String, words: String) throws {
    let script = try Script(Self.switched + "b " + typed + " <enter>")
    #expect(script.shows(words))
    #expect(script.typed == typed)
    #expect(script.kinds.last == .started(code: "97530"))
  }

  @Test func `a minute that a limit lies in means the limit`() throws {
    let script = try Script(Self.two + "+31s 1 +20m 2 +5m b 1000 <enter>")
    #expect(script.minutes("97530") == 25)
  }
}

extension Script {
  /// Where now stands on the log's axis.
  var instant: Instant { state.logbook.instant(of: now) }
}
