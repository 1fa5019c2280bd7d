import Testing

@testable import Billing

/// Imported add-on edits, beside what the catalogue knows of families.
@Suite struct AddOnTables {
  static let tables = Tables(
    catalog: .builtIn,
    addOns: AddOnTable(
      source: TableSource(
        kind: .practitioner, name: "CMS add-on code edits", file: "addons.csv", date: "2026-04-01"),
      primaries: ["97016": ["97110", "97112"], "97130": ["97110"], "97018": []]))

  func bill(_ minutes: KeyValuePairs<ProcedureCode, Int>, on date: ServiceDate = "2026-11-21")
    -> Bill
  {
    Billing.bill(TreatmentDay(minutes, on: date), for: .unnamed(.cms), using: Self.tables)
  }

  @Test func `a listed add-on earns nothing without any of its primaries`() throws {
    let alone = bill(["97016": 15, "97140": 15])
    #expect(alone.units == ["97016": 0, "97140": 1])
    let found = try #require(alone.findings(.addOnWithoutBase).first)
    #expect(found.severity == .stop)
    #expect(found.message == "97016 is billed only beside 97110 or 97112, which is not given.")
    #expect(found.source == "CMS add-on code edits, addons.csv")
    #expect(found.sourceDate == "2026-04-01")
    #expect(alone.because.contains { $0.text.contains("97016 adds to 97110 or 97112") })
  }

  @Test(arguments: ["97110", "97112"] as [ProcedureCode])
  func `any primary that is given will do`(primary: ProcedureCode) {
    let bill = bill(["97016": 15, primary: 15])
    #expect(bill.units == ["97016": 1, primary: 1])
    #expect(bill.findings(.addOnWithoutBase) == [])
  }

  @Test func `a primary of which nothing is given will not`() {
    #expect(bill(["97016": 15, "97110": 0]).findings(.addOnWithoutBase).count == 1)
  }

  @Test func `the catalogue's families stay as they are, and no primaries say nothing`() {
    #expect(bill(["97129": 38, "97130": 0]).units == ["97129": 1, "97130": 2])
    let alone = bill(["97130": 15, "97110": 15, "97018": 10])
    #expect(alone.findings(.addOnWithoutBase).map(\.codes) == [["97130"]])
    #expect(alone.findings(.addOnWithoutBase).first?.message.contains("beside 97129") == true)
    #expect(alone.units["97018"] == 1)
  }
}
