import Billing
import Testing

@Suite struct NextUnits {
  static let codes: [ProcedureCode] = [
    "97110", "97112", "97129", "97130", "97161", "97545", "97550", "97551", "97597", "97598",
    "97039", "98979", "98980", "99999", "97532", "92608",
  ]

  @Test(arguments: 0..<12, Rule.allCases)
  func `it is the fewest minutes more that make the day's units one more`(seed: UInt64, rule: Rule)
  {
    var random = SplitMix(seed: seed)
    let given = Self.codes.shuffled(using: &random).prefix(Int.random(in: 0...6, using: &random))
    let day = TreatmentDay(
      date: "2026-11-21",
      services: given.map { Service($0, therapistMinutes: Int.random(in: 0...50, using: &random)) })
    let units = Bill(of: day, by: rule).totalUnits
    for code in Self.codes {
      func earns(_ minutes: Int) -> Bool {
        var later = day
        later.services.append(Service(code, therapistMinutes: minutes))
        return Bill(of: later, by: rule).totalUnits > units
      }
      let more = minutesToNextUnit(of: code, in: day, for: .unnamed(rule))
      let given = "\(code) in \(day.services.map { "\($0.code) \($0.minutes)" })"
      if let more {
        #expect(earns(more), "\(given)")
        #expect(more == 1 || !earns(more - 1), "\(given)")
      } else {
        #expect(!earns(200), "\(given)")
      }
    }
  }

  @Test func `progress runs from the last unit to the next`() {
    func next(_ minutes: Int) -> NextUnit? {
      nextUnit(of: "97110", in: TreatmentDay(["97110": minutes]), for: .unnamed(.cms))
    }
    #expect(next(0) == NextUnit(minutesGone: 0, minutesToGo: 8))
    #expect(next(7) == NextUnit(minutesGone: 7, minutesToGo: 1))
    #expect(next(8) == NextUnit(minutesGone: 0, minutesToGo: 15))
    #expect(next(24) == NextUnit(minutesGone: 1, minutesToGo: 14))
    #expect(next(4)?.fraction == 0.5)
  }
}
