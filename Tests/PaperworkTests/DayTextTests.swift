import Billing
import SessionLog
import Testing

@testable import Paperwork

/// What a day brings beside its clocks, as paper tells it: late entries, corrections, absences,
/// groups, and what follows a signature.
@Suite struct DayTextTests {
  func why(_ story: Story, at minutes: Double) throws -> String {
    let (logbook, session) = try story.first
    return WhyText(of: session, in: logbook, at: try Story.moment(minutes), madeBy: "tests").lines
      .text
  }

  func signature(_ story: Story, text: [String] = ["As it was."]) throws -> Entry.Kind {
    let (logbook, session) = try story.first
    return .signed(
      Signature(
        name: "A. Meier", bill: SessionReport(session, in: logbook, at: try Story.moment(50)).bill,
        text: text, sessions: [session.id], madeBy: "tests"))
  }

  // MARK: Late entries and corrections

  @Test func `an interval stated the day after is late, and says when it was made and why`() throws
  {
    let code = try #require(ProcedureCode("97140"))
    let ten = try Story.moment(0).wallTime
    var story = try Story.exampleOfTheManual()
    try story.at(
      24 * 60 - 120,
      .intervalStated(
        code: code, start: ten.advanced(by: 3_000_000), end: ten.advanced(by: 3_600_000)),
      because: "forgot to start")
    let note = try story.text(at: 24 * 60).text
    #expect(
      note.contains(
        """
                 10:50-11:00        10:00  typed, late: made 2026-11-22, after the day
                                           of service

        """))
    #expect(
      note.contains(
        """
        Corrections
          2026-11-22 08:00  A. Meier: typed 10:50-11:00 for 97140 (late): forgot to
                            start

        """))
    #expect(try why(story, at: 24 * 60).contains("late: made 2026-11-22"))
    #expect(
      try why(story, at: 24 * 60).words.contains(
        "A. Meier: typed 10:50-11:00 for 97140 (late): forgot to start Units of the day"))
    let audit = try #require(try story.json(at: 24 * 60)["audit"] as? [[String: Any]])
    #expect(audit.last?["reason"] as? String == "forgot to start")
    #expect(audit.map { $0["late"] as? Bool }.suffix(2) == [false, true])
  }

  /// Not late, for it is of the day: but whoever checks sees that it was typed hours afterwards.
  @Test func `an interval inserted in the morning from the afternoon says when it was typed`()
    throws
  {
    let code = try #require(ProcedureCode("97140"))
    let ten = try Story.moment(0).wallTime
    var story = try Story.exampleOfTheManual()
    let before = try story.text(at: 340).text
    #expect(before.contains("7 min    1 unit"))
    try story.at(
      340,
      .intervalStated(
        code: code, start: ten.advanced(by: 3_000_000), end: ten.advanced(by: 4_200_000)))
    let note = try story.text(at: 341).text
    #expect(note.contains("         10:50-11:10        20:00  typed at 15:40\n"))
    #expect(note.contains("Corrections\n  15:40  A. Meier: typed 10:50-11:10 for 97140\n"))
    #expect(note.contains("27 min    2 units"))
    #expect(!note.contains("late"))
  }

  @Test func `every time that no clock told stands under the corrections, with a reason or none`()
    throws
  {
    let code = try #require(ProcedureCode("97140"))
    let ten = try Story.moment(0).wallTime
    let interval = EntryID(rawValue: 8)
    let kinds: [Entry.Kind] = [
      .intervalStated(code: code, start: ten, end: ten.advanced(by: 60_000)),
      .startMoved(code: code, start: ten.advanced(by: 39 * 60_000)),
      .totalStated(code: code, seconds: 60), .secondsTyped(code: code, seconds: 60),
      .intervalCorrected(
        code: code, interval: interval, start: ten.advanced(by: 39 * 60_000),
        end: ten.advanced(by: 40 * 60_000)),
      .intervalSplit(
        code: code, interval: interval, time: ten.advanced(by: 39 * 60_000), rest: nil),
      .stretchRemoved(
        code: code, interval: interval, start: ten.advanced(by: 39 * 60_000),
        end: ten.advanced(by: 40 * 60_000)),
      .switchMoved(entry: interval, time: ten.advanced(by: 37 * 60_000)),
    ]
    for kind in kinds {
      for reason in [nil, "forgot"] {
        var story = try Story.exampleOfTheManual()
        try story.at(46, kind, because: reason)
        let session = try story.first.session
        let words = try session.words(for: #require(session.entries.last))
        #expect(
          try story.text(at: 47).text.words.contains(
            "Corrections 10:46 A. Meier: \(words)\(reason.map { ": \($0)" } ?? "") "))
      }
    }
  }

  @Test func `what was mended on the day is told without a label, and an undone one not at all`()
    throws
  {
    let code = try #require(ProcedureCode("97140"))
    let ten = try Story.moment(0).wallTime
    var story = try Story.exampleOfTheManual()
    #expect(try !story.text(at: 46).text.contains("Corrections"))
    try story.at(
      46,
      .intervalCorrected(
        code: code, interval: EntryID(rawValue: 8), start: ten.advanced(by: 38 * 60_000),
        end: ten.advanced(by: 44 * 60_000)), because: "interrupted")
    #expect(
      try story.text(at: 47).text.contains(
        "Corrections\n  10:46  A. Meier: corrected 97140 to 10:38-10:44, was 10:38-10:45:"))
    try story.at(48, .undone(entry: EntryID(rawValue: 10)))
    #expect(try !story.text(at: 49).text.contains("Corrections"))
  }

  @Test func `every entry has its reason in the trail`() throws {
    var story = try Story.exampleOfTheManual()
    try story.at(
      46, .secondsTyped(code: try #require(ProcedureCode("97140")), seconds: 60),
      because: "stopped too early")
    #expect(try why(story, at: 47).contains("typed 1 min for 97140: stopped too early\n"))
  }

  // MARK: The machine's clocks

  @Test func `a gap says what of it counts`() throws {
    let time = try Story.moment(5).wallTime
    var story = try Story.exampleOfTheManual()
    try story.at(
      46,
      .noticed(
        ClockGap(cause: .slept, start: time, end: time.advanced(by: 600_000), seconds: 600)))
    #expect(
      try why(story, at: 47).words.contains(
        "Gaps of the clocks the machine slept 10:05-10:15, 10 min; all of it is counted until"
          + " somebody says what it was, entry 10"))
  }

  // MARK: A visit that did not take place

  @Test func `a visit that did not take place says so, and charges nothing`() throws {
    var story = try Story()
    try story.at(1, .notHeld(Absence(cause: .cancelled, reason: "ill")))
    let text = try story.text(at: 2).text
    #expect(text.hasSuffix("\n\nDid not take place\n  cancelled: ill\n"))
    #expect(!text.contains("Charges"))
    #expect(try why(story, at: 2).contains("It did not take place: cancelled: ill.\n"))
    #expect(try story.json(at: 2)["standing"] as? String == "cancelled")
  }

  @Test func `a visit planned and not begun is planned, and nothing is open`() throws {
    var story = try Story()
    var visit = try story.first.session.visit
    visit.appointment = Appointment(start: 23 * 60 + 30, minutes: 45)
    try story.at(1, .visitCorrected(visit))
    #expect(try story.text(at: 2).text.contains("Planned     23:30-00:15, 45 min\n"))
    #expect(try story.json(at: 2)["standing"] as? String == "planned")
    #expect(StatusReport(try story.logbook, at: try Story.moment(2)).line == "Nothing is open.")
  }

  // MARK: After signing

  @Test func `an addendum stands below the signed text, which stays word for word`() throws {
    var story = try Story.exampleOfTheManual()
    try story.at(50, signature(story))
    try story.at(
      24 * 60, .addendum("She came back for her brace.\nFitted anew."), because: "told at the desk")
    #expect(
      try story.text(at: 25 * 60).text == """
        As it was.

        Addendum
          She came back for her brace.
          Fitted anew.
          Reason: told at the desk
          A. Meier, 2026-11-22 10:00; the signed text above stays as it is.

        """)
    let why = try why(story, at: 25 * 60)
    #expect(why.contains("Signed by A. Meier, 2026-11-21T10:50:00-05:00, entry 10."))
    #expect(why.contains("After signing\nAddendum\n  She came back"))
  }

  @Test func `a co-signature stands last`() throws {
    var story = try Story.exampleOfTheManual()
    var visit = try story.first.session.visit
    visit.role = .assistant
    try story.at(46, .visitCorrected(visit))
    try story.at(50, signature(story))
    try story.at(60, .coSigned(name: "R. Ortiz, PT"))
    #expect(
      try story.text(at: 61).text
        == "As it was.\n\nCo-signature\n  R. Ortiz, PT, 2026-11-21 11:00\n")
  }

  // MARK: Groups

  @Test func `a stretch of a group says of how many`() throws {
    let code = try #require(ProcedureCode("97150"))
    let members = [1, 2].map(SessionID.init(rawValue:))
    var story = try Story()
    var visit = try story.first.session.visit
    visit.client = "JB"
    try story.at(1, .opened(visit), in: 2)
    try story.at(2, .groupStarted(code: code, members: members), inAll: [1, 2])
    try story.at(32, .groupStopped(code: code, members: members), inAll: [1, 2])
    #expect(
      try story.text(at: 33).text.contains(
        "  97150  10:02-10:32        30:00  clocked, group of 2\n"))
  }

  @Test func `who joins as another leaves was never beside that one`() throws {
    let code = try #require(ProcedureCode("97150"))
    func sessions(_ numbers: Int64...) -> [SessionID] { numbers.map(SessionID.init(rawValue:)) }
    var story = try Story()
    var visit = try story.first.session.visit
    for (number, client) in [(2, "JB"), (3, "TW")] as [(Int64, String)] {
      visit.client = client
      try story.at(1, .opened(visit), in: number)
    }
    try story.at(2, .groupStarted(code: code, members: sessions(1, 2)), inAll: [1, 2])
    try story.at(12, .stopped(code: code), in: 1)
    try story.at(12, .groupStarted(code: code, members: sessions(3)), inAll: [3])
    try story.at(22, .groupStopped(code: code, members: sessions(2, 3)), inAll: [2, 3])
    for (number, size) in [(1, 2), (2, 3), (3, 2)] as [(Int64, Int)] {
      #expect(try story.text(at: 23, of: number).text.contains("clocked, group of \(size)\n"))
    }
  }
}

extension String {
  /// The words apart by one blank, whatever broke the lines.
  fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
