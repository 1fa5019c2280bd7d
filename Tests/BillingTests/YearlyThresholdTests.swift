import Testing

@testable import Billing

/// KX and the year's amount.
///
/// Source: Pub 100-04 ch. 5 s.10.3.3.
@Suite struct YearlyThreshold {
  private static let fees = FeeSchedule(
    fees: [
      FeeSchedule.Fee(code: "97110", amount: 30_00), FeeSchedule.Fee(code: "97140", amount: 28_00),
    ])

  private static func bill(
    before: Int?, attested: Bool, minutes: [(ProcedureCode, Int)] = [("97110", 30), ("97140", 15)],
    on date: ServiceDate = "2026-11-21", fees: FeeSchedule? = fees
  ) -> Bill {
    var tables = Tables.builtIn
    tables.fees = fees
    var day = TreatmentDay(
      date: date, discipline: .physicalTherapy,
      services: minutes.map { Service($0.0, therapistMinutes: $0.1) })
    if attested { day.services[0].modifiers = [StatedModifier("KX", reason: "still falls")] }
    day.spending = before.map { Spending(before: $0) }
    return Billing.bill(day, for: .medicare, using: tables)
  }

  /// Two units of $30 and one of $28 against $2,480: what stands before the first decides.
  @Test(
    arguments: [
      (2419_99, ["GP"], ["GP", "KX"]), (2420_00, ["GP", "KX"], ["GP", "KX"]),
      (2391_99, ["GP"], ["GP"]), (2392_00, ["GP"], ["GP", "KX"]),
      (5000_00, ["GP", "KX"], ["GP", "KX"]),
    ])
  func `attested need is on the lines at or over the amount alone`(
    before: Int, first: [String], second: [String]
  ) {
    let bill = Self.bill(before: before, attested: true)
    #expect(bill.lines.map(\.modifiers) == [first, second])
    let isUnder = second == ["GP"]
    #expect(bill.findings(.thresholdModifier).contains { $0.severity == .caution } == isUnder)
    #expect(bill.because.contains { $0.text.hasPrefix("KX is left off") } == isUnder)
  }

  @Test func `nobody attests for a person: KX is asked for`() {
    let bill = Self.bill(before: 2400_00, attested: false)
    #expect(bill.lines.map(\.modifiers) == [["GP"], ["GP"]])
    let finding = bill.findings(.thresholdModifier).first
    #expect(finding?.severity == .caution)
    #expect(finding?.codes == ["97140"])
    #expect(
      finding?.message
        == "The year's amount of physical therapy and speech-language pathology together comes to"
        + " $2,488, and from $2,480 lines carry KX.")
    #expect(finding?.source == "Pub 100-04 ch. 5 s.10.3.3; CMS therapy services page")
  }

  @Test func `early use is called what it is`() {
    let finding = Self.bill(before: 0, attested: true).findings(.thresholdModifier).first
    #expect(finding?.message.hasSuffix("routine early use is abusive.") == true)
    #expect(finding?.severity == .caution)
  }

  @Test func `far below the amount nothing is said`() {
    #expect(Self.bill(before: 0, attested: false).findings(.thresholdModifier) == [])
    #expect(Self.bill(before: nil, attested: false).findings(.thresholdModifier) == [])
  }

  @Test(arguments: [(2911_99, 0), (2912_00, 1)])
  func `the review of $3,000 is told`(before: Int, infos: Int) {
    let findings = Self.bill(before: before, attested: true).findings(.thresholdModifier)
    #expect(findings.count { $0.severity == .info && $0.message.contains("$3,000") } == infos)
  }

  @Test func `an amount without some fees is told, and KX stands where it was typed`() {
    let bill = Self.bill(before: 0, attested: true, fees: FeeSchedule(fees: []))
    #expect(bill.lines.map(\.modifiers) == [["GP", "KX"], ["GP"]])
    let info = bill.findings(.thresholdModifier).first { $0.severity == .info }
    #expect(info?.message.hasPrefix("No fee is known for 97110 and 97140:") == true)
  }

  @Test func `where the spending is not known KX stands where it was typed`() {
    let bill = Self.bill(before: nil, attested: true)
    #expect(bill.lines.map(\.modifiers) == [["GP", "KX"], ["GP"]])
    #expect(bill.findings(.thresholdModifier) == [])
    #expect(bill.because.contains { $0.text.hasSuffix("not known here: still falls.") })
  }

  @Test func `a year that was not seen is not guessed`() {
    let bill = Self.bill(before: 9000_00, attested: true, on: "2031-01-02")
    #expect(bill.lines.map(\.modifiers) == [["GP", "KX"], ["GP"]])
    #expect(
      bill.findings(.thresholdModifier).map(\.message)
        == ["The amount of 2031 from which lines carry KX is not known here."])
  }

  @Test func `a year of general knowledge says so`() {
    let finding = Self.bill(before: 2000_00, attested: false, on: "2019-05-02")
      .findings(.thresholdModifier).first
    #expect(finding?.message.hasSuffix("from $2,040 (general knowledge) lines carry KX.") == true)
  }

  // MARK: The file

  @Test func `the built-in amounts are those of the facts`() throws {
    let read = try Billing.Thresholds(
      parsing: Billing.Thresholds.builtInText, named: "Thresholds.tsv")
    #expect(read == .builtIn)
    #expect(read.rows.map(\.year) == Array(2018...2026))
    #expect(
      read.rows.map(\.amount)
        == [2010, 2040, 2080, 2110, 2150, 2230, 2330, 2410, 2480].map { $0 * 100 })
    #expect(read.rows.prefix(3).allSatisfy { $0.confidence == .general })
    #expect(read[2017] == nil)
  }

  @Test(
    arguments: [
      ("26\t2480\t3000\tS\tx\t2026-11-21", "year"), ("2026\t0\t3000\tS\tx\t2026-11-21", "amount"),
      ("2026\t2480\t2000\tS\tx\t2026-11-21", "review"),
      ("2026\t2480\t3000\tX\tx\t2026-11-21", "confidence"),
      ("2026\t2480\t3000\tS\tx\ttoday", "sourceDate"),
    ])
  func `a mistake in the file is told with line and field`(row: String, field: String) {
    let header = Billing.Thresholds.columns.joined(separator: "\t")
    let mistake = #expect(throws: TableMistake.self) {
      try Billing.Thresholds(parsing: "\(header)\n\(row)\n", named: "t.tsv")
    }
    #expect(mistake?.line == 2)
    #expect(mistake?.field == field)
  }

  @Test func `cents are written as dollars`() {
    #expect(
      [0, 5, 123_45, 2480_00, 1_234_567_89].map(dollars) == [
        "$0", "$0.05", "$123.45", "$2,480", "$1,234,567.89",
      ])
  }
}
