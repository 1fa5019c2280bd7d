import Billing
import Interface
import SessionLog
import Testing

/// `x`: one-on-one with the person before, in one key and one entry.
@Suite("The person before")
struct SwapPersonTests {
  private static let two =
    Script.visit + "a 97110 <enter> 1 +8m N JB <enter> <enter> a 97530 <enter> 1 +5m "

  @Test func `x goes back to the client before: one entry, both clocks`() throws {
    var script = try Script(Self.two)
    let before = script.kinds.count
    try script.type("x")
    #expect(script.kinds.count == before + 1)
    #expect(script.kinds.last == .started(code: "97110"))
    #expect(script.journal.last?.sessions.map(\.rawValue) == [1, 2])
    #expect(script.session()?.visit.client == "KM")
    #expect(script.running == ["97110"])
    #expect(script.session("JB")?.running == [])
    #expect(script.notice == "Switched from JB.")
    try script.type("+3m x +2m x +1m")
    #expect(script.session()?.visit.client == "KM")
    #expect(script.minutes("97110") == 12)
  }

  @Test func `the minutes of all clients together are those of the clock`() throws {
    let script = try Script(Self.two + "x +3m x +2m ] 1 +4m x +6m x +1m")
    let instant = script.state.logbook.instant(of: script.now)
    let sum = script.state.logbook.sessions.values.flatMap(\.panes)
      .reduce(0) { $0 + $1.minutes(at: instant) }
    #expect(sum == 8 + 5 + 3 + 2 + 4 + 6 + 1)
  }

  @Test func `it is the last of several, and takes the code that ran there last`() throws {
    let script = try Script(
      Self.two + "a 97140 <enter> 2 +2m N TW <enter> <enter> a 97112 <enter> 1 +4m x")
    #expect(script.session()?.visit.client == "JB")
    #expect(script.running == ["97140"])
  }

  @Test func `with nobody before it says so`() throws {
    let script = try Script(Script.visit + "a 97110 <enter> 1 +4m x")
    #expect(script.notice.hasPrefix("Nobody else was one-on-one today"))
    #expect(script.running == ["97110"])
  }

  @Test func `from a visit that was only opened it leads to the clock that runs`() throws {
    let script = try Script(Script.visit + "a 97110 <enter> 1 +4m N JB <enter> <enter> x")
    #expect(script.session()?.visit.client == "KM")
    #expect(script.notice == "97110 of KM runs already.")
    #expect(script.kinds.count == 4)
  }

  @Test func `a signed visit is not gone back to`() throws {
    let script = try Script(
      Script.visit + "a 97110 <enter> 1 +8m 1 " + DayScreenTests.sign
        + "o n JB <enter> <enter> a 97530 <enter> 1 +5m x")
    #expect(script.notice.hasPrefix("Nobody else"))
  }
}
