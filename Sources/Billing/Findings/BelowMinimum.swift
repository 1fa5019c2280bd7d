extension Review {
  /// `below-minimum`: the pool, or a code that stands alone, has minutes and earns nothing.
  var belowMinimum: [Finding] {
    var findings: [Finding] = []
    if let pool = count.pool, pool.minutes > 0, pool.units == 0 {
      let codes = count.members.flatMap { count.earners[$0].codesGiven }
      findings.append(
        finding(codes, minutes: pool.minutes, first: Pool.minutes(making: 1).lowerBound, .totalTime)
      )
    }
    for earner in count.earners where earner.minutes > 0 {
      guard let blocks = earner.blocks(under: count.rule), blocks.units(in: earner.minutes) == 0,
        let first = blocks.minutes(toEarn: 1)
      else { continue }
      findings.append(
        finding(
          earner.codesGiven, minutes: earner.minutes, first: first,
          earner.measure == .pooled ? .midpoint : catalog[earner.base]?.source ?? .midpoint,
          isOfTheMonth: blocks.mustBeFull))
    }
    return findings
  }

  private func finding(
    _ codes: [ProcedureCode], minutes: Int, first: Int, _ source: Source,
    isOfTheMonth: Bool = false
  ) -> Finding {
    let verb = minutes == 1 ? "earns" : "earn"
    let short = "\(quantity(first - minutes, "minute")) short"
    return Finding(
      .belowMinimum, .info, codes: codes,
      message: "\(quantity(minutes, "minute")) of \(list(codes)) \(verb) no unit:"
        + " the first needs \(first).",
      remedy: isOfTheMonth
        ? "\(short), unless earlier days of the month have them; the time stays documented."
        : "\(short); the time stays documented.",
      source: source)
  }
}
