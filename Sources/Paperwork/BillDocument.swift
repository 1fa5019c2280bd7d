package import Billing

extension JSONWriter {
  /// Writes the answer to one record: the JSON contract of `units`.
  ///
  /// Every key is always there, but what only a claim or a log can have: a finding's `dismissed`, a
  /// line's `furtherModifiers`. One that is published stays.
  package mutating func bill(_ bill: Bill, id: String? = nil) {
    object { json in
      json.member("id", id)
      json.member("rule", bill.rule.rawValue)
      json.member("timedMinutes", bill.timedMinutes)
      json.member("treatmentMinutes", bill.treatmentMinutes)
      json.member("totalUnits", bill.totalUnits)
      json.member("units", bill.units)
      json.member("tie", bill.isTie)
      json.member("choiceCount", bill.choiceCount)
      json.member("choices") { json in json.array(bill.choices) { $0.units($1) } }
      json.member("otherRule") { json in
        json.object { json in
          json.member("rule", bill.otherRule.rule.rawValue)
          json.member("totalUnits", bill.otherRule.totalUnits)
          json.member("units", bill.otherRule.units)
        }
      }
      json.member("lines") { json in json.array(bill.lines) { $0.line($1) } }
      json.member("findings") { json in json.array(bill.findings) { $0.finding($1) } }
      json.member("because", bill.because.lazy.map(\.text))
    }
  }

  /// Writes what stands in place of a bill for a line that cannot be billed.
  package mutating func refusal(_ refused: RefusedLine, line: Int) {
    object { json in
      json.member("id", refused.id)
      json.member("error", "line \(line): \(refused.reason)")
    }
  }

  private mutating func member(_ name: String, _ units: [ProcedureCode: Int]) {
    member(name) { $0.units(units) }
  }

  /// Writes units by code, lowest code first.
  mutating func units(_ units: [ProcedureCode: Int]) {
    object { json in
      for (code, units) in units.sorted(by: { $0.key < $1.key }) {
        json.member(code.description, units)
      }
    }
  }

  private mutating func line(_ line: ClaimLine) {
    object { json in
      json.member("code", line.code.description)
      json.member("modifiers", line.modifiers)
      json.member("units", line.units)
      json.member("minutes", line.minutes)
      if let further = line.furtherModifiers, !further.isEmpty {
        json.member("furtherModifiers", further)
      }
    }
  }

  private mutating func finding(_ finding: Finding) {
    object { json in
      json.member("id", finding.id.rawValue)
      json.member("severity", finding.severity.rawValue)
      json.member("codes", finding.codes.lazy.map(\.description))
      json.member("message", finding.message)
      json.member("remedy", finding.remedy)
      json.member("source", finding.source)
      json.member("sourceDate", finding.sourceDate.description)
      if let reason = finding.dismissal { json.member("dismissed", reason) }
    }
  }
}
