import Billing
import Testing

/// Findings that need a log: what its timers, clocks, late entries and times of presence tell.
@Suite struct LogFactFindings {
  func findings(
    _ facts: LogFacts?, dismissed: [Finding.Fact: String] = [:], using tables: Tables = .builtIn
  ) -> [Finding] {
    let day = TreatmentDay(
      date: "2026-11-21",
      services: [
        Service("97110", therapistMinutes: 15), Service("97140", therapistMinutes: 15),
      ],
      dismissals: dismissed, facts: facts)
    let ids: Set<Finding.ID> = [.longTimer, .clockMoved, .slept, .lateEntry, .billedOverPresent]
    return bill(day, for: .unnamed(.cms), using: tables).findings.filter { ids.contains($0.id) }
  }

  @Test func `without a log none of them is raised`() { #expect(findings(nil) == []) }

  @Test func `nothing out of the ordinary raises nothing`() {
    #expect(findings(LogFacts(timers: [LogFacts.RunningTimer(code: "97110", minutes: 59)])) == [])
  }

  // MARK: Timers

  @Test func `a timer that is on for an hour is told, and no longer than the limit says`() throws {
    let timers = [
      LogFacts.RunningTimer(code: "97110", minutes: 60),
      LogFacts.RunningTimer(code: "G0283", minutes: 44),
    ]
    let found = findings(LogFacts(timers: timers))
    #expect(found.map(\.id) == [.longTimer])
    #expect(found.map(\.severity) == [.info])
    #expect(found.first?.codes == ["97110"])
    #expect(found.first?.message == "97110 has been on for 60 minutes.")
    #expect(found.first?.remedy.contains("b moves the switch back") == true)
    var tables = Tables.builtIn
    tables.longTimerMinutes = 44
    #expect(findings(LogFacts(timers: timers), using: tables).count == 2)
    tables.longTimerMinutes = 61
    #expect(findings(LogFacts(timers: timers), using: tables) == [])
  }

  @Test func `more minutes than a day has are not signed`() {
    func severities(_ minutes: Int) -> [Finding.Severity] {
      var day = TreatmentDay(["97110": minutes])
      day.facts = LogFacts()
      return Bill(of: day, by: .cms).findings.filter { $0.id == .longTimer }.map(\.severity)
    }
    #expect(severities(1440) == [])
    #expect(severities(1441) == [.stop])
  }

  @Test func `its fact stays the same while it goes on`() {
    func fact(_ minutes: Int) -> Finding.Fact? {
      findings(LogFacts(timers: [LogFacts.RunningTimer(code: "97110", minutes: minutes)])).first?
        .fact
    }
    #expect(fact(61) == fact(95))
  }

  @Test func `a timer past the planned end is told on its own`() {
    let timer = LogFacts.RunningTimer(
      code: "97110", minutes: 12, overrun: LogFacts.Overrun(plannedEnd: "11:00", minutes: 1))
    let found = findings(LogFacts(timers: [timer]))
    #expect(found.map(\.message) == ["97110 is on 1 minute past the planned end, 11:00."])
  }

  // MARK: The machine's clocks

  func gap(
    _ cause: LogFacts.Gap.Cause, seconds: Int = 2580, kept: Int? = nil,
    codes: [ProcedureCode] = ["97110"]
  ) -> LogFacts {
    LogFacts(gaps: [
      LogFacts.Gap(
        cause: cause, codes: codes, start: "10:05", end: "10:48", seconds: seconds,
        keptSeconds: kept)
    ])
  }

  @Test(
    arguments: [
      (nil, "all of it is counted until somebody says what it was."),
      (0, "none of it is counted, as was said."),
      (2580, "all of it is counted, as was said."),
      (660, "the first 11 minutes of it are counted, as was said."),
    ] as [(Int?, String)])
  func `sleep under a timer says what of it is counted`(kept: Int?, words: String) {
    let found = findings(gap(.slept, kept: kept))
    #expect(found.map(\.id) == [.slept])
    #expect(found.map(\.severity) == [.info])
    #expect(
      found.first?.message
        == "The machine slept 10:05-10:48, 43 minutes, while 97110 ran; \(words)")
    #expect(found.first?.remedy.contains("(w, Enter)") == (kept == nil))
    #expect(found.first?.fact == findings(gap(.slept)).first?.fact)
  }

  @Test func `a restart says that its length is the wall clock's`() {
    let found = findings(gap(.restarted, codes: []))
    #expect(found.map(\.id) == [.slept])
    #expect(found.first?.message.contains("43 minutes by the wall clock; all of it") == true)
  }

  @Test(arguments: [(-3600, "set back 60 minutes"), (90, "set forward 1 minute")])
  func `a clock that was set changes no duration, and that is said`(seconds: Int, words: String) {
    let found = findings(gap(.clockMoved, seconds: seconds))
    #expect(found.map(\.id) == [.clockMoved])
    #expect(found.map(\.severity) == [.info])
    #expect(found.first?.message.contains(words) == true)
    #expect(found.first?.message.hasSuffix("no duration changes.") == true)
  }

  // MARK: Late entries

  func late(_ code: ProcedureCode, _ entry: Int64, by author: String = "A. Reyes")
    -> LogFacts.LateEntry
  {
    LogFacts.LateEntry(code: code, entry: entry, made: "2026-11-22", author: author)
  }

  @Test func `a late entry is a caution that says which code, when and by whom`() {
    let found = findings(LogFacts(lateEntries: [late("97110", 12)]))
    #expect(found.map(\.id) == [.lateEntry])
    #expect(found.map(\.severity) == [.caution])
    #expect(
      found.first?.message
        == "97110: 1 entry made after the day of service, on 2026-11-22 by A. Reyes.")
    #expect(found.first?.isOpen == true)
  }

  @Test func `several of one code are one finding, and each code has its own`() {
    let facts = LogFacts(lateEntries: [
      late("97140", 15, by: "B. Cole"), late("97110", 13), late("97110", 12), late("97140", 14),
    ])
    #expect(
      findings(facts).map(\.message) == [
        "97110: 2 entries made after the day of service, on 2026-11-22 by A. Reyes.",
        "97140: 2 entries made after the day of service, on 2026-11-22 by A. Reyes and"
          + " on 2026-11-22 by B. Cole.",
      ])
  }

  @Test func `a reason stands for the entries it was given for, and not for one more`() throws {
    let two = [late("97110", 12), late("97110", 14)]
    let fact = try #require(findings(LogFacts(lateEntries: two)).first?.fact)
    let dismissed = [fact: "chart found later"]
    #expect(findings(LogFacts(lateEntries: two), dismissed: dismissed).first?.isOpen == false)
    #expect(
      findings(LogFacts(lateEntries: [late("97110", 12)]), dismissed: dismissed).first?.isOpen
        == false, "one of them was undone")
    #expect(
      findings(LogFacts(lateEntries: two + [late("97110", 16)]), dismissed: dismissed).first?
        .isOpen == true)
  }

  @Test func `of several reasons that cover an entry the narrowest stands, the lowest of those`()
    throws
  {
    func fact(_ entries: Int64...) throws -> Finding.Fact {
      try #require(
        findings(LogFacts(lateEntries: entries.map { late("97110", $0) })).first?.fact)
    }
    func reason(_ dismissed: [Finding.Fact: String]) -> String? {
      findings(LogFacts(lateEntries: [late("97110", 12)]), dismissed: dismissed).first?.dismissal
    }
    var dismissed = [try fact(12, 13, 14): "three"]
    for other in 14...40 as ClosedRange<Int64> { dismissed[try fact(12, other)] = "and \(other)" }
    #expect(reason(dismissed) == "and 14")
    dismissed[try fact(12)] = "this one"
    #expect(reason(dismissed) == "this one")
  }

  // MARK: Presence

  func presence(
    minutes: Int, clocked: Int, typed: Int = 0, typedCodes: [ProcedureCode] = ["97140"]
  ) -> LogFacts {
    LogFacts(presences: [
      LogFacts.Presence(
        performer: "therapist A. Reyes", first: "10:00", last: "11:00",
        milliseconds: Int64(minutes) * 60_000, clocked: Int64(clocked) * 60_000,
        typed: Int64(typed) * 60_000, codes: ["97110", "97140"], typedCodes: typedCodes)
    ])
  }

  @Test(
    arguments: [
      (60, 0, nil), (61, 0, .stop), (30, 30, nil), (30, 31, .caution), (61, 5, .stop),
      (65, -5, .stop), (0, 0, nil),
    ] as [(Int, Int, Finding.Severity?)])
  func `an hour of presence holds an hour of minutes: clock times stop, typed ones caution`(
    clocked: Int, typed: Int, severity: Finding.Severity?
  ) {
    let found = findings(presence(minutes: 60, clocked: clocked, typed: typed))
    #expect(found.first?.severity == severity)
    #expect(found.allSatisfy { $0.id == .billedOverPresent })
  }

  @Test func `it says how many minutes stand against how many, from when to when`() {
    let found = findings(presence(minutes: 60, clocked: 30, typed: 45)).first
    #expect(
      found?.message == """
        75 minutes by therapist A. Reyes on 2026-11-21, and 60 minutes between the first and the \
        last moment stated, 10:00-11:00; 45 minutes of it have no clock times.
        """)
    #expect(found?.codes == ["97140"])
  }

  @Test func `a day whose own minutes all have clock times is not cautioned for another's`() {
    #expect(findings(presence(minutes: 60, clocked: 30, typed: 45, typedCodes: [])) == [])
  }
}
