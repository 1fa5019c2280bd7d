import Billing
import SessionLog
import Testing

@testable import Paperwork

/// What an auditor reads of an entry: what it did in this visit, and what stood there before.
@Suite struct EntryWordsTests {
  let exercise = ProcedureCode("97110")
  let manual = ProcedureCode("97140")

  /// The words of the last entry, in one of its sessions.
  func words(_ story: Story, in session: Int64 = 1) throws -> String {
    let session = try #require(try story.logbook.sessions[SessionID(rawValue: session)])
    return session.words(for: try #require(session.entries.last))
  }

  func time(_ minutes: Double) throws -> WallTime { try Story.moment(minutes).wallTime }

  /// KM's 97110 since 10:01, and JB's visit.
  func two() throws -> Story {
    let code = try #require(exercise)
    var story = try Story()
    var visit = try story.first.session.visit
    visit.client = "JB"
    try story.at(1, .opened(visit), in: 2)
    try story.at(1, .added(code: code))
    try story.at(1, .added(code: code), in: 2)
    try story.at(1, .started(code: code))
    return story
  }

  // MARK: Another visit

  @Test func `a start in another visit is a stop here, and names no client`() throws {
    let code = try #require(exercise)
    var story = try two()
    try story.at(9, .started(code: code), inAll: [2, 1])
    #expect(try words(story, in: 2) == "started 97110")
    #expect(try words(story) == "stopped 97110: the clinician went to another visit")
    let (logbook, session) = try story.first
    let why = WhyText(of: session, in: logbook, at: try Story.moment(10), madeBy: "tests").lines
    #expect(why.text.contains("A. Meier: stopped 97110:"))
    #expect(!why.text.contains("JB"))
  }

  @Test func `so is a group without this client, and one with it is a start`() throws {
    let group = try #require(ProcedureCode("97150"))
    var story = try two()
    let members = [SessionID(rawValue: 2)]
    try story.at(9, .groupStarted(code: group, members: members), inAll: [2, 1])
    #expect(try words(story) == "stopped 97110: the clinician went to another visit")
    #expect(try words(story, in: 2) == "started 97150 for a group of 1")
  }

  @Test func `where nothing ran, and where it was undone, it says so`() throws {
    let code = try #require(exercise)
    var story = try two()
    try story.at(2, .stopped(code: code))
    try story.at(9, .started(code: code), inAll: [2, 1])
    #expect(try words(story) == "nothing ran here: the clinician went to another visit")
    let start = try #require(try story.first.session.entries.last)
    try story.at(10, .undone(entry: start.id), inAll: [2, 1])
    #expect(
      try story.first.session.words(for: start)
        == "stopped what ran: the clinician went to another visit")
  }

  // MARK: Switches

  @Test func `a moved switch names its codes and its former time`() throws {
    var story = try Story.exampleOfTheManual()
    let start = try #require(try story.first.session.entries.dropLast().last)
    try story.at(46, .switchMoved(entry: start.id, time: time(30)))
    #expect(try words(story) == "put the switch from 97110 to 97140 at 10:30, was 10:38")
  }

  @Test func `between two clients each visit tells its own side`() throws {
    let code = try #require(exercise)
    var story = try two()
    try story.at(9, .started(code: code), inAll: [2, 1])
    let start = try #require(try story.first.session.entries.last)
    try story.at(10, .switchMoved(entry: start.id, time: time(7)), inAll: [2, 1])
    #expect(try words(story) == "put the end of 97110 at 10:07, was 10:09")
    #expect(try words(story, in: 2) == "put the start of 97110 at 10:07, was 10:09")
  }

  // MARK: Intervals and totals

  @Test func `a correction, a split and what is taken out tell the former times`() throws {
    let code = try #require(manual)
    let start = try time(38)
    let interval = EntryID(rawValue: 8)
    let kinds: [(Entry.Kind, String)] = [
      (
        .intervalCorrected(code: code, interval: interval, start: start, end: try time(44)),
        "corrected 97140 to 10:38-10:44, was 10:38-10:45"
      ),
      (
        .intervalSplit(code: code, interval: interval, time: try time(40), rest: exercise),
        "split 97140 10:38-10:45 at 10:40, the rest is 97110"
      ),
      (
        .stretchRemoved(code: code, interval: interval, start: try time(40), end: try time(42)),
        "took 10:40-10:42 out of 97140 10:38-10:45"
      ),
      (
        .startMoved(code: code, start: try time(39)), "moved the start of 97140 to 10:39, was 10:38"
      ),
      (.totalStated(code: code, seconds: 600), "stated 97140 as 10 min in all, was 7 min"),
    ]
    for (kind, told) in kinds {
      var story = try Story.exampleOfTheManual()
      try story.at(46, kind)
      #expect(try words(story) == told)
    }
  }

  // MARK: The visit

  @Test func `a corrected visit tells each particular that is not as it was`() throws {
    var story = try Story()
    var visit = try story.first.session.visit
    visit.client = "KN·47"
    visit.discipline = .physicalTherapy
    visit.payer = Payer(name: "Premera Blue Cross", rule: .ama)
    visit.clinician = "B. Kim"
    visit.role = .assistant
    try story.at(1, .visitCorrected(visit))
    #expect(
      try words(story) == """
        corrected the visit: client KM·47 -> KN·47, discipline OT -> PT, \
        payer Medicare B -> Premera Blue Cross, clinician A. Meier, OTR/L -> B. Kim, \
        role therapist -> assistant
        """)
    try story.at(2, .visitCorrected(visit))
    #expect(try words(story) == "corrected the visit, nothing changed")
  }
}
