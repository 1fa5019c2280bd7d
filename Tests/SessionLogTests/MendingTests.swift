import Billing
import SessionLog
import Testing

@Suite("Mending time")
struct MendingTests {
  @Test func `the last interval began earlier`() throws {
    let story = try Story("+5 97110 +3 97110<4 +1")
    #expect(try story.picture == "97110 ░▓▓▓▓▓▓▓▓")
    let interval = try #require(try story.pane("97110").intervals.first)
    #expect(interval.provenance == .backTimed)
    #expect(interval.startTime.text == "10:01")
  }

  @Test func `the last interval began later`() throws {
    #expect(try Story("97110 +6 97110. 97110>2 +1").picture == "97110 ░░▓▓▓▓░")
  }

  @Test func `only the last interval moves`() throws {
    let story = try Story("97110 +2 97110. +4 97110 +2 97110<1")
    #expect(try story.picture == "97110 ▓▓░░░▓▓▓")
    #expect(try story.pane("97110").intervals.map(\.provenance) == [.clocked, .backTimed])
  }

  @Test func `it cannot begin after it ended, nor after now`() throws {
    #expect(throws: ImpossibleEntry.self) { try Story("97110 +3 97110. +9 97110>4") }
    #expect(throws: ImpossibleEntry.self) { try Story("97110 +3 97110>4") }
    #expect(try Story("97110 +3 97110>3").minutes("97110") == 0)
  }

  @Test func `typed minutes have no place on the timeline`() throws {
    let story = try Story("97110 +4 97110. 97110+5 +1")
    #expect(try story.picture == "97110 ▓▓▓▓░ +5")
    #expect(try story.minutes("97110") == 9)
    #expect(try story.pane("97110").typed.map(\.provenance) == [.typed])
    #expect(try story.day.intervals.count == 1)
  }

  @Test func `typed seconds and clocked ones are cut together`() throws {
    var story = try Story("97110 +4 +40s 97110.")
    try story.record(.secondsTyped(code: "97110", seconds: 20))
    #expect(try story.minutes("97110") == 5)
  }

  @Test func `no code has less than no time`() throws {
    var story = try Story("97110 +4 97110-9")
    #expect(try story.minutes("97110") == 0)
    try story.say("+6")
    #expect(try story.minutes("97110") == 1)
  }

  @Test func `a stated total adds what is missing`() throws {
    let story = try Story("97110 +4 97110. 97110=24")
    #expect(try story.picture == "97110 ▓▓▓▓ +20")
    #expect(try story.minutes("97110") == 24)
    #expect(try story.pane("97110").typed.map(\.provenance) == [.corrected])
  }

  @Test func `a stated total takes off what is too much`() throws {
    let story = try Story("97110 +40 97110. 97110=24")
    #expect(try story.minutes("97110") == 24)
    #expect(try story.pane("97110").typed.map(\.milliseconds) == [-16 * 60_000])
  }

  @Test func `a stated total is the total of that moment: a running clock counts on`() throws {
    var story = try Story("97110 +4 97110=10")
    #expect(try story.minutes("97110") == 10)
    try story.say("+3")
    #expect(try story.minutes("97110") == 13)
  }

  @Test func `the last stated total counts, to the second`() throws {
    let story = try Story("97110 +4 +40s 97110. 97110=10 +1 97110=3")
    #expect(try story.pane("97110").seconds(at: story.now) == 180)
  }

  @Test func `a total is what was stated, even where more had been taken off than there was`()
    throws
  {
    #expect(try Story("97110 +4 97110. 97110-9 97110=24").minutes("97110") == 24)
    #expect(try Story("97110 +20 97110. 97110=5 97110>18 97110=24").minutes("97110") == 24)
  }

  @Test func `a stated interval stands where its clock times say`() throws {
    let story = try Story("97110 +2 97110. +8 97110@4-7")
    #expect(try story.picture == "97110 ▓▓░░▓▓▓░░░")
    let interval = try #require(try story.pane("97110").intervals.last)
    #expect(interval.provenance == .typed)
    #expect([interval.startTime.text, interval.endTime?.text] == ["10:04", "10:07"])
  }

  @Test func `a stated interval stands before a running one, which stays the last`() throws {
    let story = try Story("97110 +2 97110. +6 97110 +2 97110@4-6 97110<1")
    #expect(try story.picture == "97110 ▓▓░░▓▓░▓▓▓")
    #expect(try story.pane("97110").intervals.map(\.isRunning) == [false, false, true])
  }

  @Test func `units and timing are what was said last`() throws {
    var story = try Story("97597 97039")
    try story.record(.unitsStated(code: "97597", units: 2))
    try story.record(.unitsStated(code: "97597", units: 3))
    try story.record(.timingStated(code: "97039", isTimed: true))
    #expect(try story.pane("97597").units == 3)
    #expect(try story.pane("97039").isTimed == true)
  }

  @Test func `an entry made after the day of service is labelled late by itself`() throws {
    var story = try Story("97110 +5 stop 97110+5 97110@1-2")
    try story.say("+1440 97110+5 97110=24 97110@3-4")
    #expect(try story.pane("97110").typed.map(\.isLate) == [false, true, true])
    #expect(try story.pane("97110").intervals.map(\.isLate) == [false, false, true])
  }

  @Test func `an interval that is moved after the day of service is late from then on`() throws {
    #expect(try Story("97110 +5 stop +1440 97110<1").pane("97110").intervals.first?.isLate == true)
  }

  @Test func `a clock that ran is not late`() throws {
    let story = try Story("+830 97110 +20 97110.")
    #expect(try story.pane("97110").intervals.map(\.isLate) == [false])
  }
}
