import Billing
import SessionLog
import Testing

@Suite("Correcting an interval")
struct CorrectionTests {
  @Test func `its times are what was said, and it keeps its name`() throws {
    var story = try Story("97110 +10 97110. +5")
    let name = try #require(try story.pane("97110").intervals.first?.entry)
    try story.say("97110[1]=2-7")
    #expect(try story.picture == "97110 ░░▓▓▓▓▓░░░░░░░░")
    let interval = try #require(try story.pane("97110").intervals.first)
    #expect(interval.entry == name)
    #expect(interval.provenance == .corrected)
    #expect([interval.startTime.text, interval.endTime?.text] == ["10:02", "10:07"])
    #expect(interval.ending == nil)
  }

  @Test func `a clock that runs may have begun at another time, and runs on`() throws {
    var story = try Story("+5 97110 +5 97110[1]=2- +1")
    #expect(try story.picture == "97110 ░░▓▓▓▓▓▓▓▓▓")
    try story.say("97110. +1")
    #expect(try story.picture == "97110 ░░▓▓▓▓▓▓▓▓▓░")
  }

  @Test func `an end that is stated for a clock that runs stops it`() throws {
    let story = try Story("97110 +10 97110[1]=0-6 +2")
    #expect(try story.picture == "97110 ▓▓▓▓▓▓░░░░░░")
    #expect(try !story.session.hasClock)
  }

  @Test func `intervals are mended out of order`() throws {
    let story = try Story("97110 +2 97110. +4 97110 +2 97110. +4 97110[1]=9-11 97110[1]=2-4")
    #expect(try story.picture == "97110 ░░▓▓░░░░░▓▓░")
    #expect(try story.pane("97110").intervals.map(\.startTime.text) == ["10:02", "10:09"])
  }

  @Test func `an end that stays is still its switch`() throws {
    let story = try Story("97110 +10 97530 +5 97110[1]=2-10 b-3")
    #expect(
      try story.picture == """
        97110 ░░▓▓▓▓▓░░░░░░░░
        97530 ░░░░░░░▓▓▓▓▓▓▓▓
        """)
  }

  @Test func `an entry made after the day of service is late by itself, and has its reason`() throws
  {
    var story = try Story("97110 +10 stop +7200")
    let name = try #require(try story.pane("97110").intervals.first?.entry)
    try story.append(
      .intervalCorrected(
        code: "97110", interval: name, start: story.wallTime(0), end: story.wallTime(14)),
      in: [story.current], because: "forgot to stop")
    #expect(try story.pane("97110").intervals.map(\.isLate) == [true])
    #expect(try story.minutes("97110") == 14)
    #expect(try story.session.entries.last?.reason == "forgot to stop")
  }

  @Test func `five days later an interval of the day can be stated`() throws {
    let story = try Story("97110 97530 +10 stop +7200 97110@11-15")
    let interval = try #require(try story.pane("97110").intervals.last)
    #expect(interval.isLate)
    #expect(interval.start == Instant(milliseconds: TestClocks.start + 11 * 60_000))
    #expect(try story.minutes("97110") == 4)
  }

  @Test func `across a clock that was set, ends that stay keep their place`() throws {
    // The clock on the wall showed 10:04, was set back to 9:34, and showed 9:37 at the stop.
    var story = try Story("97110 +4 wall-30 +3 97110.")
    let interval = try #require(try story.pane("97110").intervals.first)
    try story.record(
      .intervalCorrected(
        code: "97110", interval: interval.entry, start: story.wallTime(2), end: interval.endTime))
    #expect(try story.minutes("97110") == 5)
  }
}

@Suite("Splitting an interval")
struct SplitTests {
  @Test func `the later part is another code's`() throws {
    let story = try Story("97110 97530 +1 97110 +10 97110. +2 97110[2]|7>97530")
    #expect(
      try story.picture == """
        97110 ░▓▓▓▓▓▓░░░░░░
        97530 ▓░░░░░░▓▓▓▓░░
        """)
    #expect(try story.pane("97110").intervals.map(\.provenance) == [.clocked, .clocked])
    let part = try #require(try story.pane("97530").intervals.last)
    #expect(part.provenance == .split)
    #expect(part.entry == story.logbook.entries.last?.id)
  }

  @Test func `where it runs, the later part runs`() throws {
    var story = try Story("97530 97530. 97110 +10 97110[1]|7>97530 +2")
    #expect(try story.session.running == ["97530"])
    try story.say("97110 +1")
    #expect(
      try story.picture == """
        97530 ░░░░░░░▓▓▓▓▓░
        97110 ▓▓▓▓▓▓▓░░░░░▓
        """)
  }

  @Test func `without another code it is two intervals of one`() throws {
    let story = try Story("97110 +10 97110[1]|4 +1")
    #expect(try story.picture == "97110 ▓▓▓▓▓▓▓▓▓▓▓")
    #expect(try story.pane("97110").intervals.map(\.startTime.text) == ["10:00", "10:04"])
    #expect(try story.session.running == ["97110"])
    var ended = story
    try ended.say("97110[2]=6-")
    #expect(try ended.picture == "97110 ▓▓▓▓░░▓▓▓▓▓")
  }

  @Test func `a pause goes on with the later part`() throws {
    #expect(
      try Story("97530 97530. 97110 +6 pause +1 97110[1]|4>97530 resume +2").picture == """
        97530 ░░░░▓▓‖▓▓
        97110 ▓▓▓▓░░░░░
        """)
  }

  @Test func `who gave the whole gave both parts`() throws {
    let story = try Story("97530 97530. 97110 97110/assistant +6 stop 97110[2]|4>97530")
    #expect(try story.picture == "97530 ░░░░▒▒\n97110 ▒▒▒▒░░")
  }
}

@Suite("Taking a stretch out of an interval")
struct RemovalTests {
  @Test(arguments: [
    ("0-10", "░░░░░░░░░░░░"), ("3-6", "▓▓▓░░░▓▓▓▓░░"), ("0-4", "░░░░▓▓▓▓▓▓░░"),
    ("7-10", "▓▓▓▓▓▓▓░░░░░"), ("7-12", "▓▓▓▓▓▓▓░░░░░"),
  ])
  func `what is left is nothing, one part or two`(stretch: String, picture: String) throws {
    let story = try Story("97110 +10 97110. +2 97110[1]^\(stretch)")
    #expect(try story.picture == "97110 \(picture)")
  }

  @Test func `the later part is named by the entry, and the clock saw both`() throws {
    let story = try Story("97110 +10 97110. 97110[1]^3-6")
    let intervals = try story.pane("97110").intervals
    #expect(intervals.map(\.provenance) == [.clocked, .clocked])
    #expect(intervals.last?.entry == story.logbook.entries.last?.id)
    #expect(intervals.map(\.startTime.text) == ["10:00", "10:06"])
    #expect(intervals.map { $0.endTime?.text } == ["10:03", "10:10"])
  }

  @Test func `a clock that runs goes on after the stretch`() throws {
    #expect(try Story("97110 +10 97110[1]^3-6 +2").picture == "97110 ▓▓▓░░░▓▓▓▓▓▓")
    #expect(try Story("97110 +10 97110[1]^0-6 +2").picture == "97110 ░░░░░░▓▓▓▓▓▓")
  }

  @Test func `a stretch until now stops it`() throws {
    let story = try Story("97110 +10 97110[1]^3-10 +2")
    #expect(try story.picture == "97110 ▓▓▓░░░░░░░░░")
    #expect(try !story.session.hasClock)
  }

  @Test func `it is undone and made again`() throws {
    var story = try Story("97110 +10 97110[1]^3-6 undo")
    #expect(try story.picture == "97110 ▓▓▓▓▓▓▓▓▓▓")
    try story.say("redo")
    #expect(try story.picture == "97110 ▓▓▓░░░▓▓▓▓")
  }

  /// A second formulation: minutes that are struck off an array.
  @Test("leaves the minutes that are not struck off", arguments: UInt64(1)...40)
  func minutesStruckOff(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let isRunning = dice.roll(2) == 0
    var story = try Story("97110 +20" + (isRunning ? "" : " stop +3"))
    var minutes = Array(repeating: true, count: 20) + (isRunning ? [] : [false, false, false])
    for _ in 0..<6 {
      let count = try story.pane("97110").intervals.count
      guard count > 0 else { break }
      let number = 1 + dice.roll(count)
      let interval = try story.pane("97110").intervals[number - 1]
      let first = Int((interval.startTime.milliseconds - TestClocks.start) / 60_000)
      let last = interval.endTime.map { Int(($0.milliseconds - TestClocks.start) / 60_000) } ?? 20
      let start = max(0, first - 2 + dice.roll(last - first + 2))
      let end = min(minutes.count, start + 1 + dice.roll(6))
      guard start < last, end > first else { continue }
      try story.say("97110[\(number)]^\(start)-\(end)")
      for minute in max(start, first)..<min(end, last) { minutes[minute] = false }
      #expect(try story.track(of: story.pane("97110")).map { $0 == "▓" } == minutes)
    }
  }
}

@Suite("What stands around a stretch")
struct NeighbourTests {
  private func neighbours(
    _ story: Story, _ minute: Int64, moving: Interval? = nil
  ) throws -> [String?] {
    let found = try story.logbook.neighbours(
      of: story.mark(minute), for: "97110", by: story.session.visit.performer,
      in: story.session, moving: moving)
    return [found.before, found.after].map { given in
      given.map {
        "\($0.session.visit.client) \($0.code) \($0.interval.startTime.text)"
      }
    }
  }

  @Test func `it is what the performer gave before and after, to whichever client`() throws {
    var story = try Story("97110 +5 JB: 97530 +5 97530. +5 KM: 97112 97014 +5 stop")
    #expect(try neighbours(story, 7) == ["JB 97530 10:05", "KM 97112 10:15"])
    #expect(try neighbours(story, 5) == ["KM 97110 10:00", "JB 97530 10:05"])
    #expect(try neighbours(story, 0) == [nil, "KM 97110 10:00"])
    #expect(try neighbours(story, 30) == ["KM 97112 10:15", nil])
    let own = try story.pane("97110").intervals[0]
    #expect(try neighbours(story, 0, moving: own) == [nil, "JB 97530 10:05"])
    try story.say("JB: 97530/assistant 97530 +5 stop KM:")
    #expect(try neighbours(story, 30) == ["KM 97112 10:15", nil])
  }

  @Test func `what was given on another day is no neighbour`() throws {
    var story = try Story("97110 +5 stop +1440")
    try story.open("JB")
    try story.say("97530 +5 stop")
    #expect(try neighbours(story, 1441) == [nil, "JB 97530 10:05"])
  }
}

@Suite("Whether a stretch is free")
struct FreeStretchTests {
  @Test func `the rest of an interval is not in its own way, for any code`() throws {
    let story = try Story("97530 +2 97110 +10 stop")
    let interval = try #require(try story.pane("97110").intervals.first)
    func taken(moving: Interval?) throws -> TakenTime.Reason? {
      try story.logbook.taken(
        from: story.mark(6), to: story.mark(12), for: "97530",
        by: story.session.visit.performer, in: story.session, moving: moving)?.reason
    }
    #expect(try taken(moving: nil) == .performer)
    #expect(try taken(moving: interval) == nil)
  }

  @Test func `members of one group do not stand in each other's way`() throws {
    let story = try Story("JB: KM: 97150*JB +10 97150*. JB:")
    func taken(_ code: ProcedureCode) throws -> String? {
      try story.logbook.taken(
        from: story.mark(2), to: story.mark(6), for: code,
        by: story.session.visit.performer, in: story.session,
        moving: story.pane("97150").intervals.first)?.session.visit.client
    }
    #expect(try taken("97150") == nil)
    #expect(try taken("97110") == "KM")
  }
}
