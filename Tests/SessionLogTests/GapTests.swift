import Billing
import SessionLog
import Testing

@Suite("Gaps of the machine's clocks")
struct GapTests {
  @Test func `a gap that is noticed changes no time and waits for an answer`() throws {
    let story = try Story("97110 +4 asleep+43 noticed +3")
    #expect(try story.minutes("97110") == 50)
    #expect(try story.session.gaps.map(\.isOpen) == [true])
    #expect(try story.session.gaps.first?.gap.seconds == 43 * 60)
    let noticing = try #require(try story.session.gaps.first?.entry)
    #expect(try !story.session.undoable.map(\.id).contains(noticing))
  }

  @Test func `forty-three minutes asleep are kept`() throws {
    let story = try Story("97110 +4 asleep+43 noticed keep +3")
    #expect(try story.minutes("97110") == 50)
    #expect(try story.pane("97110").intervals.count == 1)
    #expect(try story.session.gaps.map(\.isOpen) == [false])
    #expect(try story.session.gaps.first?.keptSeconds == 43 * 60)
  }

  @Test func `taken out`() throws {
    let story = try Story("97110 +4 asleep+43 noticed out +3")
    #expect(try story.minutes("97110") == 7)
    let intervals = try story.pane("97110").intervals
    #expect(intervals.map(\.provenance) == [.clocked, .clocked])
    #expect(intervals.map(\.startTime.text) == ["10:00", "10:47"])
    #expect(intervals.first?.endTime?.text == "10:04")
    #expect(intervals.last?.entry == story.logbook.entries.last?.id)
    #expect(try story.session.running == ["97110"])
  }

  @Test func `split: its first twelve minutes are treatment`() throws {
    let story = try Story("97110 +4 asleep+43 noticed keep12 +3")
    #expect(try story.minutes("97110") == 19)
    #expect(try story.pane("97110").intervals.first?.endTime?.text == "10:16")
  }

  @Test func `the answer is one entry that undo takes back, and the gap waits again`() throws {
    var story = try Story("97110 +4 asleep+43 noticed out +3 undo")
    #expect(try story.minutes("97110") == 50)
    #expect(try story.session.gaps.map(\.isOpen) == [true])
    try story.say("keep12")
    #expect(try story.minutes("97110") == 19)
  }

  @Test func `it is taken out of everything that ran over it`() throws {
    let story = try Story("97014 97110 +5 asleep+8 noticed +2 out 97530 +2")
    #expect(
      try story.picture == """
        97014 ▓▓▓▓▓░░░░░░░░▓▓▓▓
        97110 ▓▓▓▓▓░░░░░░░░▓▓░░
        97530 ░░░░░░░░░░░░░░░▓▓
        """)
  }

  @Test func `what was begun or ended in it since is cut there`() throws {
    #expect(
      try Story("+4 97110 +1 asleep+8 noticed +3 97110>3 out").picture
        == "97110 ░░░░░░░░░░░░░▓▓▓")
    #expect(
      try Story("97110 +5 asleep+8 noticed +3 97110[1]=0-9 out").picture
        == "97110 ▓▓▓▓▓░░░░░░░░░░░")
    #expect(
      try Story("97110 +5 asleep+8 noticed +3 97110[1]=6-9 out").picture
        == "97110 ░░░░░░░░░░░░░░░░")
  }

  @Test func `it is answered once for every client whose clock ran`() throws {
    var story = try Story("97014 +2 JB: 97110 +3 asleep+6 noticed +1 out")
    #expect(try story.picture == "97110 ░░▓▓▓░░░░░░▓")
    try story.say("KM:")
    #expect(try story.picture == "97014 ▓▓▓▓▓░░░░░░▓")
  }

  @Test func `an answer long after the clock was stopped means the same stretch`() throws {
    #expect(
      try Story("97110 +5 asleep+4 noticed +3 stop +2 out").picture == "97110 ▓▓▓▓▓░░░░▓▓▓░░")
  }

  @Test func `a clock that was set back in the same sleep takes nothing off`() throws {
    var story = try Story("97110 +4 asleep+43 wall-60 +1")
    try story.record(
      .noticed(
        ClockGap(
          cause: .slept, start: story.wallTime(4), end: story.wallTime(-12), seconds: 43 * 60)))
    try story.say("+2")
    #expect(try story.minutes("97110") == 50)
    try story.say("out")
    #expect(try story.minutes("97110") == 7)
  }

  @Test func `a clock that was set asks nothing`() throws {
    var story = try Story("97110 +4 wall-60 noticed +3")
    #expect(try story.minutes("97110") == 7)
    #expect(try story.session.gaps.map(\.isOpen) == [false])
    let gap = try #require(try story.session.gaps.first?.entry)
    #expect(throws: ImpossibleEntry.self) {
      try story.record(.gapSettled(entry: gap, seconds: 0))
    }
  }

  @Test func `the autumn hour changes what is shown and no duration`() throws {
    let story = try Story("97110 +30 zone-1 +30 97530 +10 b-8")
    #expect(try story.minutes("97110") == 52)
    #expect(try story.minutes("97530") == 18)
    #expect(try story.pane("97530").intervals.first?.startTime.text == "09:52")
  }

  @Test func `over midnight a sleep is taken out and the day stays`() throws {
    let story = try Story("+835 97110 +2 asleep+43 noticed out +4 stop")
    #expect(try story.minutes("97110") == 6)
    #expect(try story.session.visit.date == "2026-11-21")
    #expect(try story.pane("97110").intervals.map(\.startTime.text) == ["23:55", "00:40"])
  }

  @Test func `time away over a restart is by the wall clock, and can be taken out`() throws {
    var story = try Story("97110 +4 off+10 noticed +1")
    #expect(try story.minutes("97110") == 15)
    try story.say("out stop")
    #expect(try story.minutes("97110") == 5)
    #expect(try story.pane("97110").intervals.map(\.crossesRestart) == [false, false])
  }

  @Test func `what is kept of a restart says that its length is by the wall clock`() throws {
    let story = try Story("97110 +4 off+10 noticed +1 keep6 stop")
    #expect(try story.minutes("97110") == 11)
    #expect(try story.pane("97110").intervals.map(\.crossesRestart) == [true, false])
  }

  @Test func `a wall clock that stands before the last entry after a restart adds nothing`() throws
  {
    let story = try Story("97110 +4 97530 off-20 noticed +3 keep +2")
    #expect(try story.minutes("97530") == 5)
    #expect(try story.minutes("97110") == 4)
  }

  @Test(arguments: [
    ("97110 +4 asleep+43 noticed out", "the gap is answered already: undo that answer first"),
    ("97110 +4", "there is no such gap to answer for"),
  ])
  func `no gap is answered twice, nor one that nobody noticed`(words: String, reason: String) throws
  {
    var story = try Story(words)
    let gap = try story.session.gaps.first?.entry ?? EntryID(rawValue: 1)
    let error = #expect(throws: ImpossibleEntry.self) {
      try story.record(.gapSettled(entry: gap, seconds: 0))
    }
    #expect(error?.reason == reason)
  }

  @Test(arguments: [-1, 43 * 60 + 1, .min, .max] as [Int64])
  func `no more is kept than there was`(seconds: Int64) throws {
    var story = try Story("97110 +4 asleep+43 noticed")
    let gap = try #require(try story.session.gaps.first?.entry)
    #expect(throws: ImpossibleEntry.self) {
      try story.record(.gapSettled(entry: gap, seconds: seconds))
    }
  }

  /// A second formulation: the minutes of the gap that are not kept are struck off an array.
  @Test("leaves the minutes that are not struck off", arguments: UInt64(1)...40)
  func minutesStruckOff(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let words = ["+1", "+2", "97110", "97530", "97014", "97110.", "97014.", "97530.", "pause"]
    var story = try Story("97110")
    func go(_ count: Int) throws {
      for _ in 0..<count {
        var next = story
        do {
          try next.say(words[dice.roll(words.count)])
          story = next
        } catch is ImpossibleEntry {}
      }
    }
    try go(12)
    if try story.session.running.isEmpty { try story.say("97112 +1") }
    let length = 1 + dice.roll(9)
    try story.say("asleep+\(length) noticed")
    let end = try Int(story.now.since(Instant(milliseconds: TestClocks.start)) / 60_000)
    let kept = dice.roll(length + 1)
    try go(12)
    let before = try story.session.panes.map { try story.track(of: $0).map { $0 == "▓" } }
    try story.say("keep\(kept)")
    let after = try story.session.panes.map { try story.track(of: $0).map { $0 == "▓" } }
    let expected = before.map { track in
      track.indices.map { track[$0] && !(end - length + kept..<end).contains($0) }
    }
    #expect(after == expected)
  }
}
