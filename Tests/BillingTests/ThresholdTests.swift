import Billing
import Testing

@Suite struct Thresholds {
  /// The manual's table, as it is printed.
  static let table = [
    0...7, 8...22, 23...37, 38...52, 53...67, 68...82, 83...97, 98...112, 113...127,
  ]

  @Test func `the manual's table holds at every minute it prints`() {
    for (units, row) in Self.table.enumerated() {
      for minutes in row {
        #expect(Bill(of: TreatmentDay(["97110": minutes]), by: .cms).totalUnits == units)
      }
    }
  }

  @Test func `the pattern goes on above two hours: a unit at 8 minutes, then one every 15`() {
    var units = 0
    var next = 8
    for minutes in 0...1440 {
      if minutes == next {
        units += 1
        next += 15
      }
      #expect(Bill(of: TreatmentDay(["97530": minutes]), by: .cms).totalUnits == units)
      #expect(Bill(of: TreatmentDay(["97530": minutes]), by: .ama).totalUnits == units)
    }
  }

  /// A base, its add-on, and the first minutes of the first unit and each further one.
  struct Family: CustomTestStringConvertible {
    var base: ProcedureCode
    var addOn: ProcedureCode?
    var starts: [Int]
    var testDescription: String { base.description }
  }

  static let families = [
    Family(base: "97550", addOn: "97551", starts: [16, 38, 53, 68]),
    Family(base: "97129", addOn: "97130", starts: [8, 23, 38]),
    Family(base: "90912", addOn: "90913", starts: [8, 23, 38]),
    Family(base: "97545", addOn: "97546", starts: [61, 151, 211]),
    Family(base: "92605", addOn: "92618", starts: [31, 76, 106]),
    Family(base: "92607", addOn: "92608", starts: [31, 76, 106]),
    Family(base: "92626", addOn: "92627", starts: [31, 68, 83]),
    Family(base: "98980", addOn: "98981", starts: [20, 40, 60]),
    Family(base: "G0541", addOn: "G0542", starts: [16, 38, 53]),
    Family(base: "96105", addOn: nil, starts: [31, 91, 151]),
    Family(base: "96125", addOn: nil, starts: [31, 91, 151]),
    Family(base: "98979", addOn: nil, starts: [10]),
  ]

  @Test(arguments: families, Rule.allCases)
  func `a family earns its base once, then its add-on`(family: Family, rule: Rule) {
    for minutes in 0...(family.starts.last ?? 0) {
      let units = family.starts.count { $0 <= minutes }
      let bill = Bill(of: TreatmentDay([family.base: minutes]), by: rule)
      if let addOn = family.addOn {
        #expect(bill.units == [family.base: min(1, units), addOn: max(0, units - 1)])
      } else {
        #expect(bill.units == [family.base: units])
      }
      #expect(bill.lines.reduce(0) { $0 + $1.minutes } == (units > 0 ? minutes : 0))
    }
  }

  @Test(arguments: Rule.allCases)
  func `minutes given under base and add-on are added`(rule: Rule) {
    for under in 0...30 {
      let split = Bill(of: TreatmentDay(["97129": 30 - under, "97130": under]), by: rule)
      #expect(split.units == ["97129": 1, "97130": 1])
      #expect(split.lines.map(\.minutes) == [15, 15])
    }
  }

  @Test func `codes outside the pool lend it no minutes`() {
    let bill = Bill(of: TreatmentDay(["97110": 7, "97550": 20, "96125": 30]), by: .cms)
    #expect(bill.units == ["97110": 0, "97550": 1, "97551": 0, "96125": 0])
    #expect(bill.timedMinutes == 57)
  }

  @Test(arguments: Rule.allCases)
  func `an untimed code earns one unit from its first minute, whatever the time`(rule: Rule) {
    for (minutes, units) in [(0, 0), (1, 1), (7, 1), (90, 1)] {
      let bill = Bill(of: TreatmentDay(["97161": minutes, "97110": 7]), by: rule)
      #expect(bill.units == ["97161": units, "97110": 0])
      #expect(bill.timedMinutes == 7)
      #expect(bill.treatmentMinutes == minutes + 7)
    }
  }
}
