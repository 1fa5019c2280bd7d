import Billing
import Foundation
import SessionLog
import Testing

@testable import Paperwork

/// What an auditor reads.
@Suite struct WhyTextTests {
  @Test func itLeadsFromTheEntriesToTheLines() throws {
    let text = try why(Story.exampleOfTheManual(), at: 45).text
    for line in [
      "Session 1: 3 units by the CMS 8-minute rule\nNot signed: as the log stands now.\n",
      """
      97110  exercise: strength/ROM/endurance
        10:00-10:20        20:00  clocked, by therapist A. Meier, OTR/L, entry 4
        10:25-10:38        13:00  clocked, by therapist A. Meier, OTR/L, entry 7
        Sum       1980 seconds, cut once to 33 whole minutes.

      """,
      "Pauses\n  10:20-10:25         5:00  rest\n",
      "Units of the day\n  - 15-minute codes: 97110 33 + 97140 7 = 40 minutes; 38-52 minutes make 3 units",
      "  97110 GO: 2 units, 33 minutes\n    - 97110: 33 minutes, 2 full blocks of 15 and 3 over;",
      "  97140 GO: 1 unit, 7 minutes\n",
      "Tables\n  Made by tests.\n",
      "     4  2026-11-21T10:00:00-05:00  A. Meier: started 97110\n",
    ] { #expect(text.contains(line), "\(line)") }
  }

  @Test func theSumAddsUpWhereAnotherDisciplineHadAPart() throws {
    var story = try Story()
    let code = try #require(ProcedureCode("97110"))
    try story.at(0, .added(code: code))
    try story.at(1, .secondsTyped(code: code, seconds: 2137))
    try story.at(2, .coTreated(code: code, with: .physicalTherapy, seconds: 600))
    #expect(
      try why(story, at: 3).text.words.contains(
        "2137 seconds, less 600 that are PT's: 1537, cut once to 25 whole minutes."))
    try story.at(
      4, .performerStated(code: code, performer: Performer(role: .student, name: "Lee")))
    try story.at(5, .secondsTyped(code: code, seconds: 90))
    #expect(
      try why(story, at: 6).text.words.contains(
        "Sum 2137 seconds that can be billed, less 600 that are PT's: 1537, cut once to 25"))
  }

  @Test func everyReasonAndFindingOfTheBillIsThere() throws {
    let story = try Story.exampleOfTheManual()
    let (logbook, session) = try story.first
    let bill = SessionReport(session, in: logbook, at: try Story.moment(45)).bill
    let words = try why(story, at: 45).text.words
    for reason in bill.because { #expect(words.contains(reason.text.words)) }
    for finding in bill.findings {
      #expect(words.contains(finding.message.words) && words.contains(finding.source.words))
    }
  }

  @Test func whatWasUndoneIsMarked() throws {
    var story = try Story.exampleOfTheManual()
    try story.at(46, .undone(entry: EntryID(rawValue: 9)))
    let text = try why(story, at: 47).text
    #expect(text.contains("stopped 97140 (undone)\n"))
    #expect(text.contains("undid entry 9\n"))
  }

  @Test func ofASignedSessionTheBillIsTheOneThatWasSigned() throws {
    var story = try Story.exampleOfTheManual()
    let (logbook, session) = try story.first
    var bill = SessionReport(session, in: logbook, at: try Story.moment(45)).bill
    bill.because = [Reason([], "As it was reckoned then.")]
    try story.at(
      50,
      .signed(
        Signature(
          name: "A. Meier", bill: bill, text: [], sessions: [session.id], madeBy: "unitclock 0")))
    let text = try why(story, at: 60).text
    #expect(text.contains("\nSigned by A. Meier, 2026-11-21T10:50:00-05:00, entry 10. "))
    #expect(text.contains("Units of the day\n  - As it was reckoned then.\n"))
    #expect(text.contains("Tables\n  Made by unitclock 0.\n\n"))
    #expect(!text.contains("15-minute codes"))
  }

  @Test func whoLetACautionStandIsNamed() throws {
    var story = try Story.exampleOfTheManual()
    let (logbook, session) = try story.first
    var bill = SessionReport(session, in: logbook, at: try Story.moment(45)).bill
    let fact = try #require(bill.findings.first).fact
    try story.at(46, .dismissed(finding: fact, reason: "as agreed"))
    bill.findings[0].dismissal = "as agreed"
    try story.at(
      50,
      .signed(
        Signature(
          name: "A. Meier", bill: bill, text: [], sessions: [session.id], madeBy: "unitclock 0")))
    #expect(
      try why(story, at: 60).text.contains(
        """
                   dismissed: as agreed
                   by A. Meier, 2026-11-21T10:46:00-05:00, entry 10

        """))
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
    for line in try why(story, at: 3) { #expect(line.text.count <= 80, "\(line.text)") }
  }

  private func why(_ story: Story, at minutes: Double) throws -> [NoteLine] {
    let (logbook, session) = try story.first
    return WhyText(of: session, in: logbook, at: try Story.moment(minutes), madeBy: "tests").lines
  }
}

extension String {
  /// The text without its line breaks and margins.
  fileprivate var words: String {
    split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
