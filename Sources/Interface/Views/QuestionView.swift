import Screen
import SessionLog

/// A box that asks one thing: a few lines, and a field where the answer is typed.
struct QuestionBox {
  var title: String
  var lines: [Line]
  var field: TextField?
}

extension State {
  /// What a box asks that holds nothing but its question; nothing of any other box.
  func question(of overlay: Overlay, at now: Moment) -> QuestionBox? {
    switch overlay {
    case .pauseReason(let field):
      QuestionBox(
        title: "Paused",
        lines: [Line("Why, if it matters: " + Self.pauseReasons.joined(separator: ", "), .quiet)],
        field: field)
    case .signature(let field): signatureQuestion(field)
    case .stopBeforeSigning:
      QuestionBox(
        title: "A clock still runs or is paused",
        lines: [
          Line("Enter", .key) + " stops it and goes on to sign;  " + Line("Esc", .key)
            + " lets it run."
        ])
    case .leave: leaveQuestion(at: now)
    case .inUse(let holder): inUseQuestion(holder)
    default: nil
    }
  }

  private func signatureQuestion(_ field: TextField) -> QuestionBox {
    let corrects = session.flatMap(logbook.corrects).map {
      Line("This corrects the bill signed in session \($0.id.rawValue).", .caution)
    }
    return QuestionBox(
      title: "Sign",
      lines: [corrects].compactMap(\.self) + ["Once signed, nothing changes it. Your name:"],
      field: field)
  }

  private func leaveQuestion(at now: Moment) -> QuestionBox {
    let keys: [Line] = [
      "", Line("s", .key) + "   stop and leave", Line("r", .key) + "   let it run and leave",
      Line("Esc", .key) + " stay",
    ]
    return QuestionBox(
      title: "A clock runs or is paused",
      lines: clocksInWords(at: now).map { Line($0) } + keys)
  }

  private func inUseQuestion(_ holder: String) -> QuestionBox {
    let stale =
      setup.isCopy
      ? [
        Line("It is an older version: what it records now is not seen here.", .caution),
        Line("Leave and start anew to see more.", .caution),
      ] : []
    let looking =
      setup.isCopy ? "look only, at what is there now" : "look only: see what it records"
    let told = [Line("\(holder). It goes on; nothing is mixed.", .quiet)] + stale
    let keys: [Line] = [
      "", Line("l", .key) + Line("  \(looking)"), Line("q Esc", .key) + "  leave",
    ]
    return QuestionBox(title: "This journal is open in another unitclock", lines: told + keys)
  }
}

extension Canvas {
  mutating func drawQuestion(
    _ title: String, _ lines: [Line], field: TextField?, in area: Rectangle
  ) {
    drawQuestion(QuestionBox(title: title, lines: lines, field: field), in: area)
  }

  mutating func drawQuestion(_ question: QuestionBox, in area: Rectangle) {
    let lines = question.lines
    let rows = lines.count + (question.field == nil ? 0 : 2)
    let inside = box(question.title, rows: rows, in: area)
    write(lines, in: inside)
    guard let field = question.field, inside.size.rows > lines.count else { return }
    drawField(field, in: inside, row: inside.origin.row + lines.count)
  }
}
