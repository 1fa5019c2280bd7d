package import Billing

// Codes and days as tests write them. A wrong one is a mistake in the test, not a result of it.

extension ProcedureCode: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    guard let code = ProcedureCode(text) else { preconditionFailure("\(text) is no code") }
    self = code
  }
}

extension ServiceDate: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) {
    guard let date = ServiceDate(text) else { preconditionFailure("\(text) is no day") }
    self = date
  }
}

extension TreatmentDay {
  /// A day on which the therapist gave these minutes.
  init(_ minutes: KeyValuePairs<ProcedureCode, Int>, on date: ServiceDate = "2026-11-21") {
    self.init(date: date, services: minutes.map { Service($0, therapistMinutes: $1) })
  }
}

extension Bill {
  /// The bill of a day for a payer of whom only the rule is known.
  init(of day: TreatmentDay, by rule: Rule) { self = bill(day, for: .unnamed(rule)) }

  /// The findings of that kind.
  func findings(_ id: Finding.ID) -> [Finding] { findings.filter { $0.id == id } }
}
