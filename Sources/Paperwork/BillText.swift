package import Billing

/// A bill in words: what `units` prints, and the parts of a note that speak of units.
package struct BillText {
  let bill: Bill
  private let catalog: Catalog

  package init(_ bill: Bill, catalog: Catalog = .builtIn) {
    self.bill = bill
    self.catalog = catalog
  }

  /// All of it: the total, the charges, the choices, the findings, the reasons.
  package var lines: [NoteLine] {
    var lines = [NoteLine(total, .heading), NoteLine(minutes)]
    lines.add(part: "Charges", charges)
    lines.add(part: "Equal choices", choices)
    lines.add(part: "Findings", findings)
    lines.add(part: "Why", reasons)
    return lines
  }

  /// `3 units by the CMS 8-minute rule`.
  package var total: String { "\(counted(bill.totalUnits, "unit")) by the \(bill.rule.name)" }

  /// The two totals that a note must carry: Pub 100-02, chapter 15, section 220.3 E.
  package var minutes: String {
    "Timed \(bill.timedMinutes) min, treatment \(bill.treatmentMinutes) min"
  }

  /// The lines of the claim, and the codes that have none: number, label, minutes, units, modifiers;
  /// then what the other rule gives.
  package var charges: [NoteLine] {
    var lines: [NoteLine] = []
    for charge in bill.charges {
      let claimed = bill.lines.filter { $0.code == charge.code }
      if claimed.isEmpty {
        lines.append(row(charge.code, minutesWithoutLine(of: charge), charge.units))
      }
      for line in claimed {
        lines.append(row(line.code, line.minutes, line.units, line.modifiers))
        guard let further = line.furtherModifiers, !further.isEmpty else { continue }
        lines.add("99 stands for \(further.joined(separator: " ")): box 19.", after: "         ")
      }
    }
    lines.add(other, after: "  ", .quiet)
    return lines
  }

  private func row(
    _ code: ProcedureCode, _ minutes: Int, _ units: Int, _ modifiers: [String] = []
  ) -> NoteLine {
    let label = catalog[code]?.label ?? "not in the catalogue"
    let columns = [
      "  \(code)", label.visible.padded(to: 36), "\(minutes) min".aligned(right: 8),
      "\(units)".aligned(right: 3) + (units == 1 ? " unit " : " units"),
      modifiers.joined(separator: " "),
    ]
    return NoteLine(columns.joined(separator: "  ").withoutTrailingSpaces)
  }

  /// Minutes of a code that has no line: those of an add-on stand in its base's line.
  private func minutesWithoutLine(of charge: Charge) -> Int {
    guard let base = catalog[charge.code]?.base,
      catalog.addOn(of: base)?.code == charge.code,
      bill.lines.contains(where: { $0.code == base })
    else { return charge.minutes }
    return 0
  }

  private var other: String {
    let given = Set(bill.charges.filter { $0.minutes > 0 }.map(\.code))
    let units = bill.otherRule.units.filter { $0.value > 0 || given.contains($0.key) }.unbroken
    let total = counted(bill.otherRule.totalUnits, "unit")
    return
      "By the \(bill.otherRule.rule.name) it would be \(total)\(units.isEmpty ? "" : ": \(units)")."
  }

  /// The allocations that are equal, the one used first; nothing where there is no choice.
  package var choices: [NoteLine] {
    guard bill.isTie else { return [] }
    var lines: [NoteLine] = []
    for (index, choice) in bill.choices.enumerated() {
      lines.add(choice.unbroken + (index == 0 ? "  (used here)" : ""), after: "  \(index + 1). ")
    }
    if bill.choiceCount > bill.choices.count {
      lines.add("\(bill.choices.count) of \(bill.choiceCount) are listed.", after: "  ", .quiet)
    }
    return lines
  }

  /// The working, step by step.
  package var reasons: [NoteLine] {
    var lines: [NoteLine] = []
    for reason in bill.because { lines.add(reason.text, after: "  - ") }
    return lines
  }

  /// Each finding: what is wrong, what to do, and where the rule stands; the weightiest first.
  package var findings: [NoteLine] {
    bill.findings.sorted { $0.severity > $1.severity }.flatMap(lines(of:))
  }

  func lines(of finding: Finding) -> [NoteLine] {
    let margin = String(repeating: " ", count: 11)
    let severity = "  \(finding.severity.rawValue.padded(to: 9))"
    var lines: [NoteLine] = []
    lines.add(finding.message, after: severity, .finding(finding.severity))
    lines.add(finding.remedy, after: margin)
    let source = "\(finding.id.rawValue): \(finding.source), \(finding.sourceDate)"
    lines.add(source, after: margin, .quiet)
    if let reason = finding.dismissal { lines.add("dismissed: \(reason)", after: margin) }
    return lines
  }
}

extension [ProcedureCode: Int] {
  /// `97110 2, 97140 1`, lowest code first.
  var named: String { joined(by: " ") }

  /// The same for a text that is broken into lines: a code and its units stay together.
  fileprivate var unbroken: String { joined(by: "\u{A0}") }

  private func joined(by space: String) -> String {
    sorted { $0.key < $1.key }.map { "\($0.key)\(space)\($0.value)" }.joined(separator: ", ")
  }
}
