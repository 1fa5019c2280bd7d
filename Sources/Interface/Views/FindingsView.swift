import Billing
import Screen
import SessionLog

extension Finding.Severity {
  /// The severity in as few columns as it needs.
  var word: Line {
    switch self {
    case .info: Line("i", .info)
    case .caution: Line("!", .caution)
    case .stop: Line("STOP", .stop)
    }
  }

  /// The mark of a severity: a sign and a word, never colour alone.
  var mark: Line {
    word.padded(to: 4)
  }
}

extension Canvas {
  /// The findings, the gravest first, a line each.
  mutating func drawFindings(_ findings: [Finding], in area: Rectangle) {
    guard area.size.rows > 0 else { return }
    let row = area.origin.row
    fill(
      Rectangle(column: 0, row: row, columns: size.columns, rows: 1), with: "─", role: .frame)
    write(Line(" Findings ", .quiet) + Line("w ", .key), column: 1, row: row)
    guard !findings.isEmpty else {
      if area.size.rows > 1 { write(Line("none", .quiet), column: 2, row: row + 1) }
      return
    }
    let room = area.size.rows - 1
    let shown = findings.count > room ? max(0, room - 1) : room
    for (index, finding) in findings.byWeight.prefix(shown).enumerated() {
      write(
        Line([finding.severity.mark, " ", Line(finding.message)]), column: 2,
        row: row + 1 + index, width: size.columns - 3)
    }
    if shown < findings.count, room > 0 {
      write(
        Line("\(findings.count - shown) more: ", .quiet) + Line("w", .key), column: 2,
        row: row + 1 + shown)
    }
  }
}

extension [Finding] {
  /// The gravest first; of equal weight in the order of the bill.
  var byWeight: [Finding] {
    enumerated().sorted { left, right in
      left.element.severity == right.element.severity
        ? left.offset < right.offset : left.element.severity > right.element.severity
    }.map(\.element)
  }
}
