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

extension Payer {
  /// A payer that wants everything that Medicare wants.
  static let medicare = Payer(
    name: "Medicare B", rule: .cms,
    terms: Terms(
      wantsAssistantModifier: true, paysSpeechAssistants: false, limits: .cms, hasThreshold: true,
      notPaid: [
        NotPaid(code: "97010", reason: "bundled"),
        NotPaid(code: "97014", instead: "G0283", reason: "not valid"),
      ],
      evidence: .test))

  /// This payer with other terms.
  func changing(_ change: (inout Terms) -> Void) -> Payer {
    var payer = self
    if var terms = payer.terms {
      change(&terms)
      payer.terms = terms
    }
    return payer
  }
}

extension Payer.Evidence {
  static let test = Payer.Evidence(
    text: "Seen in a test.", confidence: .seen, source: "a test", date: "2026-11-21")
}

extension ClaimLine {
  /// The line in few words: `97110 GP CQ 1 unit, 23 min`.
  var words: String {
    ([code.description] + modifiers).joined(separator: " ") + " x\(units) \(minutes)m"
  }
}
