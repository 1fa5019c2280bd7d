import Billing
import Screen
import SessionLog

extension TimeRefusal {
  /// An error, or only a question.
  var role: Role { isQuestion ? .caution : .stop }
}

extension State {
  /// What changes, a line for each code and one for the day, in columns: minutes, then units.
  func lines(of changes: [Change], columns: Int) -> [Line] {
    let clients = changes.count > 1 ? (changes.map { width(of: $0.client) }.max() ?? 0) + 1 : 0
    return changes.flatMap { change -> [Line] in
      let client = Line(change.client.padded(to: clients), .strong)
      let none = Line("".padded(to: clients))
      let steps = change.steps.enumerated().map { index, step in
        (index == 0 ? client : none) + line(of: step, columns: columns - clients)
      }
      let head = steps.isEmpty ? client : none
      return steps + [head + line(ofDay: change, columns: columns - clients)]
    }
  }

  private func line(of step: Change.Step, columns: Int) -> Line {
    let units =
      step.areUnbilled
      ? Line("unbilled", .quiet)
      : counts(
        step.unitsBefore, step.unitsAfter, Self.units(step.unitsAfter, columns))
    return row(
      Line("\(step.code)", .strong), label(of: step.code),
      counts(step.before, step.after, "min"), units, columns: columns)
  }

  /// The word for units, which is cut where columns are few.
  private static func units(_ count: Int, _ columns: Int) -> String {
    columns < 50 ? "u" : count == 1 ? "unit " : "units"
  }

  private func line(ofDay change: Change, columns: Int) -> Line {
    row(
      Line("day  ", .quiet), "", Line(),
      counts(
        change.unitsBefore, change.unitsAfter, Self.units(change.unitsAfter, columns)),
      columns: columns)
  }

  /// The parts in their columns; the label has what the numbers leave.
  private func row(
    _ code: Line, _ label: String, _ minutes: Line, _ units: Line, columns: Int
  ) -> Line {
    let numbers = 17
    let room = min(34, columns - code.columns - 1 - 2 * numbers)
    let words = room > 3 ? " " + label.padded(to: room) : ""
    return code + Line(words, .quiet) + minutes.padded(to: numbers, alignedRight: true)
      + units.padded(to: numbers - 3, alignedRight: true)
  }

  /// `24 → 16 min`; the number alone where it stays.
  private func counts(_ before: Int, _ after: Int, _ unit: String) -> Line {
    before == after
      ? Line("\(after) \(unit)", .quiet)
      : Line("\(before) → ", .quiet) + Line("\(after) \(unit)", .strong)
  }
}

extension Line {
  fileprivate func padded(to columns: Int, alignedRight: Bool) -> Line {
    Line("".padded(to: max(0, columns - self.columns))) + self
  }
}

/// Lines for so many rows: where they do not fit, those without words go first.
func fitted(_ lines: [Line], to rows: Int) -> [Line] {
  guard lines.count > rows else { return lines }
  var spare = lines.count - rows
  return lines.filter { line in
    guard spare > 0, line.columns == 0 else { return true }
    spare -= 1
    return false
  }
}
