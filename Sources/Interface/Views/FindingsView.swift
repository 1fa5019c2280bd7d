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

  /// In a line of the session screen.
  var line: Line {
    isDismissed
      ? Line([mark, " ", Line("dismissed: \(message)", .quiet)])
      : Line([mark, " ", Line(message)])
  }

  /// What is wrong, what to do, and where the rule stands and of which day.
  ///
  /// What wants nothing of the person is only told. With fewer rows what to do goes first, then the
  /// source.
  fileprivate func lines(columns: Int, rows: Int) -> [Line] {
    guard !isDismissed else { return [line] }
    let head = mark + " "
    let room = columns - head.columns
    let kept = isOpen && rows > 1 ? 1 : 0
    let wrong = message.wrapped(to: room, rows: rows - kept)
    let advice = isOpen ? remedy.wrapped(to: room, rows: rows - kept - wrong.count) : []
    let rest = rows - wrong.count - advice.count
    let evidence = isOpen ? "\(source), \(sourceDate)".wrapped(to: room, rows: rest) : []
    let lines = (wrong + advice).map { Line($0) } + evidence.map { Line($0, .quiet) }
    let margin = Line("".padded(to: head.columns))
    return lines.enumerated().map { index, line in (index == 0 ? head : margin) + line }
  }
}

/// What the session screen tells of a bill: the findings, the gravest first, and which notes can be
/// written now.
struct ScreenFindings: Hashable {
  /// A note that leaves questions open.
  struct Note: Hashable {
    var code: ProcedureCode
    var open: Int
  }

  var findings: [Finding]
  /// The open notes of codes that were given and whose clocks stand: while a clock runs, its pane
  /// tells it.
  var notes: [Note]
  /// The key that opens the findings, and the one for the notes.
  let key, noteKey: String

  init(_ bill: Bill, of day: TreatmentDay, keymap: Keymap) {
    key = keymap.label(of: .findings, in: .session)
    noteKey = keymap.label(of: .note, in: .session)
    findings = bill.findings.byWeight.filter { !$0.isOpenNote }.map(keymap.shown)
    let given = day.services.filter { service in
      !service.isRunning && (service.minutes > 0 || service.typedUnits ?? 0 > 0)
    }
    let open = bill.openQuestions
    notes = given.compactMap { service in
      open[service.code].map { Note(code: service.code, open: $0) }
    }
  }

  /// The notes are one line, and one finding.
  var count: Int { findings.count + (notes.isEmpty ? 0 : 1) }

  var gravest: Finding.Severity? {
    (findings.map(\.severity) + (notes.isEmpty ? [] : [.caution])).max()
  }

  /// A line each; what is left of the rows goes to the gravest, in whole.
  func lines(columns: Int, rows: Int) -> [Line] {
    let codes = notes.map { "\($0.code) \($0.open)" }.joined(separator: ", ")
    let note =
      notes.isEmpty ? [] : [Line("     note open: \(codes) · ", .quiet) + Line(noteKey, .key)]
    let others = findings.dropFirst().map(\.line) + note
    let first = findings.first?.lines(columns: columns, rows: max(1, rows - others.count)) ?? []
    return first + others
  }
}

extension Finding {
  fileprivate var isOpenNote: Bool { isOpen && id == .documentation }
}

extension Bill {
  /// How many questions the day's notes leave open, by code, as its findings have them.
  var openQuestions: [ProcedureCode: Int] {
    findings.filter(\.isOpenNote).reduce(into: [:]) { open, finding in
      let questions = finding.fact.detail.split(separator: " ").count
      for code in finding.codes { open[code] = questions }
    }
  }
}

extension Canvas {
  /// The columns of a finding on a screen.
  static func findingColumns(of columns: Int) -> Int { columns - 3 }

  /// The findings, the gravest first.
  mutating func drawFindings(_ findings: ScreenFindings, in area: Rectangle) {
    guard area.size.rows > 0 else { return }
    let row = area.origin.row
    fill(
      Rectangle(column: 0, row: row, columns: size.columns, rows: 1), with: "─", role: .frame)
    write(Line(" Findings ", .quiet) + Line("\(findings.key) ", .key), column: 1, row: row)
    guard findings.count > 0 else {
      if area.size.rows > 1 { write(Line("none", .quiet), column: 2, row: row + 1) }
      return
    }
    let room = area.size.rows - 1
    let columns = Self.findingColumns(of: size.columns)
    let lines = findings.lines(columns: columns, rows: room)
    // Where one line is all there is, the gravest has it.
    let shown = lines.count > room ? max(1, room - 1) : lines.count
    for (index, line) in lines.prefix(shown).enumerated() {
      write(line, column: 2, row: row + 1 + index, width: columns)
    }
    if shown < lines.count, shown < room {
      write(
        Line("\(lines.count - shown) more: ", .quiet) + Line(findings.key, .key), column: 2,
        row: row + 1 + shown)
    }
  }
}
