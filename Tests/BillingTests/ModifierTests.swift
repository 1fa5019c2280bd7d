import Testing

@testable import Billing

/// What a person may put on a code.
@Suite struct Modifiers {
  private static func objection(
    _ code: String, reason: String = "", on procedure: ProcedureCode = "97110",
    beside others: [String] = [], for payer: Payer = .medicare,
    discipline: Discipline? = .physicalTherapy
  ) -> String? {
    Modifier.objection(
      to: StatedModifier(code, reason: reason), on: Catalog.builtIn[procedure],
      beside: others.map { StatedModifier($0) }, for: payer, discipline: discipline)
  }

  @Test(arguments: ["", "K", "kx", "KXX", "K ", "É1", "\u{1B}["])
  func `a modifier is two capital letters or digits`(code: String) {
    #expect(Self.objection(code)?.contains("two capital letters or digits") == true)
  }

  @Test(
    arguments: [
      ("95", "93"), ("95", "GT"), ("93", "GT"), ("96", "97"), ("GA", "GZ"), ("GA", "GY"),
      ("GX", "GZ"), ("GY", "GZ"), ("59", "XE"), ("XS", "XU"),
    ])
  func `modifiers that say contrary things never stand together, whichever is first`(
    one: String, other: String
  ) {
    #expect(Self.objection(one, reason: "why", beside: [other]) != nil)
    #expect(Self.objection(other, reason: "why", beside: [one]) != nil)
    #expect(Self.objection(one, reason: "why") == nil)
  }

  @Test func `modifiers that go together are taken`() {
    #expect(Self.objection("GY", beside: ["GX", "95", "97"]) == nil)
    #expect(Self.objection("ZZ", beside: ["95"]) == nil)
    #expect(Self.objection("95", beside: ["95"]) == "95 stands on it already.")
  }

  @Test(arguments: ["59", "XE", "XP", "XS", "XU", "KX"])
  func `some need a reason`(code: String) {
    #expect(Self.objection(code) == "\(code) needs a reason: say why in a few words.")
    #expect(Self.objection(code, reason: "  ") != nil)
    #expect(Self.objection(code, reason: "still falls") == nil)
  }

  @Test func `52 is not for timed codes`() {
    #expect(Self.objection("52", reason: "why", on: "97110")?.contains("fewer units") == true)
    #expect(Self.objection("52", reason: "why", on: "G0283") == nil)
    let depends = Modifier.objection(
      to: StatedModifier("52", reason: "why"), on: Catalog.builtIn["97039"], isTimed: true,
      beside: [], for: .medicare, discipline: nil)
    #expect(depends != nil)
  }

  @Test func `what the program puts is not typed`() {
    #expect(Self.objection("99") != nil)
    #expect(Self.objection("GP") != nil)
    #expect(Self.objection("GP", discipline: nil) != nil)
    #expect(Self.objection("CQ") != nil)
    let none = Payer.medicare.changing {
      $0.wantsDisciplineModifier = false
      $0.wantsAssistantModifier = false
    }
    #expect(Self.objection("GP", for: none) == nil)
    #expect(Self.objection("CQ", for: none) == nil)
    #expect(Self.objection("GP", for: .unnamed(.cms), discipline: nil) == nil)
    #expect(Self.objection("GP", for: .unnamed(.cms)) != nil)
  }

  @Test func `the built-in file is read whole`() throws {
    let read = try Modifier.all(in: Modifier.builtInText, named: "Modifiers.tsv")
    #expect(read == Modifier.known)
    #expect(read.map(\.place) == read.map(\.place).sorted())
    #expect(
      Set(read.filter { $0.place == .separateService }.map(\.code))
        == StatedModifier.separateService)
    for modifier in read {
      for other in modifier.contraries {
        #expect(Modifier.named(other)?.contraries.contains(modifier.code) == true, "\(other)")
      }
    }
  }

  @Test(
    arguments: [
      ("k\tother\tx\t-\t-\tS\tx\t2026-11-21", "modifier"),
      ("KX\tnowhere\tx\t-\t-\tS\tx\t2026-11-21", "place"),
      ("KX\tother\tx\tno\t-\tS\tx\t2026-11-21", "reason"),
    ])
  func `a mistake in the file is told with line and field`(row: String, field: String) {
    let header = Modifier.columns.joined(separator: "\t")
    let mistake = #expect(throws: TableMistake.self) {
      try Modifier.all(in: "# modifiers\n\(header)\n\(row)\n", named: "m.tsv")
    }
    #expect(mistake?.line == 3)
    #expect(mistake?.field == field)
  }
}
