import Billing
import Foundation
import SessionLog
import Testing

@testable import Paperwork

@Suite struct NoteTextTests {
  @Test func aNoteHasAllThatARecordNeeds() throws {
    let text = try Story.exampleOfTheManual().text(at: 45, signedBy: "A. Meier").text
    let head = """
      Client      KM·47
      Date        2026-11-21
      Discipline  OT
      Payer       Medicare B, CMS 8-minute rule
      Clinician   A. Meier, OTR/L

      Charges
        97110  exercise: strength/ROM/endurance        33 min    2 units  GO
        97140  manual therapy                           7 min    1 unit   GO
        By the AMA midpoint rule it would be 2 units: 97110 2, 97140 0.
        Timed 40 min, treatment 40 min

      Time
        97110  10:00-10:20        20:00  clocked
               10:25-10:38        13:00  clocked
        97140  10:38-10:45         7:00  clocked
        pause  10:20-10:25       rest

      Why

      """
    #expect(text.hasPrefix(head))
    #expect(text.contains("\nFindings\n  caution  97110: the note does not say: "))
    #expect(text.hasSuffix("\n\nSignature\n  A. Meier, 2026-11-21 10:45\n"))
  }

  @Test func aRunningClockAndAMissingSignatureAreSaid() throws {
    var story = try Story.exampleOfTheManual()
    try story.at(45, .started(code: try #require(ProcedureCode("97110"))))
    let text = try story.text(at: 46.5).text
    #expect(text.contains("         10:45-...           1:30  clocked, running\n"))
    #expect(text.hasSuffix("Signature\n  not signed\n"))
  }

  @Test func typedMinutesSayThatTheyHaveNoClockTimes() throws {
    var story = try Story.exampleOfTheManual()
    try story.at(46, .secondsTyped(code: try #require(ProcedureCode("97140")), seconds: -90))
    #expect(
      try story.text(at: 46).text.contains("         no clock times     -1:30  typed at 10:46\n"))
  }

  @Test func everyLineFitsAPageOf80Columns() throws {
    var story = try Story(client: String(repeating: "long name ", count: 30))
    for code in ["97110", "97112", "97130", "97161", "97633"].compactMap(ProcedureCode.init) {
      try story.at(0, .added(code: code))
      try story.at(1, .secondsTyped(code: code, seconds: 1200))
    }
    try story.at(1, .started(code: try #require(ProcedureCode("97110"))))
    try story.at(2, .paused)
    try story.at(2, .pauseReason(String(repeating: "telephone ", count: 30)))
    for line in try story.text(at: 3, signedBy: String(repeating: "x", count: 60)) {
      #expect(line.text.count <= 80, "\(line.text)")
    }
  }

  @Test func whatPeopleTypedCannotSteerATerminal() throws {
    let text = try Story(client: "K\u{1B}[2JM\u{9B}\u{202E}").text(at: 0, signedBy: "A\u{7}").text
    #expect(text.contains(#"K\x1B[2JM\x9B\u{202E}"#))
    #expect(text.contains(#"A\x07, 2026"#))
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isUnprintable })
  }

  @Test func aSignedNoteIsTheTextThatWasSigned() throws {
    var story = try Story.exampleOfTheManual()
    let (logbook, session) = try story.first
    let bill = SessionReport(session, in: logbook, at: try Story.moment(45)).bill
    let signature = Signature(
      name: "A. Meier", bill: bill, text: ["As it was.", "Why", "  Why", "\u{1B}"],
      sessions: [session.id],
      madeBy: "unitclock 0")
    try story.at(50, .signed(signature))
    #expect(
      try story.text(at: 60) == [
        NoteLine("As it was."), NoteLine("Why", .heading), NoteLine("  Why"), NoteLine(#"\x1B"#),
      ])
  }

  @Test func visitsOfOneDayAreBilledTogetherAndEachShowsItsPart() throws {
    let exercise = try #require(ProcedureCode("97110"))
    var story = try Story()
    try story.at(0, .added(code: exercise))
    try story.at(0, .secondsTyped(code: exercise, seconds: 600))
    let visit = try story.first.session.visit
    try story.at(1, .opened(visit), in: 2)
    try story.at(1, .added(code: exercise), in: 2)
    try story.at(2, .secondsTyped(code: exercise, seconds: 600), in: 2)
    let text = try story.text(at: 3).text
    #expect(
      text.contains("  97110  exercise: strength/ROM/endurance        20 min    1 unit   GO\n"))
    #expect(
      text.contains("Part of this session\n  97110 10 min\n  Billed together with session 2:"))
    #expect(!text.contains("is signed"))
  }

  /// 97112 and 97110 tie for the third unit until 8 minutes of 97140 take it from both.
  @Test func aLaterVisitSaysWhatChangesInASignedBill() throws {
    let codes = try ["97112", "97110", "97140"].map { try #require(ProcedureCode($0)) }
    var story = try Story()
    for (place, code) in codes.prefix(2).enumerated() {
      let start = Double(place) * 20
      try story.at(start, .added(code: code))
      try story.at(start, .started(code: code))
      try story.at(start + 20, .stopped(code: code))
    }
    let (logbook, session) = try story.first
    try story.at(
      41,
      .signed(
        Signature(
          name: "A. Meier", bill: SessionReport(session, in: logbook, at: Story.moment(41)).bill,
          text: [], sessions: [session.id], madeBy: "tests")))
    try story.at(50, .opened(session.visit), in: 2)
    try story.at(50, .added(code: codes[2]), in: 2)
    try story.at(50, .secondsTyped(code: codes[2], seconds: 480), in: 2)
    let later = try story.text(at: 60, of: 2).text
    #expect(
      later.contains(
        """
          97140 8 min
          Billed together with session 1: same client, date and discipline.
          Session 1 is signed with 97110 1, 97112 2. This is the whole day and takes its
          place: 97112 2 to 1, 97140 0 to 1. Sign the corrected bill.

        """))
  }

  @Test func oneDayIsBilledToOnePayer() throws {
    let units = try #require(ProcedureCode("97597"))
    var story = try Story()
    var visit = try story.first.session.visit
    visit.payer = Payer(name: "Premera Blue Cross", rule: .ama)
    try story.at(0, .added(code: units))
    try story.at(1, .unitsStated(code: units, units: 3))
    try story.at(2, .opened(visit), in: 2)
    let text = try story.text(at: 3).text
    #expect(text.contains("Part of this session\n  97597 3 units\n"))
    #expect(
      text.contains(
        """
          Session 2 names another payer, Premera Blue Cross; one day is billed to one
          payer.
        """))
  }

  @Test func theMinutesOfAFamilyAddUpOnce() throws {
    for (minutes, lines) in [
      (40, ["15 min    1 unit ", "25 min    2 units"]),
      (10, ["10 min    1 unit ", " 0 min    0 units"]),
    ] {
      var record = Record()
      let base = try #require(ProcedureCode("97129"))
      try record.add(Service(base, therapistMinutes: 4))
      let addOn = try #require(ProcedureCode("97130"))
      try record.add(Service(addOn, therapistMinutes: minutes - 4))
      let bill = record.bill(today: try #require(ServiceDate("2026-11-21")))
      let charges = BillText(bill).charges.map(\.text).prefix(2)
      for (charge, line) in zip(charges, lines) {
        #expect((charge + " ").contains(line), "\(charge)")
      }
    }
  }

  @Test(arguments: [
    (Int64(300), "5 min"), (-90, "-1 min 30 s"), (30, "30 s"), (0, "0 min"), (3600, "60 min"),
  ])
  func typedSecondsAreNotCut(seconds: Int64, words: String) throws {
    let code = try #require(ProcedureCode("97110"))
    #expect(
      Entry.Kind.secondsTyped(code: code, seconds: seconds).inWords == "typed \(words) for 97110")
    #expect(
      Entry.Kind.totalStated(code: code, seconds: seconds).inWords
        == "stated 97110 as \(words) in all")
  }
}

@Suite struct SessionDocumentTests {
  @Test func aSessionIsWhole() throws {
    let json = try Story.exampleOfTheManual().json(at: 45)
    #expect(
      Set(json.keys) == [
        "session", "standing", "visit", "opened", "codes", "pauses", "billedTogether", "absence",
        "gaps", "bill", "audit", "signature", "addenda", "coSignature",
      ])
    #expect(json["standing"] as? String == "open")
    #expect(json["signature"] is NSNull)
    #expect((json["bill"] as? [String: Any])?["totalUnits"] as? Int == 3)
    let audit = try #require(json["audit"] as? [[String: Any]])
    #expect(audit.count == 9)
    #expect(audit.first?["what"] as? String == "opened for KM·47, 2026-11-21")
    #expect(audit.first?["moment"] as? String == "2026-11-21T10:00:00-05:00")
    #expect(audit.allSatisfy { $0["author"] as? String == "A. Meier" })
  }

  @Test func intervalsCarryTheirOffsetFromUTC() throws {
    let json = try Story.exampleOfTheManual().json(at: 45)
    let codes = try #require(json["codes"] as? [[String: Any]])
    let first = try #require((codes.first?["intervals"] as? [[String: Any]])?.first)
    #expect(first["start"] as? String == "2026-11-21T10:00:00-05:00")
    #expect(first["end"] as? String == "2026-11-21T10:20:00-05:00")
    #expect(first["seconds"] as? Int == 1200)
    #expect(first["provenance"] as? String == "clocked")
    #expect(codes.map { $0["minutes"] as? Int } == [33, 7])
  }

  @Test func aCodeSaysWhetherAPersonCalledItTimed() throws {
    let code = try #require(ProcedureCode("97039"))
    var story = try Story()
    try story.at(0, .added(code: code))
    func timed(at minutes: Double) throws -> Any? {
      (try story.json(at: minutes)["codes"] as? [[String: Any]])?.first?["timed"]
    }
    #expect(try timed(at: 1) is NSNull)
    try story.at(1, .timingStated(code: code, isTimed: true))
    #expect(try timed(at: 2) as? Bool == true)
  }

  @Test func whatWasUndoneIsStillInTheTrail() throws {
    var story = try Story.exampleOfTheManual()
    try story.at(46, .undone(entry: EntryID(rawValue: 9)))
    let audit = try #require(try story.json(at: 47)["audit"] as? [[String: Any]])
    #expect(audit.map { $0["undone"] as? Bool }.suffix(2) == [true, false])
    #expect(audit.last?["what"] as? String == "undid entry 9")
  }
}

@Suite struct StatusTests {
  @Test func statusNamesNobody() throws {
    var story = try Story(client: "Smith")
    #expect(try status(of: story, at: 1) == "1 session open; nothing runs")
    let exercise = try #require(ProcedureCode("97110"))
    try story.at(2, .added(code: exercise))
    try story.at(2, .started(code: exercise))
    #expect(try status(of: story, at: 9.5) == "1 session open; session 1: 97110 runs, 7 min")
    try story.at(10, .paused)
    #expect(try status(of: story, at: 11) == "1 session open; session 1: paused")
  }

  @Test func withoutSessionsNothingIsOpen() throws {
    #expect(StatusReport(Logbook(), at: try Story.moment(0)).line == "Nothing is open.")
  }

  private func status(of story: Story, at minutes: Double) throws -> String {
    StatusReport(try story.logbook, at: try Story.moment(minutes)).line
  }
}
