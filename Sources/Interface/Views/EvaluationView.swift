import Billing
import Screen

extension Canvas {
  /// The components, then the level that they come to, and why.
  mutating func drawEvaluation(_ form: EvaluationForm, of state: State, in area: Rectangle) {
    let count = form.rows.count
    let width = min(78, area.size.columns) - 4
    let result = result(of: form, columns: width)
    let inside = box(
      "\(form.discipline.rawValue) evaluation: its level", rows: count + 1 + result.count,
      columns: 78, in: area)
    let labels = form.rows.map { Screen.width(of: $0.label) }.max() ?? 0
    let label = min(labels, max(12, inside.size.columns - 24))
    for (index, row) in form.rows.enumerated() where index < inside.size.rows {
      draw(
        row, label: label, isFocused: index == form.focus, in: inside,
        row: inside.origin.row + index)
    }
    write(result, in: inside.below(count + 1))
  }

  private mutating func draw(
    _ row: EvaluationForm.Row, label: Int, isFocused: Bool, in inside: Rectangle, row place: Int
  ) {
    let column = inside.origin.column
    write(
      Line(row.label.padded(to: label), isFocused ? .strong : .quiet), column: column, row: place)
    switch row.answer {
    case .number(let field):
      drawInput(
        field, column: column + label + 3, row: place, columns: 4, isFocused: isFocused,
        ground: .overlay)
    case .word(let words, let chosen):
      drawOptions(
        words, chosen: chosen, column: column + label + 3, row: place, isFocused: isFocused,
        ground: .overlay)
    }
  }

  /// The level with its code and its reasons, or what is still open.
  private func result(of form: EvaluationForm, columns: Int) -> [Line] {
    do throws(EvaluationForm.Gap) {
      let level = try form.level()
      let head = Line([
        Line("Enter: ", .quiet), Line("\(level.code) ", .strong),
        Line("\(level.level.rawValue) complexity", .strong),
        Line("   \(level.typicalMinutes) min, typical only", .quiet),
      ])
      let source = "\(level.source), \(level.sourceDate)"
      return [head]
        + level.because.flatMap { $0.wrapped(to: columns) }.map { Line($0) }
        + source.wrapped(to: columns).map { Line($0, .quiet) }
    } catch {
      let role: Role = error.sentence.hasPrefix("Error") ? .stop : .quiet
      return error.sentence.wrapped(to: columns).map { Line($0, role) }
        + [Line("The lowest level that every component supports counts.", .quiet)]
    }
  }
}

extension EvaluationForm {
  var keyBar: [(String, String)] {
    let isNumber = typedField != nil
    return [
      ("Enter", "add the code"), ("Esc", "back"), ("↑ ↓", "component"),
      (isNumber ? "0-99" : "← →", isNumber ? "" : "choose"),
    ]
  }
}
