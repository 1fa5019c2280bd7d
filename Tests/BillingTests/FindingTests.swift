import Testing

@testable import Billing

@Suite struct Findings {
  @Test(
    arguments: [("97633", "97533"), ("97410", "97140"), ("97100", "97110")]
      as [(ProcedureCode, ProcedureCode)])
  func `numbers that never were codes offer what is meant`(
    slip: ProcedureCode, meant: ProcedureCode
  ) {
    let bill = Bill(of: TreatmentDay([slip: 30]), by: .cms)
    let finding = bill.findings(.unknownCode).first
    #expect(finding?.severity == .stop)
    #expect(finding?.codes == [slip])
    #expect(finding?.remedy.contains(meant.description) == true)
    #expect(bill.units == [slip: 0])
    #expect(bill.timedMinutes == 0)
    #expect(bill.treatmentMinutes == 30)
  }

  @Test func `an unknown code offers near ones: swapped first, then one character apart`() {
    #expect(Catalog.builtIn.near("91710", on: "2026-11-21") == ["97110"])
    #expect(Catalog.builtIn.near("79110", on: "2026-11-21") == ["97110"])
    #expect(Catalog.builtIn.near("97119", on: "2026-11-21") == ["97110", "97112", "97113"])
    #expect(Catalog.builtIn.near("A1B2C", on: "2026-11-21") == [])
  }

  static let retired: [(ProcedureCode, ServiceDate, ServiceDate, [ProcedureCode])] = [
    ("97001", "2016-12-31", "2017-01-01", ["97161", "97162", "97163"]),
    ("97002", "2016-12-31", "2017-01-01", ["97164"]),
    ("97003", "2016-12-31", "2017-01-01", ["97165", "97166", "97167"]),
    ("97004", "2016-12-31", "2017-01-01", ["97168"]),
    ("97504", "2005-12-31", "2006-01-01", ["97760"]),
    ("97520", "2005-12-31", "2006-01-01", ["97761"]),
    ("97532", "2017-12-31", "2018-01-01", ["97127", "G0515"]),
    ("97127", "2019-12-31", "2020-01-01", ["97129", "97130"]),
    ("97762", "2017-12-31", "2018-01-01", ["97763"]),
    ("90911", "2019-12-31", "2020-01-01", ["90912", "90913"]),
    ("92506", "2013-12-31", "2014-01-01", ["92521", "92522", "92523", "92524"]),
    ("G8978", "2018-12-31", "2019-01-01", []), ("G8999", "2018-12-31", "2019-01-01", []),
    ("G9186", "2018-12-31", "2019-01-01", []),
  ]

  @Test(arguments: retired)
  func `a retired code bills on its last day and not the day after`(
    code: ProcedureCode, last: ServiceDate, after: ServiceDate, successors: [ProcedureCode]
  ) {
    let before = Bill(of: TreatmentDay([code: 30], on: last), by: .cms)
    #expect(before.totalUnits > 0)
    #expect(before.findings(.retiredCode) == [])
    let late = Bill(of: TreatmentDay([code: 30], on: after), by: .cms)
    #expect(late.units == [code: 0])
    #expect(late.lines == [])
    let finding = late.findings(.retiredCode).first
    #expect(finding?.severity == .stop)
    for successor in successors {
      #expect(finding?.remedy.contains(successor.description) == true)
    }
  }

  @Test(
    arguments: [
      ("97532", "2018-06-01", "Its place was taken, as far as we know, by 97127 and G0515: "),
      (
        "97532", "2026-11-21",
        "Its place was taken, as far as we know, by 97127 and G0515, now 97129 and 97130: "
      ),
      // The catalogue does not have 96112, which says nothing against it.
      ("96111", "2026-11-21", "Its place was taken, as far as we know, by 96112 and 96113: "),
      ("95831", "2026-11-21", "Nothing took its place: "),
      ("0019T", "2026-11-21", "We know of nothing in its place: "),
    ] as [(ProcedureCode, ServiceDate, String)])
  func `who asks for a retired code is sent to what is valid on the day`(
    code: ProcedureCode, date: ServiceDate, remedy: String
  ) {
    let finding = Bill(of: TreatmentDay([code: 30], on: date), by: .cms).findings.first {
      $0.id == .retiredCode
    }
    #expect(finding?.remedy.hasPrefix(remedy) == true, "\(finding?.remedy ?? "no finding")")
  }

  @Test(
    arguments: ["99999", "97532", "97161", "97130"] as [ProcedureCode])
  func `a code of which nothing is given stops nothing`(code: ProcedureCode) {
    func stops(_ service: Service) -> [Finding] {
      let date: ServiceDate = code == "97161" ? "2016-12-31" : "2026-11-21"
      return Bill(of: TreatmentDay(date: date, services: [service]), by: .cms).findings.filter {
        $0.severity == .stop
      }
    }
    #expect(stops(Service(code, therapistMinutes: 0)) == [])
    #expect(stops(Service(code, therapistMinutes: 0, typedUnits: 0)) == [])
    #expect(stops(Service(code, therapistMinutes: 1)).count == 1)
    #expect(stops(Service(code, therapistMinutes: 0, typedUnits: 1)).count == 1)
    let remedy = stops(Service(code, therapistMinutes: 1)).first?.remedy
    #expect(code == "97130" || remedy?.contains(" set its time to 0 (t 0m)") == true)
  }

  @Test func `a code bills on its first day and not the day before, when its predecessor did`() {
    let early = Bill(of: TreatmentDay(["97161": 30], on: "2016-12-31"), by: .cms)
    #expect(early.units == ["97161": 0])
    #expect(early.findings(.notYetValid).first?.remedy.contains("97001") == true)
    #expect(Bill(of: TreatmentDay(["97161": 30], on: "2017-01-01"), by: .cms).totalUnits == 1)
    // Two steps back: 97129 after 97127 after 97532.
    let older = Bill(of: TreatmentDay(["97129": 30], on: "2017-06-01"), by: .cms)
    #expect(older.findings(.notYetValid).first?.remedy.contains("97532") == true)
  }

  @Test func `what cannot be billed enters no pool`() {
    let bill = Bill(
      of: TreatmentDay(["97110": 7, "97532": 30, "97130": 30, "99999": 30]), by: .cms)
    #expect(bill.units == ["97110": 0, "97532": 0, "97130": 0, "99999": 0])
    #expect(bill.choices == [bill.units])
    // Minutes are what was done: the timed ones are counted, whatever they earn.
    #expect(bill.timedMinutes == 67)
    #expect(bill.treatmentMinutes == 97)
  }

  @Test(
    arguments: [("97130", "97129"), ("97546", "97545"), ("98981", "98980"), ("97598", "97597")]
      as [(ProcedureCode, ProcedureCode)])
  func `an add-on without its base stops, with it not`(addOn: ProcedureCode, base: ProcedureCode) {
    let alone = Bill(of: TreatmentDay([addOn: 40]), by: .cms)
    #expect(alone.units == [addOn: 0])
    #expect(alone.findings(.addOnWithoutBase).map(\.codes) == [[addOn]])
    let both = Bill(of: TreatmentDay([base: 130, addOn: 40]), by: .cms)
    #expect(both.findings(.addOnWithoutBase) == [])
    #expect(both.units[addOn, default: 0] > 0)
  }

  @Test func `a counted add-on whose base has no unit stops, and says why it earns none`() {
    func bill(typed base: Int) -> Bill {
      let services = [
        Service("97597", therapistMinutes: 0, typedUnits: base),
        Service("97598", therapistMinutes: 0, typedUnits: 3),
      ]
      return Bill(of: TreatmentDay(date: "2026-11-21", services: services), by: .cms)
    }
    let words = "97597 has no unit, so 97598 earns none."
    #expect(bill(typed: 0).findings(.addOnWithoutBase).map(\.message) == [words])
    #expect(bill(typed: 0).because.contains { $0.codes == ["97598"] && $0.text.hasSuffix(words) })
    #expect(bill(typed: 1).findings == [])
    #expect(!bill(typed: 1).because.contains { $0.text.contains("no unit") })
  }

  @Test func `minutes of the month are known only in part`() {
    let bill = Bill(of: TreatmentDay(["98980": 15]), by: .cms)
    #expect(
      bill.findings(.belowMinimum).map(\.remedy) == [
        "5 minutes short, unless earlier days of the month have them; the time stays documented."
      ])
    for code in ["98979", "98980"] as [ProcedureCode] {
      let words = Bill(of: TreatmentDay([code: 25]), by: .ama).because.map(\.text)
      #expect(
        words.allSatisfy {
          $0.hasSuffix(
            " Minutes of the whole calendar month count; only those given here are known.")
        })
    }
    #expect(
      !Bill(of: TreatmentDay(["97550": 15]), by: .cms).findings.contains { finding in
        finding.remedy.contains("month")
      })
  }

  @Test func `one minute is one minute in every sentence`() {
    let bill = Bill(of: TreatmentDay(["97110": 1]), by: .cms)
    #expect(
      bill.findings(.belowMinimum).map(\.message)
        == ["1 minute of 97110 earns no unit: the first needs 8."])
    #expect(bill.because.first?.text.hasPrefix("15-minute codes: 97110 1 minute;") == true)
    let more = Bill(of: TreatmentDay(["97110": 15, "97140": 1]), by: .cms)
    #expect(
      more.findings(.unbilledMinutes).map(\.message)
        == ["97140: its 1 minute holds none of the 1 unit of the pool."])
  }

  @Test func `below the minimum: the pool under CMS, a code under AMA, what is missing is told`() {
    let day = TreatmentDay(["97110": 4, "97112": 3, "97140": 0])
    let cms = Bill(of: day, by: .cms).findings(.belowMinimum)
    #expect(cms.map(\.codes) == [["97110", "97112"]])
    #expect(cms.first?.remedy.contains("1 minute ") == true)
    #expect(Bill(of: day, by: .ama).findings(.belowMinimum).map(\.codes) == [["97110"], ["97112"]])
    #expect(Bill(of: TreatmentDay(["97110": 8]), by: .cms).findings(.belowMinimum) == [])
    let family = Bill(of: TreatmentDay(["97550": 15, "97110": 30]), by: .cms)
    #expect(family.findings(.belowMinimum).map(\.codes) == [["97550"]])
  }

  @Test func `minutes that hold no unit of the pool are named`() {
    let day = TreatmentDay(["97110": 18, "97140": 13, "97116": 10, "97035": 8, "97530": 0])
    #expect(Bill(of: day, by: .cms).findings(.unbilledMinutes).map(\.codes) == [["97035"]])
    #expect(Bill(of: day, by: .ama).findings(.unbilledMinutes) == [])
    #expect(Bill(of: TreatmentDay(["97110": 7]), by: .cms).findings(.unbilledMinutes) == [])
  }

  @Test func `a tie is told, and who was taken`() {
    let bill = Bill(of: TreatmentDay(["97112": 20, "97110": 20, "97140": 15]), by: .cms)
    let tie = bill.findings(.tie).first
    #expect(tie?.codes == ["97110", "97112"])
    #expect(tie?.severity == .info)
    #expect(tie?.remedy == "The clinician chooses; taken: 97110.")
  }

  /// Billing facts s.2, "who is higher": neither always.
  @Test(
    arguments: [
      ([8, 8], 1, 2), ([20, 20], 3, 2), ([7, 7], 1, 0), ([25, 15, 10], 3, 4), ([20, 18, 15], 4, 3),
    ] as [([Int], Int, Int)])
  func `the rules differ either way, and the finding says so`(minutes: [Int], cms: Int, ama: Int) {
    let day = PoolAllocation.day(minutes)
    let bill = Bill(of: day, by: .cms)
    #expect(bill.totalUnits == cms)
    #expect(bill.otherRule.rule == .ama)
    #expect(bill.otherRule.totalUnits == ama)
    #expect(Bill(of: day, by: .ama).units == bill.otherRule.units)
    #expect(bill.findings(.ruleDifference).count == 1)
  }

  @Test func `rules that agree are not mentioned`() {
    #expect(Bill(of: TreatmentDay(["97110": 30, "97161": 20]), by: .cms).findings == [])
  }

  @Test func `the share of an assistant is never silent`() {
    let day = TreatmentDay(
      date: "2026-11-21",
      services: [
        Service("97110", therapistMinutes: 13, assistantMinutes: 23),
        Service("97140", therapistMinutes: 15),
        Service("97035", therapistMinutes: 0, assistantMinutes: 2),
      ])
    let findings = Bill(of: day, by: .cms).findings(.assistantModifier)
    #expect(findings.map(\.codes) == [["97110"]])
    #expect(findings.first?.severity == .caution)
    #expect(findings.first?.message.contains("23 of 36 minutes") == true)
  }

  @Test(
    arguments: [
      ("97161", .physicalTherapy, .unnamed(.cms), .stop),
      ("92521", .speechLanguagePathology, .unnamed(.cms), .stop),
      ("92507", .speechLanguagePathology, .medicare, .stop),
      ("92507", .speechLanguagePathology, .unnamed(.cms), .caution),
      (
        "92507", .speechLanguagePathology, .medicare.changing { $0.paysSpeechAssistants = true },
        nil
      ),
      ("97110", .physicalTherapy, .unnamed(.cms), .caution),
      ("97110", .physicalTherapy, .medicare, nil),
    ] as [(ProcedureCode, Discipline, Payer, Finding.Severity?)])
  func `an assistant gives no evaluation, and no speech therapy where it is not paid`(
    code: ProcedureCode, discipline: Discipline, payer: Payer, severity: Finding.Severity?
  ) {
    let day = TreatmentDay(
      date: "2026-11-21", discipline: discipline,
      services: [Service(code, therapistMinutes: 20, assistantMinutes: 10)])
    let findings = bill(day, for: payer).findings(.assistantModifier)
    #expect(findings.map(\.severity) == (severity.map { [$0] } ?? []))
  }

  @Test func `a rule that was asked for is not called the payer's`() {
    func remedy(_ name: String?, _ own: Rule, by rule: Rule) -> String? {
      bill(TreatmentDay(["97110": 33, "97140": 7]), for: Payer(name: name, rule: own), by: rule)
        .findings(.ruleDifference).first?.remedy
    }
    #expect(
      remedy("Premera Blue Cross", .ama, by: .cms)
        == "CMS was asked for; the rule of Premera Blue Cross is AMA.")
    #expect(
      remedy("Premera Blue Cross", .ama, by: .ama) == "The rule of Premera Blue Cross is AMA.")
    #expect(remedy(nil, .cms, by: .cms) == "CMS was used; ask the payer if in doubt.")
  }

  @Test(arguments: Rule.allCases)
  func `those that weigh most come first`(rule: Rule) {
    let bill = Bill(of: TreatmentDay(["99999": 5, "97110": 20, "97112": 20, "97130": 9]), by: rule)
    #expect(bill.findings.map(\.severity) == bill.findings.map(\.severity).sorted(by: >))
    #expect(bill.findings.count > 2)
  }
}
