import Testing

@testable import Billing

@Suite struct Pairs {
  static func payer(
    _ pairs: Payer.TableChoice = .practitioner, own: [PairEdit] = [],
    separate: Payer.SeparateService = .modifier59, confidence: Procedure.Confidence = .seen
  ) -> Payer {
    Payer(
      name: "Medicare B", rule: .cms,
      terms: Payer.Terms(
        separateService: separate, pairs: pairs, ownPairs: own,
        evidence: Payer.Evidence(
          text: "Read in its policy.", confidence: confidence, source: "the payer's policy",
          date: "2025-03-01")))
  }

  func findings(
    _ minutes: KeyValuePairs<ProcedureCode, Int>, on date: ServiceDate = "2024-08-01",
    for payer: Payer = payer(), using tables: Tables = .builtIn
  ) -> [Finding] {
    bill(TreatmentDay(minutes, on: date), for: payer, using: tables).pairFindings
  }

  // MARK: Which pairs are found

  @Test func `97542 beside 97530 is paid only with a modifier`() throws {
    let found = try #require(findings(["97530": 15, "97542": 15]).first)
    #expect(found.id == .pair)
    #expect(found.severity == .caution)
    #expect(found.codes == ["97530", "97542"])
    #expect(
      found.message.hasPrefix(
        "97542 (column 2) is paid beside 97530 (column 1) only with a modifier."))
    #expect(found.message.hasSuffix(" The table is of 2024-07-01."))
    #expect(found.source == "CMS practitioner code pairs, common therapy codes")
    #expect(found.sourceDate == "2024-07-01")
  }

  @Test func `97140 with 97530 was a pair until the end of 2019`() {
    #expect(findings(["97140": 15, "97530": 15]) == [])
    let before = findings(["97140": 15, "97530": 15], on: "2019-06-01")
    #expect(before.map(\.id) == [.pair])
    #expect(before.first?.message.contains(" In force until 2019-12-31.") == true)
  }

  @Test func `a payer's own list counts beside the table, and before it`() throws {
    let own = PairEdit(column1: "97530", column2: "97140", indicator: .withModifier)
    let commercial = Self.payer(.off, own: [own], confidence: .general)
    let found = try #require(findings(["97140": 15, "97530": 15], for: commercial).first)
    #expect(found.id == .pair)
    #expect(found.message.hasPrefix("97140 (column 2) is paid beside 97530 (column 1)"))
    #expect(
      found.message.hasSuffix("own list of 2025-03-01, from general knowledge: ask the payer."))
    #expect(found.source == "the payer's policy")
    #expect(found.sourceDate == "2025-03-01")
    #expect(findings(["97530": 15, "97542": 15], for: commercial) == [])

    let stricter = PairEdit(column1: "97542", column2: "97530", indicator: .never)
    let both = findings(["97530": 15, "97542": 15], for: Self.payer(own: [stricter]))
    #expect(both.map(\.id) == [.pairNever])
    #expect(both.first?.message.hasPrefix("97530 (column 2) is never") == true)
  }

  @Test func `an own row of other days leaves the table to decide`() {
    let old = PairEdit(
      column1: "97542", column2: "97530", lastDay: "2020-12-31", indicator: .never)
    #expect(
      findings(["97530": 15, "97542": 15], for: Self.payer(own: [old])).map(\.id) == [.pair])
  }

  @Test func `97750 beside an evaluation is never paid to a practitioner, and is to a hospital`() {
    let found = findings(["97161": 20, "97750": 15])
    #expect(found.map(\.id) == [.pairNever])
    #expect(found.first?.severity == .stop)
    #expect(found.first?.isOpen == true)
    var tables = Tables.builtIn
    tables.pairs = [
      PairTable(
        source: TableSource(
          kind: .outpatient, name: "CMS outpatient code pairs", date: "2024-07-01"),
        edits: [PairEdit(column1: "97161", column2: "97750", indicator: .withModifier)])
    ]
    let hospital = findings(
      ["97161": 20, "97750": 15], for: Self.payer(.outpatient), using: tables)
    #expect(hospital.map(\.id) == [.pair])
    #expect(findings(["97161": 20, "97750": 15], for: Self.payer(.cms), using: tables) == hospital)
  }

  @Test func `a pair is found before either code has a unit, and not before both have a minute`() {
    #expect(findings(["97530": 1, "97542": 1]).map(\.id) == [.pair])
    #expect(findings(["97530": 15, "97542": 0]) == [])
  }

  @Test func `it is found when the second timer starts`() {
    var day = TreatmentDay(["97530": 0, "97542": 0], on: "2024-08-01")
    func found() -> [Finding.ID] { bill(day, for: Self.payer()).pairFindings.map(\.id) }
    day.services[0].isRunning = true
    day.services[0].isBegun = true
    #expect(found() == [])
    day.services[0].isRunning = false
    day.services[1].isRunning = true
    day.services[1].isBegun = true
    #expect(found() == [.pair])
    // It goes with the time that was given by mistake.
    day.services[1].isRunning = false
    #expect(found() == [.pair])
    day.services[1].isBegun = false
    #expect(found() == [])
  }

  @Test func `codes that cannot be billed are pairs all the same`() {
    let own = PairEdit(column1: "97003", column2: "99999", indicator: .never)
    let found = findings(["97003": 15, "99999": 15], for: Self.payer(own: [own]))
    #expect(found.map(\.id) == [.pairNever])
  }

  @Test func `nothing is assumed of a payer of whom nothing is known`() {
    let minutes: KeyValuePairs<ProcedureCode, Int> = ["97161": 20, "97750": 15]
    #expect(findings(minutes, for: .unnamed(.cms)) == [])
    #expect(findings(minutes, for: Self.payer(.off)) == [])
  }

  // MARK: How old the table is

  @Test func `an older table says so in the finding and in the working`() {
    let late = bill(TreatmentDay(["97530": 15, "97542": 15]), for: Self.payer())
    #expect(late.pairFindings.first?.message.contains("older than the quarter") == true)
    let notes = late.because.filter { $0.text.hasPrefix("Code pairs: ") }
    #expect(notes.count == 1)
    #expect(notes.first?.text.contains("2024-07-01, older than the quarter of 2026-11-21") == true)
    let inTime = bill(
      TreatmentDay(["97530": 15, "97542": 15], on: "2024-09-30"), for: Self.payer())
    #expect(inTime.because.allSatisfy { !$0.text.hasPrefix("Code pairs: ") })
  }

  @Test(arguments: [Payer.TableChoice.outpatient, .practitioner, .cms])
  func `a table that is not there is told as soon as two codes are given`(
    choice: Payer.TableChoice
  ) {
    func notes(_ minutes: KeyValuePairs<ProcedureCode, Int>) -> [String] {
      bill(
        TreatmentDay(minutes, on: "2024-08-01"), for: Self.payer(choice),
        using: Tables(catalog: .builtIn)
      ).because.map(\.text).filter { $0.hasPrefix("Code pairs: ") }
    }
    #expect(notes(["97110": 15, "97112": 15]).count == 1)
    #expect(notes(["97110": 15, "97112": 15]).first?.contains("not loaded") == true)
    #expect(notes(["97110": 15]) == [])
  }
}

extension Bill {
  fileprivate var pairFindings: [Finding] { findings(.pairNever) + findings(.pair) }
}
