// The working: every unit in words that a biller can check.
extension Review {
  /// The steps, the pool first, then what stands alone, then what earns nothing; each lowest code
  /// first.
  var reasons: [Reason] {
    var reasons = count.pool.map(poolReasons) ?? []
    for (earner, units) in zip(count.earners, count.units) {
      if let note = answer(for: earner) { reasons.append(note) }
      if count.pool == nil || earner.measure != .pooled {
        reasons.append(Reason(earner.codes, aloneText(earner, units)))
      }
    }
    for item in worksheet.items where item.standing != .billable {
      reasons.append(Reason([item.code], barredText(item)))
    }
    return reasons + pairReasons
  }

  // MARK: The pool

  private func poolReasons(_ pool: Pool) -> [Reason] {
    let earners = count.members.map { count.earners[$0] }
    var reasons = [Reason(earners.flatMap(\.codes), sumText(pool, earners))]
    for (place, earner) in earners.enumerated() {
      let units = count.units[count.members[place]]
      reasons.append(
        Reason(
          earner.codes,
          """
          \(earner.name): \(quantity(earner.minutes, "minute")), \
          \(quantity(pool.blocks[place], "full block")) of 15 and \
          \(pool.remainders[place]) over; \(quantity(units, "unit")) in all.
          """))
      if earner.addOn != nil { reasons.append(Reason(earner.codes, familyText(earner))) }
    }
    if let remainders = remainderText(pool, earners) {
      reasons.append(Reason(earners.flatMap(\.codes), remainders))
    }
    return reasons
  }

  private func sumText(_ pool: Pool, _ earners: [Earner]) -> String {
    let row = Pool.minutes(making: pool.units)
    var sum = ""
    for (place, earner) in earners.enumerated() {
      sum += place == 0 ? "" : " + "
      sum += "\(earner.name) \(earner.minutes)"
    }
    if earners.count > 1 { sum += " = \(pool.minutes)" }
    return """
      15-minute codes: \(sum) \(pool.minutes == 1 ? "minute" : "minutes"); \(row.lowerBound)-\(row.upperBound) minutes make \
      \(quantity(pool.units, "unit")) (Pub 100-04 ch. 5 s.20.2 C).
      """
  }

  private func familyText(_ earner: Earner) -> String {
    """
    \(earner.name) are one service in the pool, its first unit the base's and each further one the \
    add-on's: our reading, the manual does not say.
    """
  }

  private func remainderText(_ pool: Pool, _ earners: [Earner]) -> String? {
    guard let cut = pool.cut else {
      let isOver = pool.remainders.contains { $0 > 0 }
      return pool.units > 0 && isOver
        ? "The full blocks hold every unit; what is over earns none." : nil
    }
    let left = quantity(pool.unitsLeft, "unit")
    let sure = earners.indices.filter {
      pool.remainders[$0] > cut || (count.tie == nil && pool.remainders[$0] == cut)
    }
    var text = "\(left) left after the full blocks, by the largest remainders"
    if !sure.isEmpty {
      let names = sure.sorted { pool.remainders[$0] > pool.remainders[$1] }
        .map { "\(earners[$0].name) (\(pool.remainders[$0]))" }
      text += ": one \(sure.count > 1 ? "each " : "")to \(list(names))"
    }
    guard let tie = count.tie else { return text + "." }
    let isDefault = tie.winners == Array(tie.candidates.prefix(tie.places))
    return text + "; \(list(tie.candidates.map { count.earners[$0].name }.sorted())) are equal at"
      + " \(cut) for \(quantity(tie.places, "unit")), which is the clinician's choice. Taken:"
      + " \(list(tie.winners.map { count.earners[$0].name }.sorted())), "
      + (isDefault ? "by more minutes, then begun first, then the lower code." : "as chosen.")
  }

  // MARK: What stands alone

  private func aloneText(_ earner: Earner, _ units: Int) -> String {
    let total = quantity(units, "unit")
    switch earner.measure {
    case .untimed:
      return units > 0
        ? "\(earner.name) is untimed: 1 unit from its first whole minute, whatever the time."
        : "\(earner.name) is untimed and has no whole minute: 0 units."
    case .counted(let by, _):
      if let item = worksheet.item(earner.base), let base = worksheet.baseWithoutUnit(of: item) {
        return "\(earner.name) is counted by \(by), never by minutes;"
          + " \(base) has no unit, so \(earner.name) earns none."
      }
      let typed = worksheet.item(earner.base)?.service.typedUnits != nil
      return "\(earner.name) is counted by \(by), never by minutes: \(total)"
        + (typed || units == 0 ? "." : ", as none was typed.")
    case .pooled, .alone:
      guard let blocks = earner.blocks(under: count.rule) else { return "" }
      let from = blocks.minutes(toEarn: units) ?? 0
      let to = blocks.minutes(toEarn: units + 1).map { "-\($0 - 1)" } ?? " and more"
      return "\(earner.name): \(quantity(earner.minutes, "minute"));"
        + " \(from)\(to) minutes make \(total), \(blocks.words)." + remark(on: earner, blocks)
    }
  }

  /// What a biller must know beside the arithmetic of a code that stands alone.
  private func remark(on earner: Earner, _ blocks: Blocks) -> String {
    let known =
      catalog[earner.base]?.confidence == .general
      ? " When it earns a unit is general knowledge: ask the payer." : ""
    if blocks.mustBeFull {
      return known
        + " Minutes of the whole calendar month count; only those given here are known."
    }
    return count.rule == .ama
      ? known : known + " It stands outside the 15-minute pool: our reading, ask the payer."
  }

  /// What was taken as the answer for a code whose timing depends on what was done.
  private func answer(for earner: Earner) -> Reason? {
    guard worksheet.item(earner.base)?.timing == .depends else { return nil }
    return Reason(
      earner.codes,
      "Whether minutes decide \(earner.base) depends on what was done: taken as "
        + (earner.measure == .pooled
          ? "timed, as was said." : "untimed, 1 unit whatever the time, as nothing else was said.")
    )
  }

  // MARK: What earns nothing

  private func barredText(_ item: Worksheet.Item) -> String {
    switch item.standing {
    case .billable: ""
    case .unknown: "\(item.code) is not in the catalogue: 0 units, and no part of a pool."
    case .retired, .notYetValid:
      "\(item.code) could not be billed on \(day.date): 0 units, and no part of a pool."
    case .withoutBase:
      "\(item.code) adds to \(list(item.primaries, "or")), which is not billed:"
        + " 0 units, and no part of a pool."
    }
  }
}

extension Blocks {
  /// How the blocks are earned, in words.
  fileprivate var words: String {
    let earned = mustBeFull ? "when full" : "past its midpoint"
    guard let further else { return "one block of \(first), \(earned)" }
    return further == first
      ? "each \(first) \(earned)"
      : "the first \(first) \(earned), then each \(further) beyond the full first likewise"
  }
}
