import Billing
import Screen
import SessionLog

/// Where the parts of the form stand.
private struct FormLayout {
  let column: Int
  let columns: Int
  /// Rows from one field to the next; 2 leave a line for what a field wants.
  let spacing: Int
  /// The first field shown: all, where there is room.
  let first: Int
  let top: Int
  /// What is left below the fields.
  let about: Rectangle

  /// Rows for what is known of the payer.
  private static let aboutRows = 4

  init(_ form: VisitForm, in area: Rectangle) {
    let count = VisitForm.Field.allCases.count
    columns = min(64, area.size.columns - 4)
    column = (area.size.columns - columns) / 2
    spacing = area.size.rows >= 2 * count + Self.aboutRows ? 2 : 1
    // The last row is for what a field wants.
    let shown = min(count, max(1, area.size.rows - 1))
    first = max(0, min(form.field.rawValue, count - 1) - shown + 1)
    let rows = (count - 1) * spacing + 1
    let spare = max(0, area.size.rows - rows - Self.aboutRows - 1)
    top = area.origin.row + spare / 3
    let below = top + rows + 1
    about = Rectangle(
      column: column, row: below, columns: columns, rows: area.rows.upperBound - 1 - below)
  }

  func row(of field: VisitForm.Field) -> Int { top + (field.rawValue - first) * spacing }
}

extension Canvas {
  /// The form for a new session, in the middle of its area; the focused field is always seen.
  mutating func drawForm(_ form: VisitForm, of state: State, in area: Rectangle) {
    let layout = FormLayout(form, in: area)
    let column = layout.column
    for field in VisitForm.Field.allCases {
      let row = layout.row(of: field)
      guard (layout.top..<area.rows.upperBound).contains(row) else { continue }
      if field == .begin {
        drawButton(isFocused: form.field == .begin, column: column + 13, row: row)
      } else {
        drawField(field, of: form, state: state, column: column, row: row, columns: layout.columns)
      }
      // Below the field where there is a line; otherwise in the line of the last word.
      let message = message(for: field, of: form)
      if layout.spacing > 1, let message {
        write(message, column: column + 13, row: row + 1)
      } else if let message, form.field == field {
        write(message, column: 1, row: area.rows.upperBound)
      }
    }
    write(about(form, of: state, columns: layout.columns), in: layout.about)
  }

  /// What is known of the payer that is looked at, and what two payers come to.
  private func about(_ form: VisitForm, of state: State, columns: Int) -> [Line] {
    let secondary = state.setup.payer(form.secondaryPayer)
    let looked = form.field == .secondaryPayer ? secondary : nil
    let policy =
      secondary == nil && form.field != .secondaryPayer
      ? [] : ["Units by the payer's rule; the secondary gets the same lines."]
    let evidence = (looked ?? state.setup.payer(form.payer))?.evidenceInWords ?? []
    return (evidence + policy).flatMap { $0.wrapped(to: columns) }.map { Line($0, .quiet) }
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
    let place = column + 13
    let room = max(8, min(44, columns - 13))
    switch field {
    case .client:
      drawInput(form.client, column: place, row: row, columns: room, isFocused: isFocused)
    case .clinician:
      drawInput(form.clinician, column: place, row: row, columns: room, isFocused: isFocused)
    case .date:
      drawInput(form.date, column: place, row: row, columns: min(12, room), isFocused: isFocused)
    case .discipline:
      drawOptions(
        Discipline.allCases, chosen: form.discipline, column: place, row: row, isFocused: isFocused)
    case .role:
      drawOptions(
        VisitForm.roles, chosen: form.role, column: place, row: row, isFocused: isFocused)
    case .payer:
      drawChoice(
        state.setup.payer(form.payer)?.nameAndRule ?? "none", column: place, row: row,
        isFocused: isFocused)
    case .secondaryPayer:
      drawChoice(
        state.setup.payer(form.secondaryPayer)?.nameAndRule ?? "none", column: place, row: row,
        isFocused: isFocused)
    case .begin: break
    }
  }

  /// All choices in a line, the chosen one in brackets.
  mutating func drawOptions<Choice: RawRepresentable<String> & Equatable>(
    _ all: [Choice], chosen: Choice, column: Int, row: Int, isFocused: Bool,
    ground: Ground = .screen
  ) {
    let texts = all.map { $0 == chosen ? "[\($0.rawValue)]" : " \($0.rawValue) " }
    drawChoice(
      texts.joined(separator: " "), column: column, row: row, isFocused: isFocused, ground: ground)
  }

  mutating func drawChoice(
    _ text: String, column: Int, row: Int, isFocused: Bool, ground: Ground = .screen
  ) {
    let arrows = isFocused ? ("‹ ", " ›") : ("  ", "  ")
    write(
      Line([Line(arrows.0, .key), Line(text, isFocused ? .field : .text), Line(arrows.1, .key)]),
      column: column - 2, row: row, ground: isFocused ? .input : ground)
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
      case .discipline, .payer, .secondaryPayer, .role, .begin: nil
      }
    if let refusal { return (refusal, .stop) }
    return switch field {
    case .client: ("initials or a client code; no full names are needed", .quiet)
    case .clinician: ("whose hands do the work", .quiet)
    case .date: ("the date of service", .quiet)
    case .discipline: ("← → choose", .quiet)
    case .role: ("what the clinician is", .quiet)
    case .payer: (hint(for: form.payer, "← → choose, or type its name"), .quiet)
    case .secondaryPayer: (hint(for: form.secondaryPayer, "who pays what the payer leaves"), .quiet)
    case .begin: nil
    }
  }

  private func hint(for choice: PayerChoice, _ hint: String) -> String {
    choice.typed.isEmpty ? hint : "found by “\(choice.typed)”; ← → choose"
  }

  /// Draws a field that is typed into; the cursor stands in it when it has the focus.
  mutating func drawInput(
    _ field: TextField, column: Int, row: Int, columns: Int, isFocused: Bool,
    ground: Ground = .screen
  ) {
    let ground = isFocused ? Ground.input : ground
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
    case .secondaryPayer: "Secondary"
    case .clinician: "Clinician"
    case .role: "Role"
    case .date: "Date"
    case .begin: ""
    }
  }
}

extension Payer {
  /// Its name and its rule, as the header has them.
  var nameAndRule: String { [name, rule.name].compactMap(\.self).joined(separator: " · ") }

  /// What speaks for its terms, how well it is known and since when; nothing where nothing is known.
  fileprivate var evidenceInWords: [String] {
    guard let evidence = terms?.evidence else { return [] }
    return [
      "\(name ?? "The payer"): \(evidence.text)",
      "\(evidence.confidence.howKnown): \(evidence.source), \(evidence.date).",
    ]
  }
}

extension Procedure.Confidence {
  /// How well something is known, as a sentence begins.
  var howKnown: String {
    switch self {
    case .seen: "Read"
    case .partlySeen: "Partly read"
    case .general: "General knowledge, read nowhere"
    }
  }
}
