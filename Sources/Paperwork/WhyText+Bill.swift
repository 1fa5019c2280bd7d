import Billing
import SessionLog

// From whole minutes to the lines of the claim.
extension WhyText {
  /// The steps that are about several codes, or about the day.
  var sharedReasons: [NoteLine] {
    var lines: [NoteLine] = []
    for reason in bill.because where subject(of: reason) == nil {
      lines.add(reason.text, after: "  - ")
    }
    return lines
  }

  /// Each code's lines of the claim, and the steps that lead to them.
  var claim: [NoteLine] {
    var lines: [NoteLine] = []
    for charge in bill.charges {
      lines += claimLines(of: charge)
      for reason in bill.because where subject(of: reason) == charge.code {
        lines.add(reason.text, after: "    - ")
      }
    }
    return lines
  }

  /// The one code that a reason is about; a family's reasons stand with its base.
  private func subject(of reason: Reason) -> ProcedureCode? {
    guard let first = reason.codes.min() else { return nil }
    let family = [first, logbook.catalog.addOn(of: first)?.code]
    return reason.codes.allSatisfy(family.contains) ? first : nil
  }

  private func claimLines(of charge: Charge) -> [NoteLine] {
    let claimed = bill.lines.filter { $0.code == charge.code }
    guard !claimed.isEmpty else {
      let minutes = counted(charge.minutes, "minute")
      return [NoteLine("  \(charge.code): no line, \(minutes) and 0 units")]
    }
    return claimed.map { line in
      let code = ([line.code.description] + line.modifiers).joined(separator: " ")
      let further = line.furtherModifiers ?? []
      let box = further.isEmpty ? "" : "; in box 19: \(further.joined(separator: " "))"
      return NoteLine(
        "  \(code): \(counted(line.units, "unit")), \(counted(line.minutes, "minute"))\(box)")
    }
  }

  /// Each finding with its rule and source; a dismissed one with who let it stand, when, and why.
  var findings: [NoteLine] {
    var lines: [NoteLine] = []
    let margin = String(repeating: " ", count: 11)
    for finding in bill.findings {
      lines += text.lines(of: finding)
      guard finding.dismissal != nil, let entry = dismissal(of: finding) else { continue }
      lines.add(
        "by \(entry.author), \(entry.moment.wallTime.iso8601), entry \(entry.id.rawValue)",
        after: margin)
    }
    return lines
  }

  /// The entry that let a finding stand: the last that was not undone.
  private func dismissal(of finding: Finding) -> Entry? {
    sessions.flatMap { session in
      session.entries.filter { entry in
        guard case .dismissed(let fact, _) = entry.kind else { return false }
        return fact == finding.fact && !session.undone.contains(entry.id)
      }
    }.max { $0.id < $1.id }
  }

  /// Every entry of a session, the undone ones marked.
  func entries(of session: Session) -> [NoteLine] {
    let corrections = Corrections(session: session)
    var lines: [NoteLine] = []
    for entry in session.entries {
      let number = "\(entry.id.rawValue)".aligned(right: 6)
      let undone = session.undone.contains(entry.id) ? " (undone)" : ""
      lines.add(
        "\(entry.author): \(corrections.words(for: entry))\(undone)",
        after: "\(number)  \(entry.moment.wallTime.iso8601)  ")
    }
    return lines
  }
}
