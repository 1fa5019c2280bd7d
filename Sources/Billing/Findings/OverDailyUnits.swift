extension Review {
  /// `over-daily-units`: more units of a code than its daily maximum, or more in all than the payer
  /// takes for a visit; a maximum of 0 says nothing.
  var overDailyUnits: [Finding] {
    guard let terms = payer.terms else { return [] }
    return unitsOverLimits(of: terms) + unitsOverVisit(of: terms)
  }

  private func unitsOverLimits(of terms: Payer.Terms) -> [Finding] {
    guard let table = tables.limits(for: terms) else { return [] }
    return count.charges(of: count.units).compactMap { charge in
      guard charge.units > 1, let limit = table.limits[charge.code], limit.units > 0,
        charge.units > limit.units
      else { return nil }
      let units = "\(charge.units) of \(quantity(limit.units, "unit"))"
      let age =
        table.source.isOlder(thanTheQuarterOf: day.date)
        ? " The table is older than the quarter of \(day.date)."
        : table.source.isNewer(thanTheQuarterOf: day.date)
          ? " The table is of a later quarter than \(day.date)." : ""
      return Finding(
        .overDailyUnits, .caution, codes: [charge.code],
        message: "\(charge.code) has \(quantity(charge.units, "unit")), and \(table.source.title)"
          + " takes \(limit.units) a day: \(limit.words).\(age)",
        remedy: limit.indicator == 2
          ? "Bill \(limit.units) at most; what is above stays documented."
          : "Bill \(limit.units) at most, or have the records that support more.",
        source: Source(text: table.source.name, date: table.source.date), detail: units)
    }
  }

  private func unitsOverVisit(of terms: Payer.Terms) -> [Finding] {
    let charges = count.charges(of: count.units).filter { $0.units > 0 }
    let total = charges.reduce(0) { $0 + $1.units }
    guard let most = terms.maximumUnits, total > most else { return [] }
    return [
      Finding(
        .overDailyUnits, .caution, codes: charges.map(\.code),
        message: "\(quantity(total, "unit")) in all, and \(payerName) takes \(most) a visit.",
        remedy: "Bill \(most) at most, or ask the payer for more beforehand.",
        source: terms.evidence.asSource, detail: "\(total) of \(most) units in all")
    ]
  }
}

extension LimitTable.Limit {
  /// How firm it is, by CMS's adjudication indicator.
  fileprivate var words: String {
    switch indicator {
    case 2: "absolute (indicator 2)"
    case 3: "can be appealed with records (indicator 3)"
    default: "counted by line (indicator \(indicator))"
    }
  }
}

extension Payer.Evidence {
  /// Where the payer's terms stand.
  var asSource: Source { Source(text: source, date: date) }
}
