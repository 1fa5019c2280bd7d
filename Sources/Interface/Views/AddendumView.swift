import Screen
import SessionLog

extension Canvas {
  /// What is added, why and by whom; the text that was signed stays.
  mutating func drawAddendum(
    _ form: AddendumForm, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.logbook.sessions[form.session] else { return }
    let columns = min(84, area.size.columns) - 4
    let promise = area.size.rows < 12 ? [] : promise(about: session).wrapped(to: columns)
    let labels = 10
    let needed = max(4, form.text.rows(columns: columns - labels).count)
    let inside = box(
      "Addendum to the visit of \(session.visit.client), \(Wording.day(session.visit.date))",
      rows: promise.count + (promise.isEmpty ? 0 : 1) + needed + 4, columns: 84, in: area)
    write(promise.map { Line($0, .quiet) }, in: inside)
    var rest = inside.below(promise.isEmpty ? 0 : promise.count + 1)
    // Two fields of a line, and a line for what is wanted.
    let rows = max(1, rest.size.rows - (rest.size.rows > 5 ? 4 : 3))
    draw(.text, of: form, labels: labels, rows: rows, in: rest)
    rest = rest.below(rows)
    for field in [AddendumForm.Field.reason, .author] {
      draw(field, of: form, labels: labels, rows: 1, in: rest)
      rest = rest.below(1)
    }
    write(
      word(about: form), column: inside.origin.column, row: inside.rows.upperBound - 1,
      width: inside.size.columns)
  }

  private func promise(about session: Session) -> String {
    "What \(session.signature?.name ?? "") signed stays word for word; this stands below it, with"
      + " name, time and reason."
  }

  private mutating func draw(
    _ field: AddendumForm.Field, of form: AddendumForm, labels: Int, rows: Int, in area: Rectangle
  ) {
    let isFocused = form.focus == field
    let place = Rectangle(
      column: area.origin.column + labels, row: area.origin.row,
      columns: area.size.columns - labels, rows: rows)
    write(
      Line(field.label, isFocused ? .strong : .quiet), column: area.origin.column,
      row: area.origin.row)
    if isFocused {
      drawText(form[field], in: place)
    } else {
      drawResting(form[field], in: place)
    }
  }

  /// A field without the focus: dots where nothing is, as in every form.
  private mutating func drawResting(_ field: TextField, in area: Rectangle) {
    fill(area, with: "·", role: .quiet, ground: .overlay)
    let characters = Array(field.text)
    for (row, range) in field.rows(columns: area.size.columns).prefix(area.size.rows).enumerated() {
      write(
        String(characters[range]),
        at: Point(column: area.origin.column, row: area.origin.row + row),
        width: area.size.columns, role: .field, ground: .overlay)
    }
  }

  private func word(about form: AddendumForm) -> Line {
    if form.missing == form.focus { return Line(form.focus.want, .stop) }
    if let refusal = form.field.refusal { return Line(refusal.sentence, .stop) }
    return Line(form.focus.hint, .quiet)
  }

  /// Who signed, and the name of who stands for it.
  mutating func drawCoSignature(
    _ field: TextField, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.session, let signature = session.signature else { return }
    drawQuestion(
      "Co-sign",
      [
        Line("\(signature.name) signed the visit of \(session.visit.client)."),
        Line("You stand for it as the therapist. Your name:", .quiet),
      ], field: field, in: area)
  }
}
