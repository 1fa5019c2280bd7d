import Testing

@testable import Billing

/// Modifiers on the lines of a claim: which, in which order, and why.
@Suite struct ClaimModifiers {
  private static func day(
    _ modifiers: [StatedModifier], on code: ProcedureCode = "97110",
    discipline: Discipline? = .physicalTherapy
  ) -> TreatmentDay {
    TreatmentDay(
      date: "2026-11-21", discipline: discipline,
      services: [Service(code, therapistMinutes: 15, modifiers: modifiers)])
  }

  private static func modifiers(
    _ stated: [StatedModifier], on code: ProcedureCode = "97110",
    discipline: Discipline? = .physicalTherapy, for payer: Payer = .medicare
  ) -> [String]? {
    bill(day(stated, on: code, discipline: discipline), for: payer).lines.first?.modifiers
  }

  @Test func `each modifier has one reason for all lines that carry it for the same cause`() {
    var day = TreatmentDay(["97110": 15, "97140": 15, "97165": 30])
    day.discipline = .physicalTherapy
    let words = bill(day, for: .medicare).because.map(\.text)
    let plan = "under a plan of physical therapy (Pub 100-04 ch. 5 s.20.1)."
    #expect(words.contains("GP on 97110 and 97140: \(plan)"))
    #expect(
      words.contains(
        "GO on 97165: an evaluation carries its own discipline's (Pub 100-04 ch. 5 s.20.1)."))
  }

  @Test func `a payer that wants no discipline modifier gets none, but what is typed`() {
    let commercial = Payer.medicare.changing { $0.wantsDisciplineModifier = false }
    #expect(Self.modifiers([], for: commercial) == [])
    #expect(Self.modifiers([StatedModifier("GP")], for: commercial) == ["GP"])
    #expect(Self.modifiers([], for: .unnamed(.cms)) == ["GP"])
    #expect(Self.modifiers([], discipline: nil) == [])
    #expect(Self.modifiers([StatedModifier("GP")], discipline: nil) == ["GP"])
  }

  @Test func `on a line the discipline's comes first, then what is typed in its order`() {
    let stated = ["TF", "GA", "97", "95"].map { StatedModifier($0) }
    #expect(Self.modifiers(Array(stated.dropFirst())) == ["GP", "95", "97", "GA"])
    #expect(Self.modifiers([StatedModifier("ZZ"), StatedModifier("95")]) == ["GP", "95", "ZZ"])
    // The discipline's own is typed needlessly, and 99 is never typed.
    #expect(Self.modifiers([StatedModifier("GP"), StatedModifier("99")]) == ["GP"])
  }

  @Test func `more than four modifiers are three and 99, and box 19 has the rest`() {
    let stated = ["TF", "GA", "97", "95"].map { StatedModifier($0) }
    let bill = bill(Self.day(stated), for: .medicare)
    #expect(bill.lines.first?.modifiers == ["GP", "95", "97", "99"])
    #expect(bill.lines.first?.furtherModifiers == ["GA", "TF"])
    #expect(bill.because.contains { $0.text.contains("GA and TF stand in box 19") })
  }

  @Test func `a stated modifier says that it was stated, what it means, and why`() {
    let bill = bill(Self.day([StatedModifier("95", reason: "client at home")]), for: .medicare)
    #expect(
      bill.because.map(\.text).contains(
        "95 on 97110: telehealth by video, as stated: client at home."))
  }

  @Test func `what stands on a family's base stands on its add-on`() {
    let services = [
      Service("97129", therapistMinutes: 38, modifiers: [StatedModifier("95")])
    ]
    let day = TreatmentDay(
      date: "2026-11-21", discipline: .occupationalTherapy, services: services)
    #expect(
      bill(day, for: .medicare).lines.map(\.words) == [
        "97129 GO 95 x1 15m", "97130 GO 95 x2 23m",
      ])
  }

  @Test func `a code that stands twice keeps all that is stated of it`() {
    var first = Service("97110", therapistMinutes: 8, modifiers: [StatedModifier("95")])
    first.unbilledMinutes = 3
    var second = Service("97110", therapistMinutes: 8, modifiers: [StatedModifier("GA")])
    second.unbilledMinutes = 4
    let day = TreatmentDay(date: "2026-11-21", services: [first, second])
    let bill = bill(day, for: .unnamed(.cms))
    #expect(bill.lines.map(\.words) == ["97110 95 GA x1 16m"])
    #expect(bill.because.contains { $0.text.hasPrefix("97110: 7 minutes by a student or an aide") })
  }

  @Test func `52 is no modifier of a timed code, and is one of another`() {
    let timed = bill(Self.day([StatedModifier("52", reason: "tired")]), for: .medicare)
    #expect(timed.lines.first?.modifiers == ["GP"])
    #expect(timed.findings(.modifier52).map(\.severity) == [.stop])
    let untimed = bill(
      Self.day([StatedModifier("52", reason: "tired")], on: "G0283"), for: .medicare)
    #expect(untimed.lines.first?.modifiers == ["GP", "52"])
    #expect(untimed.findings(.modifier52) == [])
  }

  @Test func `59 stands on a line by evidence alone`() {
    let own = Payer.medicare.changing {
      $0.ownPairs = [PairEdit(column1: "97530", column2: "97110", indicator: .withModifier)]
    }
    func interval(_ code: ProcedureCode, _ start: Int64, _ end: Int64) -> LoggedInterval {
      LoggedInterval(
        code: code, performer: "therapist", start: start * 60_000, end: end * 60_000,
        label: "\(start)-\(end)")
    }
    var day = Self.day([StatedModifier("59", reason: "apart")])
    day.services.append(Service("97530", therapistMinutes: 15))
    #expect(bill(day, for: own).lines.first?.modifiers == ["GP"])
    day.intervals = [interval("97110", 0, 15), interval("97530", 15, 30)]
    #expect(bill(day, for: own).lines.first?.modifiers == ["GP", "59"])
    day.intervals = [interval("97110", 0, 15), interval("97530", 10, 30)]
    #expect(bill(day, for: own).lines.first?.modifiers == ["GP"])
  }

  @Test func `minutes that are not billed, and whose they are, are told`() {
    let service = Service(
      "97110", therapistMinutes: 15, unbilledMinutes: 1,
      coTreatment: [CoTreatment(discipline: .occupationalTherapy, minutes: 10)])
    let words = Bill(of: TreatmentDay(date: "2026-11-21", services: [service]), by: .cms).because
      .map(\.text)
    #expect(
      words.contains("97110: 1 minute by a student or an aide is kept apart and never billed."))
    #expect(
      words.contains(
        "97110 was given together with occupational therapy: 10 minutes go there and are not billed"
          + " here (Pub 100-04 ch. 5 s.20.3)."))
  }

  @Test(
    arguments: [
      (Rule.cms, "Second goes by CMS too."),
      (.ama, "Second goes by AMA, which comes to 2 units: 97110 2."),
    ])
  func `a second payer never changes the units, and its own rule's are told`(
    rule: Rule, words: String
  ) {
    var day = TreatmentDay(["97110": 33, "97140": 7])
    let alone = bill(day, for: .medicare)
    day.secondaryPayer = Payer(name: "Second", rule: rule)
    let both = bill(day, for: .medicare)
    #expect(both.lines == alone.lines)
    #expect(
      both.because.last?.text
        == "Units are counted once, by CMS, for Medicare B first and for Second second: our stated"
        + " policy. \(words) Only its rule was looked at: its pairs, limits and modifiers were not."
    )
    #expect(!alone.because.contains { $0.text.contains("policy") })
  }

  @Test func `38 minutes of 97129 are one of it and two of 97130`() {
    let bill = Bill(of: TreatmentDay(["97129": 38]), by: .cms)
    #expect(bill.lines.map(\.words) == ["97129 x1 15m", "97130 x2 23m"])
  }
}
