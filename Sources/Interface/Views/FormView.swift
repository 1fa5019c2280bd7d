import Billing
import Screen
import SessionLog

extension Canvas {
  /// The form for a new session, in the middle of its area.
  mutating func drawForm(_ form: VisitForm, of state: State, in area: Rectangle) {
    let columns = min(64, area.size.columns - 4)
    let column = (area.size.columns - columns) / 2
    let spacing = area.size.rows >= 15 ? 2 : 1
    let top = area.origin.row + max(0, (area.size.rows - 6 * spacing - 2) / 3)
    for field in VisitForm.Field.allCases {
      let row = top + field.rawValue * spacing
      if field == .begin {
        drawButton(isFocused: form.field == .begin, column: column + 12, row: row)
      } else {
        drawField(field, of: form, state: state, column: column, row: row, columns: columns)
      }
      // Below the field where there is a line; otherwise in the line of the last word.
      let message = message(for: field, of: form)
      if spacing > 1, let message {
        write(message, column: column + 12, row: row + 1)
      } else if let message, form.field == field {
        write(message, column: 1, row: area.rows.upperBound)
      }
    }
  }

  /// What is wrong with a field, or what it wants when it has the focus.
  private func message(for field: VisitForm.Field, of form: VisitForm) -> Line? {
    if let error = form.errors[field] { return Line(error, .stop) }
    guard form.field == field, let hint = hint(for: field, of: form) else { return nil }
    return Line(hint.text, hint.role)
  }

  private mutating func drawField(
    _ field: VisitForm.Field, of form: VisitForm, state: State, column: Int, row: Int, columns: Int
  ) {
    let isFocused = form.field == field
    write(
      Line(field.label.leftPadded(to: 10), isFocused ? .strong : .quiet), column: column, row: row)
    let place = column + 12
    let room = max(8, min(44, columns - 12))
    switch field {
    case .client:
      drawInput(form.client, column: place, row: row, columns: room, isFocused: isFocused)
    case .clinician:
      drawInput(form.clinician, column: place, row: row, columns: room, isFocused: isFocused)
    case .date:
      drawInput(form.date, column: place, row: row, columns: min(12, room), isFocused: isFocused)
    case .discipline:
      let text = Discipline.allCases.map {
        $0 == form.discipline ? "[\($0.rawValue)]" : " \($0.rawValue) "
      }
      drawChoice(text.joined(separator: " "), column: place, row: row, isFocused: isFocused)
    case .payer:
      guard state.setup.payers.indices.contains(form.payer) else { return }
      let payer = state.setup.payers[form.payer]
      let name = [payer.name, payer.rule.name].compactMap(\.self).joined(separator: " · ")
      drawChoice(name, column: place, row: row, isFocused: isFocused)
    case .begin: break
    }
  }

  private mutating func drawChoice(_ text: String, column: Int, row: Int, isFocused: Bool) {
    let arrows = isFocused ? ("‹ ", " ›") : ("  ", "  ")
    write(
      Line([Line(arrows.0, .key), Line(text, isFocused ? .field : .text), Line(arrows.1, .key)]),
      column: column - 2, row: row, ground: isFocused ? .input : .screen)
  }

  private mutating func drawButton(isFocused: Bool, column: Int, row: Int) {
    write(
      Line(
        isFocused ? "▸ Begin the visit: Enter ◂" : "[ Begin the visit ]",
        isFocused ? .strong : .text),
      column: column, row: row, ground: isFocused ? .selection : .screen)
  }

  private func hint(
    for field: VisitForm.Field, of form: VisitForm
  ) -> (text: String, role: Role)? {
    let refusal: String? =
      switch field {
      case .client: form.client.refusal?.sentence
      case .clinician: form.clinician.refusal?.sentence
      case .date: form.date.refusal?.sentence
      case .discipline, .payer, .begin: nil
      }
    if let refusal { return (refusal, .stop) }
    return switch field {
    case .client: ("initials or a client code; no full names are needed", .quiet)
    case .clinician: ("whose hands do the work", .quiet)
    case .date: ("the date of service", .quiet)
    case .discipline, .payer: ("← → choose", .quiet)
    case .begin: nil
    }
  }

  /// Draws a field that is typed into; the cursor stands in it when it has the focus.
  mutating func drawInput(
    _ field: TextField, column: Int, row: Int, columns: Int, isFocused: Bool
  ) {
    let ground: Ground = isFocused ? .input : .screen
    fill(
      Rectangle(column: column, row: row, columns: columns, rows: 1), with: isFocused ? " " : "·",
      role: .quiet, ground: ground)
    // What stands before the cursor is always seen.
    var shown = field.text
    var before = String(shown.prefix(field.cursor))
    while width(of: before) >= columns {
      before.removeFirst()
      shown.removeFirst()
    }
    write(
      shown, at: Point(column: column, row: row), width: columns, role: .field, ground: ground)
    if isFocused { cursor = Point(column: column + width(of: before), row: row) }
  }
}

extension VisitForm.Field {
  fileprivate var label: String {
    switch self {
    case .client: "Client"
    case .discipline: "Discipline"
    case .payer: "Payer"
    case .clinician: "Clinician"
    case .date: "Date"
    case .begin: ""
    }
  }
}
