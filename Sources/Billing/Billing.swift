/// Bills a day of treatment: units, claim lines, findings, and the reasons for each.
///
/// Pure: the same day gives the same bill, in whatever order its services stand.
///
/// - Parameter rule: the arithmetic, where another than the payer's is asked for.
public func bill(
  _ day: TreatmentDay, for payer: Payer, by rule: Rule? = nil, using tables: Tables = .builtIn
) -> Bill {
  let rule = rule ?? payer.rule
  let worksheet = Worksheet(day, in: tables, by: rule)
  let count = Count(worksheet, by: rule, chosen: day.chosen)
  let other = Count(worksheet, by: rule.other, chosen: day.chosen)
  let charges = worksheet.charges(of: count.units, in: count)
  let review = Review(
    day: day, payer: payer, tables: tables, worksheet: worksheet, count: count,
    other: other, pairs: GivenPairs(on: day, for: payer, using: tables))
  let claim = review.claim
  return Bill(
    date: day.date, discipline: day.discipline, rule: rule, payer: payer.name,
    timedMinutes: worksheet.timedMinutes,
    treatmentMinutes: day.treatmentMinutes ?? worksheet.minutes,
    charges: charges,
    choices: count.choices(atMost: Bill.mostChoices).map {
      worksheet.charges(of: $0, in: count).units
    },
    choiceCount: count.choiceCount,
    otherRule: RuleResult(
      rule: other.rule, units: worksheet.charges(of: other.units, in: other).units),
    lines: claim.lines,
    findings: review.findings(on: claim),
    because: review.reasons + claim.reasons + review.reasonsBeside)
}
