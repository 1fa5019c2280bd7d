/// What a rule makes of a worksheet: the units of each earner, and where the rule leaves a choice.
struct Count {
  let rule: Rule
  /// The earners, lowest base first.
  let earners: [Earner]
  /// Units of each earner, the chosen or default way to break a tie included.
  private(set) var units: [Int]
  /// The pool, where the rule has one and any code is in it.
  private(set) var pool: Pool?
  /// Where in `earners` the members of the pool stand, in the pool's order.
  private(set) var members: [Int] = []
  /// The tie, where equal remainders leave a choice.
  private(set) var tie: Tie?

  /// Equal remainders at the cut.
  struct Tie {
    /// Where in `earners` the equal ones stand: those that get a unit unless a person chooses
    /// otherwise come first.
    var candidates: [Int]
    /// How many of them get a unit.
    var places: Int
    /// Those that get it.
    var winners: [Int]
  }

  init(_ worksheet: Worksheet, by rule: Rule, chosen: [ProcedureCode: Int]?) {
    self.rule = rule
    earners = worksheet.earners
    units = earners.map { $0.unitsAlone(under: rule) }
    guard rule == .cms else { return }
    members = earners.indices.filter { earners[$0].measure == .pooled }
    guard !members.isEmpty else { return }
    let pool = Pool(members.map { earners[$0].minutes })
    self.pool = pool
    allocate(pool, chosen: chosen)
  }

  private mutating func allocate(_ pool: Pool, chosen: [ProcedureCode: Int]?) {
    var candidates: [Int] = []
    for (place, member) in members.enumerated() {
      units[member] = pool.blocks[place]
      guard let cut = pool.cut, pool.remainders[place] >= cut else { continue }
      if pool.remainders[place] > cut { units[member] += 1 } else { candidates.append(member) }
    }
    candidates.sort { earners[$0].precedes(earners[$1]) }
    var winners = Array(candidates.prefix(pool.places))
    if candidates.count > pool.places {
      if let wish = chosen.flatMap({ self.winners(of: $0, among: candidates, for: pool.places) }) {
        winners = wish
      }
      tie = Tie(candidates: candidates, places: pool.places, winners: winners)
    }
    for winner in winners { units[winner] += 1 }
  }

  /// Who gets a unit in the allocation `chosen`, where it is an allowed one; `units` are those
  /// before the tie is broken.
  private func winners(
    of chosen: [ProcedureCode: Int], among candidates: [Int], for places: Int
  ) -> [Int]? {
    let winners = candidates.filter { candidate in
      let more = earners[candidate].charges(of: units[candidate] + 1)
      return more.allSatisfy { chosen[$0.code, default: 0] == $0.units }
    }
    guard winners.count == places else { return nil }
    var wanted = units
    for winner in winners { wanted[winner] += 1 }
    var open = chosen.filter { $0.value != 0 }
    for charge in charges(of: wanted) where charge.units > 0 {
      guard open.removeValue(forKey: charge.code) == charge.units else { return nil }
    }
    return open.isEmpty ? winners : nil
  }

  /// The charges that `units` of each earner come to.
  func charges(of units: [Int]) -> [Charge] {
    var charges: [Charge] = []
    charges.reserveCapacity(earners.count + 2)
    for (earner, units) in zip(earners, units) { charges += earner.charges(of: units) }
    return charges
  }
}
