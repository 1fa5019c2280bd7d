/// Bills a day of treatment: units, claim lines, findings, and the reasons for each.
///
/// Pure: the same day gives the same bill, in whatever order its services stand.
public func bill(_ day: TreatmentDay, for payer: Payer, using tables: Tables = .builtIn) -> Bill {
  Bill(
    date: day.date, discipline: day.discipline, rule: payer.rule, payer: payer.name,
    timedMinutes: 0, treatmentMinutes: 0, charges: [], choices: [[:]], choiceCount: 1,
    otherRule: RuleResult(rule: payer.rule.other, units: [:]), lines: [], findings: [], because: [])
}

/// The tables that a bill is made with.
public struct Tables: Sendable {
  public var catalog: Catalog
  /// The tables that the program brings.
  public static let builtIn = Tables(catalog: .builtIn)
}

/// Whole minutes more of `code` until the day earns one more unit, by the same arithmetic as ``bill(_:for:using:)``;
/// nothing where no number of minutes earns one.
public func minutesToNextUnit(
  of code: ProcedureCode, in day: TreatmentDay, for payer: Payer, using tables: Tables = .builtIn
) -> Int? { nil }
