import Billing
import SessionLog
import Testing

/// Numbers that look random and are the same in every run.
struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// One of so many, by the SplitMix64 generator.
  mutating func roll(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(count))
  }
}

extension Story {
  /// A story of words rolled with dice; words that cannot follow are passed over.
  ///
  /// A comma joins words that follow each other.
  init(rolling vocabulary: [String], length: Int, seed: UInt64) throws {
    var dice = Dice(seed: seed)
    self = try Story("97110")
    for _ in 0..<length {
      var next = self
      do {
        try next.say(vocabulary[dice.roll(vocabulary.count)].replacing(",", with: " "))
        self = next
      } catch is ImpossibleEntry {
      } catch is StoryError {
      }
    }
  }
}

@Suite("Any log whatever")
struct AnyLogTests {
  /// Whole minutes, and clocks only.
  static let clocks = [
    "+1", "+2", "+5", "97110", "97530", "97014", "97010", "97110.", "97530.", "97014.", "pause",
    "resume", "stop", "undo", "redo",
  ]
  /// Everything there is.
  static let everything =
    clocks + [
      "+17s", "+1ms", "97110<3", "97530>1", "97110+5", "97530-4", "97014=9", "97110@1-4", "JB:",
      "KM:", "97110/assistant", "97110/therapist", "97530/student", "97530/therapist", "97110~PT3",
      "97110~PT0", "97110#59", "97110!59", "97110?twice", "97110?", "dismiss", "elsewhere=500",
      "asleep+7", "off+3", "off-20", "wall-11", "wall+45", "zone+1", "zone-1", "noticed", "keep",
      "keep2", "out", "b-1", "b-2", "b+1", "97110[1]=1-4", "97530[1]=2-", "97110[1]|3>97530",
      "97530[1]|2", "97110[1]^2-3", "97530[2]^1-9", "97150*JB", "97150*KM", "97150*.", "no-show",
      "cancelled",
    ]

  @Test("read by any prefix, tells what it told then", arguments: UInt64(1)...12)
  func prefixesReplay(seed: UInt64) throws {
    let story = try Story(rolling: Self.everything, length: 80, seed: seed)
    let entries = story.logbook.entries
    var grown = Logbook()
    for (count, entry) in entries.enumerated() {
      #expect(try Logbook(replaying: Array(entries.prefix(count))).sessions == grown.sessions)
      try grown.append(entry)
    }
    #expect(grown.sessions == story.logbook.sessions)
    #expect(entries.count > 10)
  }

  @Test("never has a performer do two things in one session", arguments: UInt64(1)...24)
  func exclusiveIntervalsOfASession(seed: UInt64) throws {
    try expectNoOverlap(in: Story(rolling: Self.clocks, length: 100, seed: seed))
  }

  @Test("nor where its switches were moved", arguments: UInt64(1)...24)
  func movedSwitchesOfASession(seed: UInt64) throws {
    let words = Self.clocks + ["b-1", "b-2", "b-4", "b+1", "b+3", "undo", "redo"]
    try expectNoOverlap(in: Story(rolling: words, length: 120, seed: seed))
  }

  /// Only what was moved is undone: any other undo belongs to one session.
  @Test("nor with two clients", arguments: UInt64(1)...24)
  func movedSwitchesOfTwoSessions(seed: UInt64) throws {
    let words =
      Self.clocks.filter { $0 != "undo" && $0 != "redo" }
      + ["JB:", "KM:", "b-1", "b-2", "b-4", "b+1", "b+3", "b-1,undo", "b+2,undo,redo"]
    try expectNoOverlap(in: Story(rolling: words, length: 120, seed: seed))
  }

  /// Undo is left out: it belongs to one session, and may let a clock have run on under another's.
  @Test("never has a performer with two clients at once", arguments: UInt64(1)...24)
  func exclusiveIntervalsOfTwoSessions(seed: UInt64) throws {
    let words = Self.clocks.filter { $0 != "undo" && $0 != "redo" } + ["JB:", "KM:"]
    try expectNoOverlap(in: Story(rolling: words, length: 100, seed: seed))
  }

  /// A second formulation of the shares, counted off the picture minute by minute.
  @Test("gives each performer the minutes that its picture shows", arguments: UInt64(1)...24)
  func sharesByThePicture(seed: UInt64) throws {
    let words = [
      "+1", "+2", "+5", "97110", "97530", "97110.", "pause", "resume", "97110/assistant",
      "97110/therapist", "97110/student", "97530/assistant", "97530/aide", "undo",
    ]
    let story = try Story(rolling: words, length: 100, seed: seed)
    for service in try story.day.services {
      let track = try story.track(of: story.pane(service.code))
      #expect(service.therapistMinutes == track.count { $0 == "▓" })
      #expect(service.assistantMinutes == track.count { $0 == "▒" })
      #expect(service.unbilledMinutes == track.count { $0 == "▪" })
    }
  }

  private func expectNoOverlap(in story: Story) throws {
    let now = try story.now
    let intervals = story.logbook.sessions.values.flatMap(\.panes)
      .filter { story.logbook.catalog.isExclusive($0.code) }
      .flatMap(\.intervals).sorted { ($0.start, $0.end ?? now) < ($1.start, $1.end ?? now) }
    for (left, right) in zip(intervals, intervals.dropFirst()) {
      #expect(left.end ?? now <= right.start)
    }
    #expect(intervals.count > 1)
  }

  @Test(
    "has no time before its beginning, and no interval that ends before it begins",
    arguments: UInt64(1)...24)
  func timeIsNeverNegative(seed: UInt64) throws {
    let story = try Story(rolling: Self.everything, length: 80, seed: seed)
    for pane in story.logbook.sessions.values.flatMap(\.panes) {
      #expect(try pane.milliseconds(at: story.now) >= 0)
      #expect(try pane.therapistMilliseconds(at: story.now) >= 0)
      #expect(
        try pane.therapistMilliseconds(at: story.now) <= pane.milliseconds(at: story.now))
      #expect(pane.intervals.allSatisfy { $0.start <= $0.end ?? $0.start })
      #expect(pane.intervals.filter(\.isRunning).count <= 1)
    }
  }

  /// A second formulation of the rule, counted off the picture minute by minute.
  @Test("has the treatment minutes that its picture shows", arguments: UInt64(1)...24)
  func treatmentByThePicture(seed: UInt64) throws {
    let words = Self.clocks + ["97110+5", "97014+3", "97530=9", "97110<1", "97010@2-6"]
    let story = try Story(rolling: words, length: 80, seed: seed)
    let panes = try story.session.panes
    let tracks = try panes.map { try story.track(of: $0) }
    let isTimed = panes.map { $0.code == "97110" || $0.code == "97530" }
    let typed = panes.map { $0.typed.reduce(0) { $0 + Int($1.milliseconds / 60_000) } }
    let overlap = try panes.map { try overlapping($0, in: story) }

    var minutes = 0
    for pane in panes.indices where isTimed[pane] {
      minutes += max(0, tracks[pane].count { $0 == "▓" } + overlap[pane] + typed[pane])
    }
    let length = tracks.first?.count ?? 0
    let outside = (0..<length).count { minute in
      let running = panes.indices.filter { tracks[$0][minute] == "▓" }
      return !running.isEmpty && running.allSatisfy { !isTimed[$0] }
    }
    minutes += max(0, outside + panes.indices.reduce(0) { $0 + (isTimed[$1] ? 0 : typed[$1]) })
    #expect(try story.day.treatmentMinutes == minutes)
  }

  /// Minutes that lie in two intervals of one code, which a picture shows once and a total has twice.
  private func overlapping(_ pane: Session.Pane, in story: Story) throws -> Int {
    let summed = try pane.intervals.reduce(0) { try $0 + $1.milliseconds(at: story.now) } / 60_000
    return try Int(summed) - story.track(of: pane).count { $0 == "▓" }
  }
}
