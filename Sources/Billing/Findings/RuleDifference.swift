extension Review {
  /// `rule-difference`: CMS and AMA do not come to the same units.
  var ruleDifferences: [Finding] {
    let mine = count.charges(of: count.units)
    let others = other.charges(of: other.units)
    let codes = zip(mine, others).filter { $0.units != $1.units }.map { $0.0.code }
    guard !codes.isEmpty else { return [] }
    let total = count.units.reduce(0, +)
    let otherTotal = other.units.reduce(0, +)
    let cms = count.rule == .cms ? total : otherTotal
    let ama = count.rule == .cms ? otherTotal : total
    return [
      Finding(
        .ruleDifference, .info, codes: codes,
        message: cms == ama
          ? "CMS and AMA both make \(quantity(cms, "unit")), but of other codes."
          : "CMS makes \(quantity(cms, "unit")), AMA \(ama).",
        remedy: remedy, source: .bothRules)
    ]
  }

  private var remedy: Advice {
    let used = count.rule.shortName
    guard let name = payer.name else { return "\(used) was used; ask the payer if in doubt." }
    if payer.rule != count.rule {
      return "\(used) was asked for; the rule of \(name) is \(payer.rule.shortName)."
    }
    return "The rule of \(name) is \(used)."
  }
}
