import Testing

@testable import Billing

/// On which code of a family CQ and CO stand.
@Suite struct FamilyAssistants {
  struct Case: CustomTestStringConvertible {
    var name: String
    /// Minutes of the therapist and of the assistant, under base and add-on.
    var base: (ProcedureCode, Int, Int)
    var addOn: (ProcedureCode, Int, Int)
    var lines: [String]
    var testDescription: String { name }
  }

  /// Worked by hand.
  static let cases = [
    Case(
      name: "the add-on alone is the assistant's, lengths differ",
      base: ("97550", 30, 0), addOn: ("97551", 0, 15),
      lines: ["97550 GO x1 30m", "97551 GO CO x1 15m"]),
    Case(
      name: "the add-on alone is the assistant's, in the pool",
      base: ("97129", 15, 0), addOn: ("97130", 0, 23),
      lines: ["97129 GO x1 15m", "97130 GO CO x2 23m"]),
    Case(
      name: "the base alone is the assistant's",
      base: ("97129", 0, 15), addOn: ("97130", 23, 0),
      lines: ["97129 GO CO x1 15m", "97130 GO x2 23m"]),
    Case(
      name: "a short base keeps its own minutes",
      base: ("97129", 9, 0), addOn: ("97130", 0, 14),
      lines: ["97129 GO x1 9m", "97130 GO CO x1 14m"]),
    Case(
      name: "what the base does not hold is the add-on's",
      base: ("97129", 30, 0), addOn: ("97130", 0, 15),
      lines: ["97129 GO x1 15m", "97130 GO x1 15m", "97130 GO CO x1 15m"]),
    Case(
      name: "what the add-on's units do not hold fills the base, the assistant's first",
      base: ("97550", 16, 0), addOn: ("97551", 15, 14),
      lines: ["97550 GO CO x1 30m", "97551 GO x1 15m"]),
    Case(
      name: "all given under the base: the base first, the cautious reading",
      base: ("97550", 30, 15), addOn: ("97551", 0, 0),
      lines: ["97550 GO CO x1 30m", "97551 GO x1 15m"]),
  ]

  private static func bill(
    _ base: (ProcedureCode, Int, Int), _ addOn: (ProcedureCode, Int, Int)
  ) -> Bill {
    Billing.bill(
      TreatmentDay(
        date: "2026-11-21", discipline: .occupationalTherapy,
        services: [base, addOn].map {
          Service($0.0, therapistMinutes: $0.1, assistantMinutes: $0.2)
        }), for: .medicare)
  }

  @Test(arguments: cases)
  func `a unit is whose minutes fill it`(example: Case) {
    #expect(Self.bill(example.base, example.addOn).lines.map(\.words) == example.lines)
  }

  /// Where each code has one performer and its minutes fill its own units, no arithmetic is needed:
  /// the code that the assistant gave has the modifier, the other has none.
  @Test func `each code of a family by one performer carries its own`() {
    let families: [(ProcedureCode, Int, ProcedureCode, Int)] = [
      ("97129", 15, "97130", 15), ("97550", 30, "97551", 15), ("97545", 120, "97546", 60),
    ]
    for (base, first, addOn, further) in families {
      for units in 1...4 {
        let byAssistant = Self.bill((base, first, 0), (addOn, 0, further * units))
        #expect(byAssistant.lines.map(\.code) == [base, addOn])
        #expect(byAssistant.lines.map { $0.modifiers.contains("CO") } == [false, true])
        let byTherapist = Self.bill((base, 0, first), (addOn, further * units, 0))
        #expect(byTherapist.lines.map { $0.modifiers.contains("CO") } == [true, false])
      }
    }
  }

  @Test func `units and minutes stay whole, whoever gave what under which code`() {
    for minutes in [0, 4, 8, 15, 16, 29, 31] {
      for others in [0, 7, 9, 15, 22, 40] {
        for (base, addOn) in [("97129", "97130"), ("97550", "97551")]
          as [(ProcedureCode, ProcedureCode)]
        {
          let bill = Self.bill((base, minutes, others), (addOn, others, minutes))
          #expect(bill.lines.reduce(0) { $0 + $1.units } == bill.totalUnits)
          #expect(bill.lines.allSatisfy { $0.units > 0 && $0.minutes > 0 })
          guard bill.totalUnits > 0 else { continue }
          #expect(bill.lines.reduce(0) { $0 + $1.minutes } == bill.treatmentMinutes)
        }
      }
    }
  }

  // MARK: Its words

  private static func words(_ services: [(ProcedureCode, Int, Int)]) -> String {
    Billing.bill(
      TreatmentDay(
        date: "2026-11-21", discipline: .physicalTherapy,
        services: services.map { Service($0.0, therapistMinutes: $0.1, assistantMinutes: $0.2) }),
      for: .medicare
    ).because.map(\.text).filter { $0.contains("the assistant alone gave") }.joined(separator: " ")
  }

  @Test func `a share that depends on an arrangement says so for one unit too`() {
    let words = Self.words([("97110", 14, 8), ("97140", 8, 0)])
    #expect(
      words.contains(
        "at most 8 of the unit's 15 minutes are more than 10 %, which is the cautious reading"))
  }

  @Test func `why the first exception does not hold is told`() {
    let words = Self.words([("97110", 13, 23), ("97140", 7, 0)])
    #expect(
      words.contains(
        "no exception: 2 units of the day are left, of two codes; our reading of one final unit, check"
          + " with the payer."))
    #expect(!Self.words([("97110", 13, 23), ("97140", 30, 0)]).contains("no exception"))
  }
}
