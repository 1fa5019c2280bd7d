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
        remedy: payer.name.map { "The rule of \($0) is \(count.rule.shortName)." }
          ?? "\(count.rule.shortName) was used; ask the payer if in doubt.",
        source: .bothRules)
    ]
  }
}
