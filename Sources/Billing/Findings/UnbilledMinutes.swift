extension Review {
  /// `unbilled-minutes`: a code of the pool gets no unit though the pool earned some.
  var unbilledMinutes: [Finding] {
    guard let pool = count.pool, pool.units > 0 else { return [] }
    return count.members.compactMap { member in
      let earner = count.earners[member]
      guard earner.minutes > 0, count.units[member] == 0 else { return nil }
      return Finding(
        .unbilledMinutes, .info, codes: earner.codesGiven,
        message: "\(earner.name): its \(quantity(earner.minutes, "minute"))"
          + " \(earner.minutes == 1 ? "holds" : "hold") none of the"
          + " \(quantity(pool.units, "unit")) of the pool.",
        remedy: "Document the time; no line is billed for it.",
        source: .totalTime)
    }
  }
}
