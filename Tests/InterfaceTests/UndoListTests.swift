import Interface
import SessionLog
import Testing

@Suite("The list of what can be undone")
struct UndoListTests {
  private static let two = Script.visit + "a 97110 <enter> a 97530 <enter> "
  private static let switched = two + "1 +20m 2 +5m "

  @Test func `says what, when and by whom, and what undoing it would change`() throws {
    let words = try Script(Self.switched + "U").words()
    #expect(words.contains("▸ 10:20 started 97530"))
    #expect(words.contains("Ana Reyes"))
    #expect(words.contains("10:00 started 97110"))
    #expect(words.contains("20 → 25 min"))
  }

  @Test func `Enter undoes the marked one and stays, and Enter again redoes it`() throws {
    var script = try Script(Self.switched + "U <enter>")
    #expect(script.running == ["97110"])
    #expect(script.words().contains("undone"))
    try script.type("<enter>")
    #expect(script.running == ["97530"])
    #expect(script.minutes("97110") == 20)
  }

  @Test func `any that the log can do without goes, the last or not`() throws {
    let script = try Script(
      Self.two + "t \"+5\" <enter> <tab> t \"+7\" <enter> U <down> <enter> <esc>")
    #expect(script.minutes("97530") == 0)
    #expect(script.minutes("97110") == 7)
  }

  @Test func `what later entries need says why not, and stays`() throws {
    var script = try Script(Self.switched + "U <down> <down> <down>")
    #expect(script.words().contains("Error: "))
    let entries = script.journal.count
    try script.type("<enter>")
    #expect(script.journal.count == entries)
    #expect(script.notice.hasPrefix("Error: "))
  }

  @Test func `with nothing to undo it says so`() throws {
    #expect(try Script(Script.visit + "U").notice == "There is nothing to undo.")
  }

  @Test func `after u the next undo is named where there is room`() throws {
    let script = try Script(Self.two + "1 +4m 2 +30s u")
    #expect(script.notice.hasSuffix("Next: 10:00 started 97110."))
  }

  /// KM's clock stops as JB's starts; without JB's stop both would run.
  @Test func `an undo that leaves two clients' clocks at once asks, and tells it`() throws {
    let script = try Script(
      Self.two + "1 +4m 1 o n JB <enter> <enter> a 97140 <enter> 1 [ u")
    #expect(script.running == [])
    #expect(
      script.words().contains("97110 of KM and 97140 of JB would run at once by Ana Reyes"))
  }

  private static let jb = "o n JB <enter> <enter> a 97140 <enter> "

  @Test func `a redo that leaves two clients' clocks at once asks as well`() throws {
    var script = try Script(Self.two + "1 +10s u " + Self.jb + "1 +10s [ <c-r>")
    #expect(script.running == [])
    #expect(script.shows("Redo this?"))
    #expect(
      script.words().contains("97110 of KM and 97140 of JB would run at once by Ana Reyes"))
    try script.type("<esc>")
    #expect(script.state.overlay == nil)
    #expect(script.running == [])
  }

  /// Ten minutes are taken out of KM's, and eight of them given to JB.
  @Test func `an undo that lays ended minutes over another's asks, and names them`() throws {
    let script = try Script(
      Self.two + "1 +20m 1 e d <tab> 1005 <tab> 1015 <enter> interrupted <enter> <esc> " + Self.jb
        + "e i 1006-1014 <enter> <enter> forgot <enter> <esc> [ u")
    #expect(
      script.words().contains(
        "97110 of KM 10:00-10:20 and 97140 of JB 10:06-10:14 would overlap by Ana Reyes"))
  }

  /// KM's 10:10-10:20 made room for JB's 10:10-10:30.
  private static let cut =
    two + "1 +20m 1 " + jb + "+20m e i 1010-1030 <enter> <enter> forgot <enter> 2 <enter> "

  @Test func `what one key stored for two clients, one key undoes and redoes for both`() throws {
    var script = try Script(Self.cut)
    while script.state.overlay != nil { try script.type("<esc>") }
    let entries = script.journal.count
    #expect(script.minutes("97140") == 20)
    #expect(script.session("KM")?["97110"]?.minutes(at: script.instant) == 10)
    try script.type("u")
    #expect(script.journal.count == entries + 2)
    #expect(script.minutes("97140") == 0)
    #expect(script.session("KM")?["97110"]?.minutes(at: script.instant) == 20)
    #expect(script.notice.contains("KM: 97110 10 → 20 min"))
    #expect(script.notice.contains("JB: 97140 20 → 0 min"))
    try script.type("<c-r>")
    #expect(script.minutes("97140") == 20)
    #expect(script.session("KM")?["97110"]?.minutes(at: script.instant) == 10)
  }

  @Test func `from the other client's list too`() throws {
    var script = try Script(Self.cut)
    while script.state.overlay != nil { try script.type("<esc>") }
    try script.type("[ U <enter> <esc> ]")
    #expect(script.session("JB")?["97140"]?.minutes(at: script.instant) == 0)
    #expect(script.session("KM")?["97110"]?.minutes(at: script.instant) == 20)
  }
}
