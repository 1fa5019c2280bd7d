import Testing

@testable import Billing

/// Findings about what a payer wants and what a day may hold.
@Suite struct ClaimFindings {
  private static func bill(
    _ minutes: KeyValuePairs<ProcedureCode, Int>, discipline: Discipline? = .physicalTherapy,
    on date: ServiceDate = "2026-11-21", for payer: Payer = .medicare
  ) -> Bill {
    var day = TreatmentDay(minutes, on: date)
    day.discipline = discipline
    return Billing.bill(day, for: payer)
  }

  // MARK: Modifiers

  @Test func `a payer that wants GP asks for the discipline`() {
    let finding = Self.bill(["97110": 15], discipline: nil).findings(.disciplineModifier).first
    #expect(finding?.severity == .caution)
    #expect(finding?.codes == ["97110"])
    #expect(Self.bill(["97110": 15]).findings(.disciplineModifier) == [])
    #expect(
      Self.bill(["97110": 15], discipline: nil, for: .unnamed(.cms)).findings(.disciplineModifier)
        == [])
  }

  @Test func `a stated discipline that is not the day's is a contradiction`() {
    func findings(_ modifier: String, on code: ProcedureCode) -> [Finding] {
      let service = Service(
        code, therapistMinutes: 15, modifiers: [StatedModifier(modifier)])
      let day = TreatmentDay(
        date: "2026-11-21", discipline: .physicalTherapy, services: [service])
      return Billing.bill(day, for: .medicare).findings(.disciplineModifier)
    }
    #expect(findings("GO", on: "97110").map(\.severity) == [.caution])
    #expect(findings("GP", on: "97110") == [])
    #expect(findings("GO", on: "97165") == [])
  }

  @Test func `an assistant's share without what the claim needs is a caution`() {
    func severities(
      _ payer: Payer, _ discipline: Discipline?, stated: [StatedModifier] = []
    ) -> [Finding.Severity] {
      let service = Service(
        "97110", therapistMinutes: 0, assistantMinutes: 15, modifiers: stated)
      let day = TreatmentDay(date: "2026-11-21", discipline: discipline, services: [service])
      return Billing.bill(day, for: payer).findings(.assistantModifier).map(\.severity)
    }
    #expect(severities(.medicare, .physicalTherapy) == [])
    #expect(severities(.medicare, nil) == [.caution])
    #expect(severities(.unnamed(.cms), .physicalTherapy) == [.caution])
    #expect(severities(.unnamed(.cms), .physicalTherapy, stated: [StatedModifier("CQ")]) == [])
    #expect(
      severities(.unnamed(.cms), .physicalTherapy, stated: [StatedModifier("CO")]) == [.caution])
    #expect(severities(.medicare.changing { $0.wantsAssistantModifier = false }, nil) == [])
    let odd = Payer.medicare.changing { $0.wantsDisciplineModifier = false }
    #expect(severities(odd, .physicalTherapy) == [.caution])
  }

  @Test func `CQ by hand where no assistant was is a caution`() {
    let service = Service("97110", therapistMinutes: 15, modifiers: [StatedModifier("CQ")])
    let day = TreatmentDay(date: "2026-11-21", discipline: .physicalTherapy, services: [service])
    for payer in [Payer.medicare, .unnamed(.cms)] {
      let findings = Billing.bill(day, for: payer).findings(.assistantModifier)
      #expect(findings.map(\.severity) == [.caution])
      #expect(findings.first?.detail == "CQ")
    }
  }

  // MARK: Limits

  /// 97110: 6 for practitioners, 8 for outpatient hospitals, indicator 3.
  @Test(
    arguments: [
      (98, .practitioner, "7 of 6 units"), (90, .practitioner, nil), (120, .outpatient, nil),
      (128, .outpatient, "9 of 8 units"), (200, .off, nil),
    ] as [(Int, Payer.TableChoice, String?)])
  func `more units than the daily maximum`(
    minutes: Int, table: Payer.TableChoice, detail: String?
  ) {
    let payer = Payer.medicare.changing { $0.limits = table }
    let findings = Self.bill(["97110": minutes], for: payer).findings(.overDailyUnits)
    #expect(findings.map(\.detail) == (detail.map { [$0] } ?? []))
    #expect(findings.allSatisfy { $0.severity == .caution && $0.sourceDate == "2024-07-01" })
    #expect(findings.allSatisfy { $0.message.contains("can be appealed with records") })
    #expect(findings.allSatisfy { $0.message.contains("older than the quarter of 2026-11-21") })
  }

  @Test func `in the table's own quarter it is not old`() {
    let finding = Self.bill(["97110": 98], on: "2024-09-30").findings(.overDailyUnits).first
    #expect(finding?.message.contains("older") == false)
  }

  @Test func `a maximum of 0 says nothing, and another payer's table is its own matter`() {
    #expect(Self.bill(["97169": 15]).findings(.overDailyUnits) == [])
    #expect(Self.bill(["97110": 200], for: .unnamed(.cms)).findings(.overDailyUnits) == [])
  }

  @Test func `a visit's maximum is of all codes together`() {
    let payer = Payer.medicare.changing {
      $0.limits = .off
      $0.maximumUnits = 4
    }
    #expect(Self.bill(["97110": 45, "97140": 15], for: payer).findings(.overDailyUnits) == [])
    let over = Self.bill(["97110": 45, "97140": 30], for: payer).findings(.overDailyUnits)
    #expect(over.map(\.detail) == ["5 of 4 units in all"])
    #expect(over.first?.codes == ["97110", "97140"])
  }

  @Test func `what a payer does not pay names what it does`() {
    let findings = Self.bill(["97014": 15, "97010": 10, "97110": 15]).findings(.notPayable)
    #expect(findings.map(\.codes) == [["97010"], ["97014"]])
    #expect(findings.last?.remedy.contains("G0283") == true)
    #expect(Self.bill(["97014": 15], for: .unnamed(.cms)).findings(.notPayable) == [])
  }

  // MARK: Evaluations and disciplines

  @Test(
    arguments: [
      (["97161", "97164"], [["97161", "97164"]]), (["97165", "97166"], [["97165", "97166"]]),
      (["97169", "97170", "97172"], [["97169", "97170", "97172"]]), (["97161", "97165"], []),
      (["92523", "92524"], []), (["97161"], []),
      (["97161", "97162", "97165", "97168"], [["97161", "97162"], ["97165", "97168"]]),
    ] as [([ProcedureCode], [[ProcedureCode]])])
  func `one evaluation of a family a day`(given: [ProcedureCode], found: [[ProcedureCode]]) {
    let services = given.map { Service($0, therapistMinutes: 20) }
    let bill = Bill(of: TreatmentDay(date: "2026-11-21", services: services), by: .cms)
    let findings = bill.findings(.evaluationTwice)
    #expect(findings.map(\.codes) == found)
    #expect(findings.allSatisfy { $0.severity == .stop })
  }

  @Test(
    arguments: [
      ("97161", .physicalTherapy, nil), ("97161", .occupationalTherapy, .stop),
      ("97165", .physicalTherapy, .stop), ("92521", .physicalTherapy, .stop),
      ("97169", .physicalTherapy, .stop), ("97161", nil, nil), ("97110", .occupationalTherapy, nil),
      ("97110", .speechLanguagePathology, .caution), ("92507", .occupationalTherapy, .caution),
      ("92610", .physicalTherapy, .caution), ("99999", .physicalTherapy, nil),
    ] as [(ProcedureCode, Discipline?, Finding.Severity?)])
  func `a code of another discipline`(
    code: ProcedureCode, discipline: Discipline?, severity: Finding.Severity?
  ) {
    let findings = Self.bill([code: 20], discipline: discipline).findings(.wrongDiscipline)
    #expect(findings.map(\.severity) == (severity.map { [$0] } ?? []))
    #expect(
      findings.allSatisfy { $0.severity == .stop || $0.source.contains("general knowledge") })
  }
}
