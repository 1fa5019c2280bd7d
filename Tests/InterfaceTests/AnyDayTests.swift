import Billing
import Interface
import SessionLog
import Testing

/// Whatever is typed in whatever order, on clocks that sleep and are set: some things always hold.
@Suite("Any day whatever")
struct AnyDayTests {
  /// Two clients with two codes each, the first with a group code too.
  private static let two =
    "n JB <enter> <enter> a 97110 <enter> a 97530 <enter> "
    + "o n KM <enter> <enter> a 97110 <enter> a 97530 <enter> a 97014 <enter> "

  /// Whole gestures: each leads back to the session.
  private static let gestures =
    [
      "+1m", "+3m", "+7m", "+17s", "1", "2", "3", "1 +2m 2 +3m", "[", "]", "<space> <esc>",
      "U <esc>",
    ]
    + [
      "b 1", "b 2", "b 4", "b \"+1\"", "e <enter> -2 <tab>", "e <enter> \"+1\" <tab>",
      "e <enter> <tab> -2", "e <enter> <tab> \"+2\"", "e <up> <enter> <tab> \"+3\"",
      "e <up> <enter> -4 <tab>", "e i -9 <tab> \"+4\"", "e i -6 <tab> \"+2\"",
      "e i -30 <tab> \"+20\"",
      "e s -1", "e s -2 <tab> <right>", "e s \"+1\" <tab> <right>", "e <up> s -1 <tab> <right>",
      "e d", "e <up> d", "e d \"+1\" <tab> -1",
    ].flatMap { keys in
      // Where it is not free, the first or the second way to mend it is taken.
      ["1", "2"].map {
        "\(keys) <enter> <enter> <enter> \($0) <enter> <enter> <enter> <esc> <esc> <esc>"
      }
    }
    + ["t -3 <enter> <esc>", "t \"+5\" <enter> <esc>", "t 9m <enter> <esc>"]
    + [": group <enter> <down> <space> <enter> <esc>"]

  private static let clocks = ["~5m <esc>", "wall-60", "wall+60", "wall-7", "zone-1"]

  private func rolled(
    _ gestures: [String], seed: UInt64, length: Int = 60,
    then check: (Script, String) throws -> Void
  ) throws {
    var state = seed
    func roll(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    var script = try Script(Self.two)
    for _ in 0..<length {
      let gesture = gestures[roll(gestures.count)]
      switch gesture {
      case "wall-60": script.stepWallClock(byMinutes: -60)
      case "wall+60": script.stepWallClock(byMinutes: 60)
      case "wall-7": script.stepWallClock(byMinutes: -7)
      case "zone-1": script.turnZone(byHours: -1)
      default: try script.type(gesture)
      }
      try check(script, gesture)
    }
    #expect(
      script.state.logbook.sessions.values.contains {
        !$0.panes.allSatisfy { $0.intervals.isEmpty }
      })
  }

  @Test(arguments: UInt64(1)...10)
  func `nobody does two things at once`(seed: UInt64) throws {
    var known = 0
    try rolled(Self.gestures, seed: seed) { script, gesture in
      let overlaps = overlaps(in: script)
      if overlaps.count > known { Issue.record("after \(gesture): \(overlaps)") }
      known = overlaps.count
    }
  }

  @Test(arguments: UInt64(1)...10)
  func `nor on clocks that sleep and are set`(seed: UInt64) throws {
    var known = 0
    try rolled(Self.gestures + Self.clocks, seed: seed) { script, gesture in
      let overlaps = overlaps(in: script)
      if overlaps.count > known { Issue.record("after \(gesture): \(overlaps)") }
      known = overlaps.count
    }
  }

  @Test(arguments: UInt64(11)...16)
  func `what is on disk tells the same, and every pane is the sum of its parts`(
    seed: UInt64
  ) throws {
    let gestures = Self.gestures + Self.clocks + ["u <enter> <esc>", "<c-r> <enter> <esc>"]
    try rolled(gestures, seed: seed) { script, gesture in
      let replayed = try Logbook(replaying: script.journal)
      #expect(replayed.sessions == script.state.logbook.sessions, "after \(gesture)")
      for pane in replayed.sessions.values.flatMap(\.panes) {
        let parts =
          pane.intervals.map { ($0.end ?? script.instant).since($0.start) }
          + pane.typed.map(\.milliseconds)
        #expect(pane.milliseconds(at: script.instant) == max(0, parts.reduce(0, +)))
        #expect(pane.intervals.allSatisfy { $0.start <= $0.end ?? script.instant }, "\(gesture)")
        #expect(pane.intervals.allSatisfy { $0.end ?? $0.start <= script.instant }, "\(gesture)")
        #expect(pane.intervals.count(where: \.isRunning) <= 1)
      }
    }
  }

  @Test(arguments: UInt64(21)...26)
  func `undo and redo leave everything as it was`(seed: UInt64) throws {
    try rolled(Self.gestures + Self.clocks, seed: seed, length: 40) { script, gesture in
      var again = script
      let count = again.journal.count
      // Of an entry that is not of this minute Enter confirms.
      try again.type("u")
      if again.journal.count == count { try again.type("<enter>") }
      guard case .undone = again.kinds.last else { return }
      let undone = again.journal.count
      try again.type("<c-r>")
      if again.journal.count == undone { try again.type("<enter>") }
      for (id, session) in script.state.logbook.sessions {
        let other = again.state.logbook.sessions[id]
        #expect(other?.panes == session.panes, "after \(gesture)")
        #expect(other?.pauses == session.pauses, "after \(gesture)")
        #expect(
          other.map { again.state.bill(of: $0, at: again.now).units }
            == script.state.bill(of: session, at: script.now).units)
      }
    }
  }

  /// A second formulation: every pair of exclusive intervals of one performer, or of one client, that
  /// shares a second, but for the members of one group.
  private func overlaps(in script: Script) -> [String] {
    let catalog = script.state.logbook.catalog
    let given = script.state.logbook.sessions.values.sorted { $0.id < $1.id }.flatMap { session in
      session.panes.filter { catalog.isExclusive($0.code) }.flatMap { pane in
        pane.intervals.map { (session: session, code: pane.code, interval: $0) }
      }
    }
    var overlaps: [String] = []
    for (place, one) in given.enumerated() {
      for other in given[(place + 1)...] {
        let isGroup = one.code == other.code && catalog.isGroup(one.code)
        let start = max(one.interval.start, other.interval.start)
        let end = min(
          one.interval.end ?? script.instant, other.interval.end ?? script.instant)
        guard end.since(start) >= 1000, !isGroup || one.session.id == other.session.id else {
          continue
        }
        overlaps.append(
          "\(one.session.visit.client) \(one.code) \(one.interval.startTime.text), "
            + "\(other.session.visit.client) \(other.code) \(other.interval.startTime.text): "
            + "\(end.since(start) / 1000) s")
      }
    }
    return overlaps
  }
}
