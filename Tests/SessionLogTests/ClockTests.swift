import Billing
import SessionLog
import Testing

@Suite("Starting, switching, pausing")
struct ClockTests {
  @Test func `a clock runs from its start to its stop`() throws {
    let story = try Story("97110 +4 97110. +2")
    #expect(try story.picture == "97110 ▓▓▓▓░░")
    #expect(try story.minutes("97110") == 4)
    #expect(try story.session.running.isEmpty)
  }

  @Test func `a clock that runs counts on`() throws {
    var story = try Story("97110 +4")
    #expect(try story.minutes("97110") == 4)
    try story.say("+5")
    #expect(try story.minutes("97110") == 9)
    #expect(try story.session.running == ["97110"])
  }

  @Test func `a switch is one entry, with no gap and no overlap`() throws {
    var story = try Story("97110 +4 97530 +2 97530. 97110")
    let entries = story.logbook.entries.count
    try story.say("+3 97530 +1")
    #expect(story.logbook.entries.count == entries + 1)
    #expect(
      try story.picture == """
        97110 ▓▓▓▓░░▓▓▓░
        97530 ░░░░▓▓░░░▓
        """)
    #expect(
      try story.pane("97110").intervals.last?.end == story.pane("97530").intervals.last?.start)
  }

  @Test func `a supervised modality runs beside an exclusive code`() throws {
    let story = try Story("97014 +2 97110 +3 97530 +2")
    #expect(
      try story.picture == """
        97014 ▓▓▓▓▓▓▓
        97110 ░░▓▓▓░░
        97530 ░░░░░▓▓
        """)
  }

  @Test func `starting a supervised modality stops nothing`() throws {
    let story = try Story("97110 +2 97010 +1 97014 +1")
    #expect(try story.session.running == ["97110", "97010", "97014"])
  }

  @Test func `a code that no catalogue knows is taken to bind`() throws {
    #expect(try Story("97110 +2 99999 +1").session.running == ["99999"])
  }

  @Test func `pause stops everything, resume goes on with what ran`() throws {
    let story = try Story("97014 97110 +4 pause +2 resume +4")
    #expect(
      try story.picture == """
        97014 ▓▓▓▓‖‖▓▓▓▓
        97110 ▓▓▓▓‖‖▓▓▓▓
        """)
  }

  @Test func `paused time is in neither total, and is a record of its own`() throws {
    let story = try Story("97014 97110 +8 pause +30 resume +2 stop")
    #expect(try story.minutes("97110") == 10)
    #expect(try story.day.treatmentMinutes == 10)
    let pause = try #require(try story.session.pauses.first)
    #expect(pause.end.map { $0.since(pause.start) } == 1_800_000)
    #expect(pause.startTime.text == "10:08")
    #expect(pause.endTime?.text == "10:38")
  }

  @Test func `a digit during a pause ends it and starts that clock only`() throws {
    let story = try Story("97110 +2 97530 +2 pause +3 97110 +2")
    #expect(
      try story.picture == """
        97110 ▓▓░░░░░▓▓
        97530 ░░▓▓‖‖‖░░
        """)
    #expect(try !story.session.isPaused)
    #expect(try story.session.resumes.isEmpty)
  }

  @Test func `a modality that waited in the pause waits no longer either`() throws {
    let story = try Story("97014 97110 +2 pause +1 97110 +1")
    #expect(try story.session.running == ["97110"])
  }

  @Test func `a stop during a pause ends it without going on`() throws {
    let story = try Story("97110 +4 pause +2 stop +3")
    #expect(try story.picture == "97110 ▓▓▓▓‖‖░░░")
    #expect(try !story.session.hasClock)
  }

  @Test func `a clock that waits in a pause is still a clock`() throws {
    #expect(try Story("97110 +1 pause").session.hasClock)
    #expect(try Story("97110 +1").session.hasClock)
    #expect(try !Story("97110 +1 stop").session.hasClock)
  }

  @Test func `the reason belongs to the last pause`() throws {
    var story = try Story("97110 +1 pause")
    try story.record(.pauseReason("phone"))
    try story.say("+1 resume +1 pause")
    try story.record(.pauseReason("rest"))
    #expect(try story.session.pauses.map(\.reason) == ["phone", "rest"])
  }

  @Test func `seconds are summed over the intervals and cut once`() throws {
    let story = try Story("97110 +4 +40s 97110. +1 97110 +4 +40s 97110.")
    #expect(try story.minutes("97110") == 9)
    #expect(try story.pane("97110").seconds(at: story.now) == 560)
  }

  @Test(arguments: [("+59s", 0), ("+59s +999ms", 0), ("+60s", 1), ("+7 +59s +999ms", 7)])
  func `a minute counts when it is whole`(time: String, minutes: Int) throws {
    #expect(try Story("97110 \(time)").minutes("97110") == minutes)
  }

  @Test func `two keys in the same millisecond leave an interval of no length`() throws {
    let story = try Story("97110 97530 +3")
    #expect(
      try story.picture == """
        97110 ░░░
        97530 ▓▓▓
        """)
    #expect(try story.pane("97110").milliseconds(at: story.now) == 0)
    #expect(try story.minutes("97530") == 3)
  }
}

@Suite("One performer, two clients")
struct TwoClientsTests {
  @Test func `a switch between clients is one entry that stops the one and starts the other`()
    throws
  {
    var story = try Story("97110 +4")
    try story.say("JB: 97530")
    let entry = try #require(story.logbook.entries.last)
    #expect(entry.sessions.map(\.rawValue) == [2, 1])
    try story.say("+3")
    #expect(try story.picture == "97530 ░░░░▓▓▓")
    try story.say("KM:")
    #expect(try story.picture == "97110 ▓▓▓▓░░░")
  }

  @Test func `a modality of the first client runs on`() throws {
    let story = try Story("97014 97110 +4 JB: 97530 +3 KM:")
    #expect(
      try story.picture == """
        97014 ▓▓▓▓▓▓▓
        97110 ▓▓▓▓░░░
        """)
  }

  @Test func `to go on after a pause stops what ran elsewhere`() throws {
    var story = try Story("97110 +2 pause JB: 97530 +2 KM: resume +2")
    #expect(try story.picture == "97110 ▓▓‖‖▓▓")
    try story.say("JB:")
    #expect(try story.picture == "97530 ░░▓▓░░")
  }

  @Test func `another clinician's clock is not in the way`() throws {
    var story = try Story("97110 +2")
    try story.open("JB", by: "B. Kim")
    let session = try story.session
    #expect(story.logbook.bound(by: session.visit.performer, besides: session).isEmpty)
    try story.say("97530 +2 KM:")
    #expect(try story.session.running == ["97110"])
  }

  @Test func `everything stops in every session of the entry`() throws {
    var story = try Story("97014 +1 JB: 97110 +2 pause +1")
    try story.record(.allStopped, also: [SessionID(rawValue: 1)])
    #expect(story.logbook.sessions.values.allSatisfy { !$0.hasClock })
  }

  @Test func `undoing the switch gives the first client the minutes back`() throws {
    var story = try Story("97110 +4 JB: 97530 +3 undo +1")
    #expect(try story.picture == "97530 ░░░░░░░░")
    try story.say("KM:")
    #expect(try story.picture == "97110 ▓▓▓▓▓▓▓▓")
  }

  @Test func `it can be undone from the first client too`() throws {
    let story = try Story("97110 +4 JB: 97530 +3 KM: undo")
    #expect(try story.picture == "97110 ▓▓▓▓▓▓▓")
    #expect(story.logbook.sessions[SessionID(rawValue: 2)]?.running == [])
  }
}

@Suite("Ranges of the clock that were typed")
struct TypedRangeTests {
  @Test(arguments: [-400, -1, 0, 1, 400] as [Int64])
  func `touch where they are stated to, though the clocks were read a little apart`(
    milliseconds: Int64
  ) throws {
    var story = try Story("+60 97110 97110. 97110@0-15")
    story.clocks.step(by: milliseconds)
    try story.say("97530 97530. 97530@15-30")
    let first = try #require(try story.pane("97110").intervals.first { $0.provenance == .typed })
    let second = try #require(try story.pane("97530").intervals.first { $0.provenance == .typed })
    #expect(first.end == second.start)
    #expect(first.milliseconds(at: second.start) == 15 * 60_000)
  }
}
