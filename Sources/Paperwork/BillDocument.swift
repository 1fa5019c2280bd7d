package import Billing

/// The answer to one record: the JSON contract of `units`.
///
/// Every key is always there; one that is published stays.
package struct BillDocument: Encodable {
  package var id: String?
  package var bill: Bill

  package init(id: String? = nil, bill: Bill) {
    self.id = id
    self.bill = bill
  }

  private enum Key: String, CodingKey {
    case id, rule, timedMinutes, treatmentMinutes, totalUnits, units, tie, choiceCount, choices
    case otherRule, lines, findings, because
  }

  package func encode(to encoder: any Encoder) throws {
    var document = encoder.container(keyedBy: Key.self)
    try document.encode(id, forKey: .id)
    try document.encode(bill.rule, forKey: .rule)
    try document.encode(bill.timedMinutes, forKey: .timedMinutes)
    try document.encode(bill.treatmentMinutes, forKey: .treatmentMinutes)
    try document.encode(bill.totalUnits, forKey: .totalUnits)
    try document.encode(bill.units, forKey: .units)
    try document.encode(bill.isTie, forKey: .tie)
    try document.encode(bill.choiceCount, forKey: .choiceCount)
    try document.encode(bill.choices, forKey: .choices)
    try document.encode(OtherRule(bill.otherRule), forKey: .otherRule)
    try document.encode(bill.lines, forKey: .lines)
    try document.encode(bill.findings, forKey: .findings)
    try document.encode(bill.because.map(\.text), forKey: .because)
  }

  private struct OtherRule: Encodable {
    var rule: Rule
    var totalUnits: Int
    var units: [ProcedureCode: Int]

    init(_ result: RuleResult) {
      rule = result.rule
      totalUnits = result.totalUnits
      units = result.units
    }
  }
}

/// The answer to a line that cannot be billed; it stands where the bill would stand.
package struct RefusalDocument: Encodable {
  package var id: String?
  /// The line and what is wrong with it, such as `line 7: minutes of 97110: -3 is below 0`.
  package var error: String

  package init(_ refused: RefusedLine, line: Int) {
    id = refused.id
    error = "line \(line): \(refused.reason)"
  }

  private enum Key: String, CodingKey { case id, error }

  package func encode(to encoder: any Encoder) throws {
    var document = encoder.container(keyedBy: Key.self)
    try document.encode(id, forKey: .id)
    try document.encode(error, forKey: .error)
  }
}
