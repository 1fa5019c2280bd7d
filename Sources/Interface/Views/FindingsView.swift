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

extension Finding {
  /// Its mark: quiet, and with its word, where a person let it stand.
  fileprivate var mark: Line {
    isDismissed ? Line((severity == .stop ? "STOP" : "!").padded(to: 4), .quiet) : severity.mark
  }

  /// Where the rule stands, and of which day.
  fileprivate var sourceAndDate: String { "\(source), \(sourceDate)" }

  /// What is wrong, in a line of the session screen.
  fileprivate var line: Line {
    isDismissed
      ? Line([mark, " ", Line("dismissed: \(message)", .quiet)])
      : Line([mark, " ", Line(message)])
  }

  /// The same with its source below it, where it wants something of the person that no pane tells.
  fileprivate var longLines: [Line] {
    guard isOpen, id != .documentation else { return [line] }
    return [line, Line("     " + sourceAndDate, .quiet)]
  }
}

extension [Finding] {
  /// The findings as the session screen tells them, the gravest first; of notes that leave fields
  /// open one line, for each pane tells its own.
  func lines(withSources: Bool) -> [Line] {
    let notes = filter { $0.isOpen && $0.id == .documentation }
    return byWeight.flatMap { finding -> [Line] in
      guard notes.count > 1, finding.isOpen, finding.id == .documentation else {
        return withSources ? finding.longLines : [finding.line]
      }
      let codes = notes.flatMap(\.codes).map(\.description).joined(separator: ", ")
      return finding == notes.first
        ? [Line([finding.mark, " ", Line("The notes of \(codes) leave fields open.")])] : []
    }
  }
}

extension Canvas {
  /// The findings, the gravest first, a line each, and with their sources where there is room.
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
    let long = findings.lines(withSources: true)
    let lines = long.count <= room ? long : findings.lines(withSources: false)
    // Where one line is all there is, the gravest has it.
    let shown = lines.count > room ? max(1, room - 1) : lines.count
    for (index, line) in lines.prefix(shown).enumerated() {
      write(line, column: 2, row: row + 1 + index, width: size.columns - 3)
    }
    if shown < lines.count, shown < room {
      write(
        Line("\(lines.count - shown) more: ", .quiet) + Line("w", .key), column: 2,
        row: row + 1 + shown)
    }
  }
}
