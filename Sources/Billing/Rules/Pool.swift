/// The 15-minute pool of the CMS rule: the total decides how many units there are, largest
/// remainders who gets them.
///
/// Source: Pub 100-04 ch. 5 s.20.2 C and D, and its six examples. The outcome is the allocation
/// that keeps the sum of (15 x units - minutes) squared least; where several do, the choice is the
/// clinician's.
struct Pool {
  /// The sum of the pool.
  let minutes: Int
  /// Full blocks of 15 minutes of each.
  let blocks: [Int]
  /// Minutes over the full blocks of each.
  let remainders: [Int]
  /// The smallest remainder that may get a unit; none where no unit is left after the full blocks.
  let cut: Int?
  /// Units left for those whose remainder is the cut.
  let places: Int

  /// The units that a total of minutes makes.
  static func units(in minutes: Int) -> Int { (minutes + 7) / 15 }

  /// The minutes that make `units`, as the manual's table writes them: 38...52 make 3.
  static func minutes(making units: Int) -> ClosedRange<Int> {
    units == 0 ? 0...7 : (15 * units - 7)...(15 * units + 7)
  }

  var units: Int { Self.units(in: minutes) }

  /// The units left after the full blocks.
  var unitsLeft: Int { units - blocks.reduce(0, +) }

  init(_ shares: [Int]) {
    minutes = shares.reduce(0, +)
    blocks = shares.map { $0 / 15 }
    remainders = shares.map { $0 % 15 }
    let left = Self.units(in: minutes) - blocks.reduce(0, +)
    guard left > 0 else {
      cut = nil
      places = 0
      return
    }
    // Never more units are left than there are remainders above 0: 14 minutes each, and 7 more,
    // make no further block.
    let cut = remainders.sorted(by: >)[left - 1]
    self.cut = cut
    places = left - remainders.count { $0 > cut }
  }
}
