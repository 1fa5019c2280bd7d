import Billing
import SessionLog
import Testing

@Suite("I forgot to switch: the last switch is moved")
struct SwitchTests {
  @Test func `both codes change in one entry`() throws {
    var story = try Story("97110 +10 97530 +5")
    let entries = story.logbook.entries.count
    try story.say("b-4 +1")
    #expect(story.logbook.entries.count == entries + 1)
    #expect(
      try story.picture == """
        97110 ▓▓▓▓▓▓░░░░░░░░░░
        97530 ░░░░░░▓▓▓▓▓▓▓▓▓▓
        """)
    #expect(
      try story.pane("97110").intervals.last?.endTime == story.pane("97530").intervals[0].startTime)
  }

  @Test func `it can be moved later too`() throws {
    let story = try Story("97110 +4 97530 +6 b+3")
    #expect(
      try story.picture == """
        97110 ▓▓▓▓▓▓▓░░░
        97530 ░░░░░░░▓▓▓
        """)
    #expect(try story.pane("97110").intervals.map(\.provenance) == [.backTimed])
  }

  @Test func `what ends earlier was clocked all the same, what begins earlier was not`() throws {
    let story = try Story("97110 +10 97530 +5 b-4")
    #expect(try story.pane("97110").intervals.map(\.provenance) == [.clocked])
    #expect(try story.pane("97530").intervals.map(\.provenance) == [.backTimed])
  }

  @Test func `a switch between two clients moves in both sessions`() throws {
    var story = try Story("97110 +10 JB: 97530 +5 b-8 +1")
    #expect(try story.picture == "97530 ░░▓▓▓▓▓▓▓▓▓▓▓▓▓▓")
    try story.say("KM:")
    #expect(try story.picture == "97110 ▓▓░░░░░░░░░░░░░░")
  }

  @Test func `it is found and moved from the client that was left, too`() throws {
    var story = try Story("97110 +10 JB: 97530 +5 KM: b-8")
    #expect(try story.picture == "97110 ▓▓░░░░░░░░░░░░░")
    try story.say("JB:")
    #expect(try story.picture == "97530 ░░▓▓▓▓▓▓▓▓▓▓▓▓▓")
  }

  @Test func `undo and redo take it back and bring it again, in both sessions`() throws {
    let before = try Story("97110 +10 JB: 97530 +5")
    var story = before
    try story.say("b-8")
    let moved = story.logbook.sessions.mapValues(\.panes)
    try story.say("undo")
    #expect(story.logbook.sessions.mapValues(\.panes) == before.logbook.sessions.mapValues(\.panes))
    try story.say("KM: redo")
    #expect(story.logbook.sessions.mapValues(\.panes) == moved)
  }

  @Test func `it can be moved again, from where it stands`() throws {
    #expect(
      try Story("97110 +10 97530 +5 b-4 b-2 b+1").picture == """
        97110 ▓▓▓▓▓░░░░░░░░░░
        97530 ░░░░░▓▓▓▓▓▓▓▓▓▓
        """)
  }

  @Test func `a pause that the switch ended ends there too`() throws {
    let story = try Story("97110 +4 97530 +2 pause +6 97110 +3 97530 +4 97110 +1 b-2")
    #expect(
      try story.picture == """
        97110 ▓▓▓▓░░░░░░░░▓▓▓░░▓▓▓
        97530 ░░░░▓▓‖‖‖‖‖‖░░░▓▓░░░
        """)
  }

  @Test func `a pause moves with the key that made it, and with the one that ended it`() throws {
    var story = try Story("97110 +6 pause +4 resume +2")
    let entries = story.logbook.entries
    try story.record(
      .switchMoved(entry: entries[entries.count - 2].id, time: story.wallTime(5)))
    try story.record(
      .switchMoved(entry: entries[entries.count - 1].id, time: story.wallTime(8)))
    #expect(try story.picture == "97110 ▓▓▓▓▓‖‖‖▓▓▓▓")
  }

  @Test func `a group is left and joined by its members together`() throws {
    var story = try Story("JB: KM: 97110 +6 97150*JB +6 b-2")
    #expect(
      try story.picture == """
        97110 ▓▓▓▓░░░░░░░░
        97150 ░░░░▓▓▓▓▓▓▓▓
        """)
    try story.say("JB:")
    #expect(try story.picture == "97150 ░░░░▓▓▓▓▓▓▓▓")
    try story.say("97530 +3 b-1")
    #expect(try story.picture == "97150 ░░░░▓▓▓▓▓▓▓░░░░\n97530 ░░░░░░░░░░░▓▓▓▓")
    try story.say("KM:")
    #expect(try story.picture == "97110 ▓▓▓▓░░░░░░░░░░░\n97150 ░░░░▓▓▓▓▓▓▓░░░░")
  }

  @Test func `the last switch is told with its two sides and how far it can go`() throws {
    let story = try Story("97110 +10 JB: 97530 +5")
    let last = try #require(story.logbook.lastSwitch(in: story.session, at: story.clocks.moment))
    #expect(last.ended.map(\.code) == ["97110"])
    #expect(last.ended.map(\.session.visit.client) == ["KM"])
    #expect(last.begun.map(\.code) == ["97530"])
    #expect(last.begun.map(\.session.visit.client) == ["JB"])
    #expect(
      [last.earliest.time.text, last.time.text, last.latest.time.text] == [
        "10:00", "10:10", "10:15",
      ])
    #expect(last.earliest.reason == "97110 began then")
    #expect(last.latest.reason == "it is 10:15")
    #expect(try last.objection(to: story.wallTime(-1)) == "97110 began then")
    #expect(try last.objection(to: story.wallTime(16)) == "it is 10:15")
    #expect(try last.objection(to: story.wallTime(0)) == nil)
  }

  @Test func `the minute of a limit means the limit`() throws {
    let story = try Story("+30s 97110 +10 97530 +5")
    let last = try #require(story.logbook.lastSwitch(in: story.session, at: story.clocks.moment))
    #expect(try last.time(meantBy: story.wallTime(0)) == last.earliest.time)
    #expect(try last.time(meantBy: story.wallTime(3)) == story.wallTime(3))
    #expect(try last.time(meantBy: story.wallTime(15)) == last.latest.time)
  }

  @Test(arguments: [
    "97110 +3", "97110 +3 97110. +2 97530 +3", "97014 +2 97110 +3", "97110 +3 97530 +1 undo",
    "97110 +3 pause +1 resume",
  ])
  func `without a switch there is none`(words: String) throws {
    let story = try Story(words)
    #expect(try story.logbook.lastSwitch(in: story.session, at: story.clocks.moment) == nil)
  }

  @Test(arguments: [
    ("97110 +3 97530 +2", -4, "97110 began then"),
    ("97110 +3 97530 +2", 3, "it is 10:05"),
    ("97110 +3 97530 +2 97530.", 3, "97530 ended then"),
    ("97110 +3 97530 +4 97110 +2 b-1", -4, "97530 began then"),
  ])
  func `it stays between what it ended and what it began`(
    words: String, minutes: Int, reason: String
  ) throws {
    var story = try Story(words)
    let error = #expect(throws: ImpossibleEntry.self) {
      try story.say("b\(minutes < 0 ? "" : "+")\(minutes)")
    }
    #expect(error?.reason.hasSuffix(reason) == true)
  }

  @Test func `it does not reach over another client that was treated by the same hands`() throws {
    // The stop before the start leaves room: 97530 of JB was given in between.
    var story = try Story("97110 +4 JB: 97530 +4 97530. +1 KM: +1 97110 +3 97535 +2")
    let entry = try #require(story.session.entries.last)
    try story.record(.switchMoved(entry: entry.id, time: story.wallTime(11)))
    let start = try #require(story.session.entries.dropLast(3).last)
    #expect(start.kind == .started(code: "97110"))
    #expect(throws: ImpossibleEntry.self) {
      try story.record(.switchMoved(entry: start.id, time: story.wallTime(7)))
    }
    try story.record(.switchMoved(entry: start.id, time: story.wallTime(8)))
    #expect(try story.picture == "97110 ▓▓▓▓░░░░▓▓▓░░░░\n97535 ░░░░░░░░░░░▓▓▓▓")
  }

  @Test func `it does not reach into a pause`() throws {
    var story = try Story("97110 97014 +2 97110. pause +3 resume +3 97530 +2")
    let start = try #require(story.session.entries.last?.id)
    #expect(throws: ImpossibleEntry.self) {
      try story.record(.switchMoved(entry: start, time: story.wallTime(4)))
    }
    try story.record(.switchMoved(entry: start, time: story.wallTime(5)))
  }

  @Test func `a switch whose move stands is not undone under it`() throws {
    var story = try Story("97110 +10 97530 +5 b-4")
    let start = try #require(story.session.entries.dropLast().last?.id)
    let error = #expect(throws: ImpossibleEntry.self) { try story.record(.undone(entry: start)) }
    #expect(error?.reason == "the switch that was moved would be undone: undo its move first")
    try story.say("undo undo")
    #expect(try story.picture == "97110 ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓\n97530 ░░░░░░░░░░░░░░░")
  }

  @Test func `it is moved in all of its sessions or in none`() throws {
    var story = try Story("97110 +10 JB: 97530 +5")
    let start = try #require(story.session.entries.last?.id)
    #expect(throws: ImpossibleEntry.self) {
      try story.record(.switchMoved(entry: start, time: story.wallTime(8)))
    }
    try story.record(
      .switchMoved(entry: start, time: story.wallTime(8)), also: [SessionID(rawValue: 1)])
  }

  @Test func `after the clock on the wall was set back it is where the steady clock says`() throws {
    #expect(
      try Story("97110 +10 97530 +5 wall-60 +5 b-4").picture == """
        97110 ▓▓▓▓▓▓░░░░░░░░░░░░░░
        97530 ░░░░░░▓▓▓▓▓▓▓▓▓▓▓▓▓▓
        """)
  }

  @Test func `moved on the day after it is late`() throws {
    let story = try Story("97110 +10 97530 +5 stop +1440 b-4")
    #expect(try story.pane("97110").intervals.map(\.isLate) == [true])
    #expect(try story.pane("97530").intervals.map(\.isLate) == [true])
  }
}
