import Billing
import Screen
import SessionLog

extension Canvas {
  /// The note fields of a code, a row each; below them what is wrong with the one that has the
  /// focus, or where its question stands.
  mutating func drawNote(_ form: NoteForm, of state: State, in area: Rectangle) {
    let label = state.logbook.catalog[form.code]?.label ?? ""
    let inside = box(
      "Note of \(form.code) \(label)", rows: form.fields.count + 2, columns: 110, in: area)
    let room = max(1, inside.size.rows - 2)
    let first = max(0, min(form.focus - room / 2, form.fields.count - room))
    let labels = min(
      28, inside.size.columns / 2, form.questions.map { width(of: $0.text) }.max() ?? 0)
    for (offset, index) in form.fields.indices.dropFirst(first).prefix(room).enumerated() {
      let isFocused = index == form.focus
      let row = inside.origin.row + offset
      write(
        Line(form.questions[index].text.padded(to: labels), isFocused ? .strong : .quiet),
        column: inside.origin.column, row: row)
      drawInput(
        form.fields[index], column: inside.origin.column + labels + 2, row: row,
        columns: inside.size.columns - labels - 2, isFocused: isFocused)
    }
    drawExtent(first: first, of: form.fields.count, in: inside.first(room))
    write([word(about: form)], in: inside.below(min(room, form.fields.count) + 1))
  }

  private func word(about form: NoteForm) -> Line {
    if let objection = form.objection(to: form.focus) { return Line(objection, .stop) }
    let source = form.questions[form.focus].source
    return Line("asked by: \(source.text), \(source.date)", .quiet)
  }
}
