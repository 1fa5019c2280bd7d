import Testing

@testable import Billing

/// That a bill says how well it knows what it says.
@Suite struct StatedKnowledge {
  private static func texts(_ bill: Bill) -> String {
    bill.because.map(\.text).joined(separator: " ")
  }

  @Test func `successors that were read are stated, others as far as we know`() {
    func remedy(_ code: ProcedureCode) -> String {
      Bill(of: TreatmentDay([code: 30]), by: .cms).findings(.retiredCode).first?.remedy ?? ""
    }
    #expect(remedy("97001").hasPrefix("Its place was taken by 97161, 97162 and 97163:"))
    #expect(remedy("97532").contains("as far as we know"))
  }

  @Test(arguments: ["97545", "98980"] as [ProcedureCode])
  func `midpoints and full times of general knowledge say so`(code: ProcedureCode) {
    let bill = Bill(of: TreatmentDay([code: 130]), by: .cms)
    #expect(Self.texts(bill).contains("When it earns a unit is general knowledge"))
  }

  @Test func `a payer whose terms are our default is cited as that`() throws {
    let evidence = Payer.Evidence(
      text: "Assumed.", confidence: .general, source: "general knowledge", date: "2026-11-21")
    let payer = Payer.medicare.changing {
      $0.hasThreshold = false
      $0.evidence = evidence
    }
    let day = TreatmentDay(["97110": 15])
    let found = try #require(bill(day, for: payer).findings(.disciplineModifier).first)
    #expect(found.source == "general knowledge")
    #expect(found.message.contains(", by our default, wants GP"))
    #expect(
      bill(day, for: .medicare).findings(.disciplineModifier).first?.source
        == "Pub 100-04 ch. 5 s.20.1")
  }

  @Test func `an evaluation names the discipline that is missing`() {
    let found = bill(TreatmentDay(["97161": 20]), for: .medicare).findings(.disciplineModifier)
    #expect(found.first?.remedy.contains("97161 is an evaluation of physical therapy.") == true)
  }

  @Test func `a pair of a payer's own keeps its note`() {
    let own = PairEdit(
      column1: "97530", column2: "97140", indicator: .withModifier,
      note: "It denies it even with 59.")
    let found = bill(TreatmentDay(["97530": 15, "97140": 15]), for: Pairs.payer(.off, own: [own]))
      .findings(.pair)
    #expect(found.first?.message.contains(" It denies it even with 59. ") == true)
  }

  @Test func `a row without a first day says so before the table's day`() {
    func message(_ date: ServiceDate) -> String {
      bill(TreatmentDay(["97530": 15, "97542": 15], on: date), for: Pairs.payer()).findings(.pair)
        .first?.message ?? ""
    }
    #expect(message("2022-03-01").contains(" From when is not known."))
    #expect(!message("2024-08-01").contains("From when"))
  }

  @Test func `a table without rows could not be read, and that is told`() {
    var tables = Tables.builtIn
    tables.pairs = [PairTable(source: PairTable.builtIn.source, edits: [])]
    let day = TreatmentDay(["97530": 15, "97542": 15])
    #expect(
      Self.texts(bill(day, for: Pairs.payer(), using: tables)).contains("no row that could be read")
    )
    #expect(!Self.texts(bill(day, for: Pairs.payer())).contains("no row that could be read"))
  }

  @Test func `the stricter of two rows counts, in whatever order they stand`() {
    let rows = [
      PairEdit(column1: "97530", column2: "97140", indicator: .withModifier),
      PairEdit(column1: "97140", column2: "97530", indicator: .never),
    ]
    #expect(rows.deciding(on: "2026-11-21")?.indicator == .never)
    #expect(Array(rows.reversed()).deciding(on: "2026-11-21")?.indicator == .never)
  }

  @Test func `a tie that gives its unit to an unpaid code says that it need not`() {
    let never = PairEdit(column1: "97140", column2: "97124", indicator: .never)
    let found = bill(
      TreatmentDay(["97140": 10, "97124": 10]), for: Pairs.payer(.off, own: [never])
    ).findings(.pairNever)
    #expect(
      found.first?.remedy.hasSuffix("Another equal allocation (c) gives 97124 no unit.") == true)
  }

  @Test func `an imported add-on beside a primary without a unit earns nothing`() {
    let tables = AddOnTables.tables
    let day = TreatmentDay(["97016": 15, "97110": 5])
    let found = bill(day, for: .unnamed(.cms), using: tables)
    #expect(found.units == ["97016": 0, "97110": 0])
    #expect(
      found.findings(.addOnWithoutBase).map(\.message)
        == ["97110 has no unit, so 97016 earns none."])
  }

  @Test func `the sum before KX is shown line by line`() {
    var tables = Tables.builtIn
    tables.fees = FeeSchedule(fees: [FeeSchedule.Fee(code: "97110", amount: 30_00)])
    var day = TreatmentDay(["97110": 30])
    day.spending = Spending(before: 2430_00)
    #expect(
      Self.texts(bill(day, for: .medicare, using: tables)).contains(
        "The year's amount: $2,430 before this bill; 97110 2 x $30 makes it $2,490, at or over"
          + " $2,480. Lines count in the order of the claim."))
  }

  @Test func `a typed range is evidence that is named as typed`() {
    let services = SeparateServices()
    var day = services.day(SeparateServices.apart)
    day.intervals[0].isTyped = true
    let message = bill(day, for: Pairs.payer()).findings(.pair).first?.message
    #expect(message?.contains("97530 10:10-10:25 typed; 97542 10:25-10:40.") == true)
  }

  @Test func `a reason for one pair does not answer another`() throws {
    let stated = StatedModifier("59", reason: "chair fitted after", beside: ["97530"])
    var day = SeparateServices().day(SeparateServices.apart, stating: [stated])
    day.services.append(Service("97150", therapistMinutes: 15))
    day.intervals.append(SeparateServices.interval("97150", 40..<55))
    let own = PairEdit(column1: "97150", column2: "97542", indicator: .withModifier)
    let payer = Pairs.payer(own: [own])
    let pairs = bill(day, for: payer).findings(.pair)
    let answered = try #require(pairs.first { $0.codes == ["97530", "97542"] })
    #expect(answered.severity == .info)
    let open = try #require(pairs.first { $0.codes == ["97150", "97542"] })
    #expect(open.severity == .caution)
    #expect(open.message.contains("The reason for 59 was given for 97530."))
    #expect(open.offer?.beside == ["97150", "97530"])
    // Stated anew for both it is no repetition, and settles both.
    let anew = StatedModifier("59", reason: "group before", beside: open.offer?.beside)
    #expect(
      Modifier.objection(
        to: anew, on: nil, beside: [stated], for: payer, discipline: .physicalTherapy) == nil)
    day.services[1].modifiers = [anew]
    #expect(
      bill(day, for: payer).findings(.pair).allSatisfy {
        $0.severity == .info || $0.codes == ["97150", "97530"]
      })
  }
}
