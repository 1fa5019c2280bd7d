import Billing
import Foundation
import SessionLog
import Testing

@testable import Paperwork

/// What a note says beside codes and times: nothing of it of an ordinary visit.
@Suite struct NoteOfACodeTests {
  private let exercise = ProcedureCode("97110")
  private let assistant = Performer(role: .assistant, name: "B. Roe, COTA")

  @Test func whoGaveWhatIsSaidByRoleWithNamesAndMinutes() throws {
    let exercise = try #require(exercise)
    var story = try Story()
    try story.at(0, .added(code: exercise))
    try story.at(0, .started(code: exercise))
    try story.at(13.5, .performerStated(code: exercise, performer: assistant))
    try story.at(
      36, .performerStated(code: exercise, performer: Performer(role: .student, name: "C. Day")))
    try story.at(41, .stopped(code: exercise))
    let text = try story.text(at: 41).text
    #expect(
      text.contains(
        """
        Time
          97110  10:00-10:13        13:30  clocked, therapist
                 10:13-10:36        22:30  clocked, assistant
                 10:36-10:41         5:00  clocked, student

        Given by
          97110  therapist 13 min (A. Meier, OTR/L)
                 assistant 23 min (B. Roe, COTA)
                 student 5 min (C. Day), not billed

        """))
    let code = try #require((try story.json(at: 41)["codes"] as? [[String: Any]])?.first)
    #expect(code["therapistMinutes"] as? Int == 13)
    #expect(code["assistantMinutes"] as? Int == 23)
    #expect(code["unbilledMinutes"] as? Int == 5)
    #expect(code["minutes"] as? Int == 36)
    let intervals = try #require(code["intervals"] as? [[String: Any]])
    #expect(
      intervals.map { ($0["performer"] as? [String: String])?["role"] }
        == ["therapist", "assistant", "student"])
  }

  @Test func whatAnotherDisciplineGaveIsSaidAndNotCounted() throws {
    let exercise = try #require(exercise)
    var story = try Story()
    try story.at(0, .added(code: exercise))
    try story.at(0, .started(code: exercise))
    try story.at(30, .stopped(code: exercise))
    try story.at(30, .coTreated(code: exercise, with: .physicalTherapy, seconds: 900))
    let text = try story.text(at: 31).text
    #expect(text.contains("  97110  co-treatment: 15:00 are PT's, and not in the minutes here\n"))
    #expect(text.contains("Timed 15 min"))
  }

  @Test func answersStandUnderTheirQuestionsAndModifiersWithTheirReasons() throws {
    let exercise = try #require(exercise)
    var story = try Story()
    try story.at(0, .added(code: exercise))
    try story.at(1, .answered(code: exercise, question: "purpose", text: "stairs at home"))
    try story.at(1, .answered(code: exercise, question: "no longer asked", text: "kept"))
    try story.at(
      1, .modifierStated(code: exercise, modifier: StatedModifier("59", reason: "apart")))
    #expect(
      try story.text(at: 2).text.contains(
        """
        Notes
          97110  purpose, functional goal: stairs at home
                 no longer asked: kept

        Modifiers
          97110  59: apart

        """))
  }

  @Test func aVisitThatAnAssistantKeepsSaysSo() throws {
    var story = try Story()
    var visit = try story.first.session.visit
    visit.role = .assistant
    visit.secondaryPayer = Payer(name: "Premera Blue Cross", rule: .ama)
    try story.at(1, .opened(visit), in: 2)
    let text = try story.text(at: 2, of: 2).text
    #expect(text.contains("\nClinician   A. Meier, OTR/L, assistant\n"))
    #expect(text.contains("\nSecondary   Premera Blue Cross, AMA midpoint rule\n"))
  }

  @Test func aCodeOfTwoLinesHasTwoRowsAndADismissedCautionItsReason() throws {
    let exercise = try #require(exercise)
    var record = Record()
    try record.add(Service(exercise, therapistMinutes: 30))
    var bill = record.bill(today: try #require(ServiceDate("2026-11-21")))
    bill.lines = [
      ClaimLine(code: exercise, modifiers: ["GP"], units: 1, minutes: 15),
      ClaimLine(
        code: exercise, modifiers: ["GP", "CQ", "59", "99"], units: 1, minutes: 15,
        furtherModifiers: ["KX", "97"]),
    ]
    var finding = Finding(
      .assistantModifier, .caution, codes: [exercise], message: "Wrong.", remedy: "Mend it.",
      source: Source(text: "The manual", date: bill.date))
    finding.dismissal = "as agreed"
    bill.findings = [finding]
    let text = BillText(bill)
    #expect(
      text.charges.map(\.text).prefix(3) == [
        "  97110  exercise: strength/ROM/endurance        15 min    1 unit   GP",
        "  97110  exercise: strength/ROM/endurance        15 min    1 unit   GP CQ 59 99",
        "         99 stands for KX 97: box 19.",
      ])
    #expect(text.findings.map(\.text).last == "           dismissed: as agreed")
  }
}
