/// Bills a day of treatment: units, claim lines, findings, and the reasons for each.
///
/// Pure: the same day gives the same bill, in whatever order its services stand.
public func bill(_ day: TreatmentDay, for payer: Payer, using tables: Tables = .builtIn) -> Bill {
  let worksheet = Worksheet(day, in: tables.catalog)
  let count = Count(worksheet, by: payer.rule, chosen: day.chosen)
  let other = Count(worksheet, by: payer.rule.other, chosen: day.chosen)
  let charges = worksheet.charges(of: count.units, in: count)
  let review = Review(
    day: day, payer: payer, catalog: tables.catalog, worksheet: worksheet, count: count,
    other: other)
  return Bill(
    date: day.date, discipline: day.discipline, rule: payer.rule, payer: payer.name,
    timedMinutes: worksheet.timedMinutes,
    treatmentMinutes: day.treatmentMinutes ?? worksheet.minutes,
    charges: charges,
    choices: count.choices(atMost: Bill.mostChoices).map {
      worksheet.charges(of: $0, in: count).units
    },
    choiceCount: count.choiceCount,
    otherRule: RuleResult(
      rule: other.rule, units: worksheet.charges(of: other.units, in: other).units),
    lines: claimLines(of: count, under: day.discipline, in: tables.catalog),
    findings: review.findings,
    because: review.reasons)
}

/// The tables that a bill is made with.
public struct Tables: Sendable {
  public var catalog: Catalog

  public init(catalog: Catalog) { self.catalog = catalog }

  /// The tables that the program brings.
  public static let builtIn = Tables(catalog: .builtIn)

  /// Which tables these are, in words that a signed bill carries: the days of their sources.
  public var edition: String {
    let days = catalog.procedures.map(\.source.date)
    let codes = [days.min(), days.max()].compactMap(\.self).map(\.description)
    return "codes of \(codes.joined(separator: " to ")); payers of \(Payer.edition); no pair table"
  }
}
