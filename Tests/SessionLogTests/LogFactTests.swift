import Billing
import SessionLog
import Testing

/// What the log hands to the findings: running timers, gaps, late entries, presence.
@Suite struct LogFactTests {
  func facts(_ words: String) throws -> LogFacts {
    try #require(try Story(words).day.facts)
  }

  // MARK: Timers

  @Test func `a timer counts from its last start`() throws {
    #expect(
      try facts("97110 +70").timers == [LogFacts.RunningTimer(code: "97110", minutes: 70)])
    #expect(try facts("97110 +50 pause +5 resume +20s").timers.map(\.minutes) == [0])
    #expect(try facts("97110 +70 stop").timers == [])
  }

  @Test(
    arguments: [
      (44, nil), (45, nil), (46, LogFacts.Overrun(plannedEnd: "10:45", minutes: 1)),
      (120, LogFacts.Overrun(plannedEnd: "10:45", minutes: 75)),
      (900, LogFacts.Overrun(plannedEnd: "10:45", minutes: 855)),
    ] as [(Int, LogFacts.Overrun?)])
  func `a planned end is past by the clock on the wall, over midnight too`(
    minutes: Int, overrun: LogFacts.Overrun?
  ) throws {
    let visit = Visit(
      client: "KM", discipline: .occupationalTherapy, payer: .unnamed(.cms),
      clinician: "A. Reyes", date: "2026-11-21", appointment: Appointment(start: 600, minutes: 45))
    var clocks = TestClocks()
    let entries = try
      ([.opened(visit), .added(code: "97110"), .started(code: "97110")]
      as [Entry.Kind]).enumerated().map { place, kind in
        Entry(
          id: EntryID(rawValue: Int64(place) + 1), sessions: [SessionID(rawValue: 1)],
          moment: try clocks.moment, author: "A. Reyes", kind: kind)
      }
    let logbook = try Logbook(replaying: entries)
    clocks.advance(by: Int64(minutes) * 60_000)
    let session = try #require(logbook.sessions[SessionID(rawValue: 1)])
    let day = logbook.treatmentDay(of: session, at: logbook.instant(of: try clocks.moment))
    #expect(day.facts?.timers.map(\.overrun) == [overrun])
  }

  // MARK: Presence

  func presence(_ words: String) throws -> [String] {
    try facts(words).presences.map { presence in
      """
      \(presence.first)-\(presence.last) \(presence.milliseconds / 60_000): \
      \(presence.clocked / 60_000) clocked, \(presence.typed / 60_000) typed
      """
    }
  }

  @Test func `presence runs from the first to the last moment stated, pauses and gaps included`()
    throws
  {
    #expect(
      try presence("97110 +10 pause +5 resume +10 97140 +5 stop")
        == ["10:00-10:30 30: 25 clocked, 0 typed"])
    #expect(try presence("97110 +20") == ["10:00-now 20: 20 clocked, 0 typed"])
  }

  @Test func `back-timed and typed ranges move its ends`() throws {
    #expect(try presence("+10 97110 +10 97110<5 stop") == ["10:05-10:20 15: 15 clocked, 0 typed"])
    #expect(
      try presence("+60 97110 +5 stop 97110@10-20")
        == ["10:10-11:05 55: 15 clocked, 0 typed"])
  }

  @Test func `what was given to other clients on the date counts, on either side`() throws {
    let words = "97110 +20 stop JB: +10 97140 +20 stop 97140+5"
    #expect(try presence(words) == ["10:00-10:50 50: 40 clocked, 5 typed"])
    #expect(try presence(words + " KM:") == ["10:00-10:50 50: 40 clocked, 5 typed"])
    #expect(try facts(words).presences.first?.typedCodes == ["97140"])
    #expect(try facts(words + " KM:").presences.first?.typedCodes == [])
  }

  @Test func `without any clock time there is nothing to compare with`() throws {
    #expect(try presence("97110 97110. 97110+24") == ["10:00-10:00 0: 0 clocked, 24 typed"])
    var typedAlone = try Story()
    try typedAlone.record(.added(code: "97110"))
    try typedAlone.say("97110+24")
    #expect(try typedAlone.day.facts?.presences == [])
  }

  @Test func `supervised modalities bind nobody, and everybody has a presence of their own`() throws
  {
    #expect(
      try presence("G0283 97110 +20 stop") == ["10:00-10:20 20: 20 clocked, 0 typed"])
    #expect(
      try presence("97110 +10 97110/assistant +5 stop") == [
        "10:00-10:10 10: 10 clocked, 0 typed", "10:10-10:15 5: 5 clocked, 0 typed",
      ])
  }

  @Test(arguments: [
    ("97110 +20 stop 97110+5", Finding.Severity?.some(.caution)),
    ("97110 +20 stop +10 97140 +5 stop 97110+5", nil),
    ("97110 +20 stop 97110@5-15", .stop),
    ("97110 +20 stop 97110<5", nil),
    ("97110 +20 stop 97110-5", nil),
    ("97110 +20", nil),
  ])
  func `more minutes than there were are found`(
    words: String, severity: Finding.Severity?
  ) throws {
    let story = try Story(words)
    let bill = bill(try story.day, for: try story.session.visit.payer)
    let found = bill.findings.first { $0.id == .billedOverPresent }
    #expect(found?.severity == severity)
  }

  /// Presence and minutes told a second time: every second of the day as one of a row of cells.
  @Test func `presence is what a row of seconds says`() throws {
    var random = SplitMix(seed: 2026)
    for _ in 0..<60 {
      var words = ""
      var cells: [Int] = Array(repeating: 0, count: 200)
      var typed = 0
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let start = Int.random(in: 0..<150, using: &random)
        let length = Int.random(in: 1...40, using: &random)
        let code = ["97110", "97140", "97530"].randomElement(using: &random) ?? "97110"
        words += " \(code)@\(start)-\(start + length)"
        for minute in start..<(start + length) { cells[minute] += 1 }
        if Bool.random(using: &random) {
          let minutes = Int.random(in: 1...30, using: &random)
          words += " \(code)+\(minutes)"
          typed += minutes
        }
      }
      var story = try Story("+200")
      for code in ["97110", "97140", "97530"] as [ProcedureCode] {
        try story.record(.added(code: code))
      }
      try story.say(words)
      let first = try #require(cells.firstIndex { $0 > 0 })
      let last = try #require(cells.lastIndex { $0 > 0 }) + 1
      let clocked = cells.reduce(0, +)
      let presence = try #require(story.day.facts?.presences.first)
      #expect(presence.milliseconds == Int64(last - first) * 60_000, "\(words)")
      #expect(presence.clocked == Int64(clocked) * 60_000, "\(words)")
      #expect(presence.typed == Int64(typed) * 60_000, "\(words)")
      let expected: Finding.Severity? =
        clocked > last - first ? .stop : clocked + typed > last - first ? .caution : nil
      let bill = bill(try story.day, for: try story.session.visit.payer)
      #expect(
        bill.findings.first { $0.id == .billedOverPresent }?.severity == expected, "\(words)")
    }
  }

  // MARK: Late entries

  @Test func `what is stated on the day itself is not late, and neither is a clock after midnight`()
    throws
  {
    #expect(try facts("97110 +20 stop 97110+5 97110<5").lateEntries == [])
    #expect(try facts("+800 97110 +90 stop").lateEntries == [])
  }

  @Test func `what is stated after it is late, with its code, entry, day and author`() throws {
    let facts = try facts("97110 +20 stop +900 97110+5")
    #expect(
      facts.lateEntries == [
        LogFacts.LateEntry(code: "97110", entry: 5, made: "2026-11-22", author: "A. Reyes")
      ])
  }

  @Test func `a late entry that was undone is none; a late undo of an entry made in time is one`()
    throws
  {
    #expect(try facts("97110 +20 stop +900 97110+5 undo").lateEntries == [])
    #expect(try facts("97110 +20 stop 97110+5 +900 undo").lateEntries.map(\.entry) == [6])
    #expect(try facts("97110 +20 stop 97110+5 +900 undo redo").lateEntries == [])
    #expect(try facts("97110 +20 stop +900 undo").lateEntries.map(\.code) == ["97110"])
    #expect(try facts("97110 +20 stop 97110+5 +900 undo redo undo").lateEntries.map(\.entry) == [8])
  }

  @Test func `a late redo of what was undone in time is late too`() throws {
    let facts = try facts("97110 +20 stop 97110+30 undo +900 redo")
    #expect(facts.lateEntries.map(\.entry) == [7])
    #expect(facts.lateEntries.map(\.code) == ["97110"])
    #expect(try self.facts("97110 +20 stop 97110+30 undo redo +900").lateEntries == [])
    #expect(
      try self.facts("97110 +20 stop 97110+30 undo +900 redo undo").lateEntries == [],
      "it is as it was when the day was over")
    #expect(try self.facts("+800 97110 +90 stop undo redo").lateEntries == [], "past midnight")
  }

  @Test func `a late undo of who gave a code is late`() throws {
    let facts = try facts("97110 stop 97110+20 97110/assistant 97110+10 97110/therapist +900 undo")
    #expect(facts.lateEntries.map(\.code) == ["97110"])
  }

  @Test func `a late undo and a late redo are labelled so, though they even out`() throws {
    let story = try Story("97110 +20 stop 97110+5 +900 undo redo")
    let labelled = try story.session.entries.filter(try story.session.isLateStatement)
    #expect(labelled.map(\.id.rawValue) == [6, 7])
  }
}

/// Numbers that are the same in every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
