import Billing
import Testing

/// The pool against a second formulation: of all ways to spread the units over the codes, the
/// allowed ones keep the sum of (15 x units - minutes) squared least.
@Suite struct PoolAllocation {
  static let codes: [ProcedureCode] = ["97110", "97112", "97116", "97124", "97140", "97530"]

  /// Every way to spread `units` over `count` codes.
  static func spreads(of units: Int, over count: Int) -> [[Int]] {
    guard count > 1 else { return [[units]] }
    return (0...units).flatMap { first in
      spreads(of: units - first, over: count - 1).map { [first] + $0 }
    }
  }

  static func fairest(_ minutes: [Int]) -> Set<[ProcedureCode: Int]> {
    let total = minutes.reduce(0, +)
    let units = total < 8 ? 0 : (total + 7) / 15
    var best: [[Int]] = []
    var least = Int.max
    for spread in spreads(of: units, over: minutes.count) {
      let cost = zip(spread, minutes).reduce(0) { $0 + (15 * $1.0 - $1.1) * (15 * $1.0 - $1.1) }
      if cost < least { (least, best) = (cost, []) }
      if cost == least { best.append(spread) }
    }
    return Set(best.map { Dictionary(uniqueKeysWithValues: zip(codes, $0)) })
  }

  static func day(_ minutes: [Int]) -> TreatmentDay {
    TreatmentDay(
      date: "2026-11-21",
      services: zip(codes, minutes).map { Service($0, therapistMinutes: $1) })
  }

  @Test(arguments: 0..<40)
  func `the choices are exactly the fairest spreads`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for count in 1...5 {
      let minutes = (0..<count).map { _ in Int.random(in: 0...40, using: &random) }
      let bill = Bill(of: Self.day(minutes), by: .cms)
      let fairest = Self.fairest(minutes)
      #expect(Set(bill.choices) == fairest, "\(minutes)")
      #expect(bill.choices.count == fairest.count)
      #expect(bill.choiceCount == fairest.count)
      #expect(bill.isTie == (fairest.count > 1))
      #expect(bill.choices.first == bill.units)
    }
  }

  @Test func `every pair of up to 45 minutes is spread fairly`() {
    for first in 0...45 {
      for second in 0...45 {
        let bill = Bill(of: Self.day([first, second]), by: .cms)
        #expect(Set(bill.choices) == Self.fairest([first, second]), "\(first) and \(second)")
      }
    }
  }

  @Test(arguments: 0..<40)
  func `splitting a code in two never changes the units of the day`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let minutes = (0..<3).map { _ in Int.random(in: 0...60, using: &random) }
    let whole = Bill(of: Self.day(minutes), by: .cms).totalUnits
    for cut in 0...minutes[0] {
      let split = [cut, minutes[0] - cut] + minutes.dropFirst()
      #expect(Bill(of: Self.day(split), by: .cms).totalUnits == whole)
    }
  }

  @Test(arguments: 0..<20, Rule.allCases)
  func `the order in which services stand changes nothing`(seed: UInt64, rule: Rule) {
    var random = SplitMix(seed: seed)
    let all: [ProcedureCode] = [
      "97110", "97112", "97129", "97130", "97161", "97550", "97597", "97598", "97039", "99999",
      "97532", "92608", "G0283",
    ]
    var day = TreatmentDay(
      date: "2026-11-21", discipline: .physicalTherapy,
      services: all.map {
        Service(
          $0, therapistMinutes: Int.random(in: 0...30, using: &random),
          assistantMinutes: Int.random(in: 0...10, using: &random))
      })
    let bill = Bill(of: day, by: rule)
    for _ in 0..<5 {
      day.services.shuffle(using: &random)
      #expect(Bill(of: day, by: rule) == bill)
    }
  }

  @Test func `a code that stands twice is added`() {
    let twice = TreatmentDay(["97110": 4, "97140": 20, "97110": 4])
    #expect(
      Bill(of: twice, by: .ama) == Bill(of: TreatmentDay(["97110": 8, "97140": 20]), by: .ama))
  }

  @Test func `only 256 choices are listed, and the true number is told`() {
    let codes = [
      "97032", "97033", "97034", "97035", "97036", "97110", "97112", "97113", "97116", "97124",
      "97140", "97530", "97533", "97535",
    ]
    let services = codes.compactMap(ProcedureCode.init).map { Service($0, therapistMinutes: 7) }
    let bill = Bill(of: TreatmentDay(date: "2026-11-21", services: services), by: .cms)
    // 98 minutes make 7 units for 14 equal codes: 14 over 7.
    #expect(bill.choiceCount == 3432)
    #expect(bill.choices.count == Bill.mostChoices)
    #expect(Set(bill.choices).count == Bill.mostChoices)
    #expect(bill.choices.allSatisfy { $0.count == 14 && $0.values.reduce(0, +) == 7 })
  }
}

/// Random numbers that are the same in every run (Steele, Lea, Flood: SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
