import Billing
import Foundation
import Testing

@Suite struct Bills {
  @Test(arguments: Rule.allCases)
  func `a bill survives JSON`(rule: Rule) throws {
    var day = TreatmentDay(["97110": 20, "97112": 20, "97129": 40, "97161": 20, "99999": 3])
    day.discipline = .occupationalTherapy
    let bill = bill(day, for: Payer(name: "Medicare B", rule: rule))
    let json = try JSONEncoder().encode(bill)
    #expect(try JSONDecoder().decode(Bill.self, from: json) == bill)
  }

  @Test func `choices are JSON objects by code`() throws {
    let bill = Bill(of: TreatmentDay(["97110": 33, "97140": 7]), by: .cms)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = try encoder.encode(bill.choices)
    #expect(String(decoding: json, as: UTF8.self) == #"[{"97110":2,"97140":1}]"#)
  }

  @Test func `nothing given makes an empty bill with one choice`() {
    let bill = Bill(of: TreatmentDay([:]), by: .cms)
    #expect(bill.choices == [[:]])
    #expect(bill.choiceCount == 1)
    #expect(bill.lines == [])
    #expect(bill.findings == [])
    #expect(bill.because == [])
  }

  @Test(arguments: Discipline.allCases)
  func `a line says whose plan of care it is under`(discipline: Discipline) {
    var day = TreatmentDay(["97110": 15, "97161": 20, "97165": 30])
    #expect(Bill(of: day, by: .cms).lines.allSatisfy { $0.modifiers.isEmpty })
    day.discipline = discipline
    let modifiers = Bill(of: day, by: .cms).lines.map(\.modifiers)
    // Evaluations carry their own discipline's.
    #expect(modifiers == [[discipline.modifier], ["GP"], ["GO"]])
  }

  @Test func `only codes of at least one unit have a line`() {
    let bill = Bill(of: TreatmentDay(["97110": 33, "97140": 7, "97035": 0]), by: .ama)
    #expect(bill.lines == [ClaimLine(code: "97110", modifiers: [], units: 2, minutes: 33)])
    #expect(bill.charges.map(\.code) == ["97035", "97110", "97140"])
  }

  @Test func `counted codes take the typed units, else one`() {
    func units(_ minutes: Int, typed: Int?) -> [ProcedureCode: Int] {
      let services = [
        Service("97597", therapistMinutes: minutes, typedUnits: typed),
        Service("97598", therapistMinutes: 0, typedUnits: 3),
      ]
      return Bill(of: TreatmentDay(date: "2026-11-21", services: services), by: .cms).units
    }
    #expect(units(90, typed: nil) == ["97597": 1, "97598": 3])
    #expect(units(0, typed: 1) == ["97597": 1, "97598": 3])
    // An add-on whose base has no unit earns nothing.
    #expect(units(0, typed: nil) == ["97597": 0, "97598": 0])
    #expect(units(30, typed: 0) == ["97597": 0, "97598": 0])
  }

  @Test func `a code whose timing depends is untimed until a person says otherwise`() {
    var day = TreatmentDay(["97039": 23, "97110": 7])
    let untimed = Bill(of: day, by: .cms)
    #expect(untimed.units == ["97039": 1, "97110": 0])
    #expect(untimed.timedMinutes == 7)
    #expect(untimed.because.contains { $0.codes == ["97039"] && $0.text.contains("untimed") })
    day.services[0].isTimed = true
    let timed = Bill(of: day, by: .cms)
    #expect(timed.units == ["97039": 2, "97110": 0])
    #expect(timed.timedMinutes == 30)
  }

  @Test func `treatment minutes are those of the log where it knows them`() {
    var day = TreatmentDay(["97110": 20, "G0283": 15])
    #expect(Bill(of: day, by: .cms).treatmentMinutes == 35)
    day.treatmentMinutes = 20
    #expect(Bill(of: day, by: .cms).treatmentMinutes == 20)
  }

  @Test func `the working names the sum, the row of the table, the remainder`() {
    let words = Bill(of: TreatmentDay(["97110": 33, "97140": 7]), by: .cms).because.map(\.text)
    #expect(
      words == [
        "15-minute codes: 97110 33 + 97140 7 = 40 minutes; 38-52 minutes make 3 units"
          + " (Pub 100-04 ch. 5 s.20.2 C).",
        "97110: 33 minutes, 2 full blocks of 15 and 3 over; 2 units in all.",
        "97140: 7 minutes, 0 full blocks of 15 and 7 over; 1 unit in all.",
        "1 unit left after the full blocks, by the largest remainders: one to 97140 (7).",
      ])
  }

  @Test func `several remainders that win are given one unit each`() {
    let words = Bill(of: TreatmentDay(["97110": 8, "97140": 8, "97112": 7]), by: .cms).because
    #expect(words.last?.text.hasSuffix(": one each to 97110 (8) and 97140 (8).") == true)
  }

  @Test func `tables say of which days they are`() {
    #expect(
      Tables.builtIn.edition
        == """
        codes of 2024-07-01 to 2026-11-21; \
        CMS practitioner code pairs, common therapy codes of 2024-07-01; \
        CMS practitioner daily limits, common therapy codes of 2024-07-01; \
        CMS outpatient daily limits, common therapy codes of 2024-07-01
        """)
  }

  @Test func `imported tables are named with their files`() {
    let source = TableSource(
      kind: .outpatient, name: "CMS outpatient code pairs", file: "ccioph.txt", date: "2026-07-01")
    let tables = Tables(
      catalog: .builtIn, pairs: [PairTable(source: source, edits: [])],
      addOns: AddOnTable(
        source: TableSource(kind: .practitioner, name: "CMS add-on edits", date: "2026-01-01"),
        primaries: [:]))
    #expect(
      tables.edition.hasSuffix(
        "; CMS outpatient code pairs of 2026-07-01 (ccioph.txt); CMS add-on edits of 2026-01-01"))
    #expect(Tables(catalog: .builtIn).edition.hasSuffix("; no pair table"))
  }

  @Test func `under AMA each code has its own working`() {
    let words = Bill(of: TreatmentDay(["97110": 33, "97550": 38]), by: .ama).because.map(\.text)
    #expect(
      words == [
        "97110: 33 minutes; 23-37 minutes make 2 units, each 15 past its midpoint.",
        "97550+97551: 38 minutes; 38-52 minutes make 2 units, the first 30 past its midpoint, then"
          + " each 15 beyond the full first likewise.",
      ])
  }
}
