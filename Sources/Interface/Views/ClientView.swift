import Billing
import Screen
import SessionLog

/// Where the parts of the form stand: a row for each field or pair of fields.
private struct ClientLayout {
  struct Row {
    let label: String
    let fields: [ClientForm.Field]
    /// Whether a blank line stands above it, where there is room.
    var beginsGroup = false
  }

  static let rows = [
    Row(label: "Client", fields: [.client]), Row(label: "Discipline", fields: [.discipline]),
    Row(label: "Payer", fields: [.payer]), Row(label: "Secondary", fields: [.secondaryPayer]),
    Row(label: "Diagnoses", fields: [.diagnoses]),
    Row(label: "Plan of care", fields: [.planStart, .planEnd], beginsGroup: true),
    Row(label: "Last report", fields: [.progressReport]),
    Row(label: "Authorized", fields: [.authorization], beginsGroup: true),
    Row(label: "valid", fields: [.authorizationStart, .authorizationEnd]),
    Row(label: "allows", fields: [.visits, .units]),
  ]

  let column: Int
  let columns: Int
  let top: Int
  /// The first row that is shown: where not all fit, the focused one is seen.
  private let first: Int
  private let shown: Int
  private let hasGroups: Bool
  /// Where the word about the focused field stands, in two lines where there is room.
  let word: Rectangle
  /// What is left below.
  let below: Rectangle

  init(_ form: ClientForm, in area: Rectangle) {
    columns = min(98, area.size.columns - 2)
    column = (area.size.columns - columns) / 2
    let count = Self.rows.count
    hasGroups = area.size.rows > count + 4
    let isRoomy = area.size.rows > count + 10
    top = area.origin.row + (isRoomy ? 1 + (area.size.rows - count - 10) / 6 : 0)
    shown = min(count, max(1, area.size.rows - 1))
    let focused = Self.rows.firstIndex { $0.fields.contains(form.focus) } ?? 0
    first = max(0, focused - shown + 1)
    let rows = hasGroups ? count + 2 : shown
    let wordRow = min(area.rows.upperBound - 1, top + rows + (hasGroups ? 1 : 0))
    let rowsBelow = area.rows.upperBound - wordRow
    word = Rectangle(
      column: column + 2, row: wordRow, columns: columns - 4, rows: rowsBelow < 4 ? 1 : 2)
    below = Rectangle(
      column: column + 2, row: wordRow + 3, columns: columns - 4, rows: rowsBelow - 3)
  }

  /// Columns of the labels.
  static let labels = 12
  /// Where the fields begin.
  var fieldColumn: Int { column + Self.labels + 3 }
  /// Columns of a field that has the row for itself.
  var fieldColumns: Int { max(8, min(28, columns - Self.labels - 3)) }
  static let dayColumns = 11
  /// Columns between two fields of a row.
  var gap: Int { columns < 60 ? 2 : 6 }
  /// Where the words beside the fields begin; none where there is no room.
  var wordColumn: Int? { columns < 70 ? nil : fieldColumn + fieldColumns + 2 }

  /// The rows that are shown, with their places.
  var placed: [(row: Row, place: Int)] {
    var place = top
    return Self.rows.enumerated().dropFirst(first).prefix(shown).map { _, row in
      if hasGroups, row.beginsGroup { place += 1 }
      place += 1
      return (row, place - 1)
    }
  }
}

extension Canvas {
  /// The record as a form; beside the fields what is counted, below them what is due by it.
  mutating func drawClient(
    _ form: ClientForm, of state: State, in area: Rectangle, at now: Moment
  ) {
    let layout = ClientLayout(form, in: area)
    let reading = ClientReading(form, on: now.localDay)
    let counts = ClientCounts(of: form, reading, in: state, on: now.localDay)
    for (row, place) in layout.placed {
      let isFocused = row.fields.contains(form.focus)
      write(
        Line(row.label.leftPadded(to: ClientLayout.labels), isFocused ? .strong : .quiet),
        column: layout.column, row: place)
      drawFields(of: row, form, state, layout: layout, row: place)
      guard let column = layout.wordColumn else { continue }
      let error = row.fields.lazy.filter { form.shows(errorOf: $0) }
        .compactMap { reading.errors[$0] }.first
      let word = error.map { Line($0, .stop) } ?? counts.words(beside: row.fields)
      write(
        word, column: column, row: place,
        width: layout.column + layout.columns - column)
    }
    let word = word(about: form, reading, completing: state.completion(for: form))
    let lines = word.text.wrapped(to: layout.word.size.columns, rows: layout.word.size.rows)
    write(lines.map { Line($0, word.role) }, in: layout.word)
    drawDues(of: reading.record, in: state, area: layout.below, on: now.localDay)
  }

  // MARK: Fields

  private mutating func drawFields(
    of row: ClientLayout.Row, _ form: ClientForm, _ state: State, layout: ClientLayout,
    row place: Int
  ) {
    for (index, field) in row.fields.enumerated() {
      let column = layout.fieldColumn + index * (ClientLayout.dayColumns + layout.gap)
      draw(field, of: form, state, column: column, row: place, layout: layout)
      if field.isAmount {
        write(Line(field.rawValue, .quiet), column: column + 6, row: place)
      } else if index > 0, layout.gap > 3 {
        write(Line("to", .quiet), column: column - (layout.gap + 2) / 2, row: place)
      }
    }
  }

  private mutating func draw(
    _ field: ClientForm.Field, of form: ClientForm, _ state: State, column: Int, row: Int,
    layout: ClientLayout
  ) {
    let isFocused = form.focus == field
    switch field {
    case .discipline:
      drawOptions(
        Discipline.allCases, chosen: form.discipline, column: column, row: row,
        isFocused: isFocused)
    case .payer:
      drawChoice(
        form.name(of: form.payer) ?? "none", column: column, row: row, isFocused: isFocused)
    case .secondaryPayer:
      drawChoice(
        form.name(of: form.secondaryPayer) ?? "none", column: column, row: row,
        isFocused: isFocused)
    default:
      guard let text = form[field] else { return }
      let isDay = ClientForm.Field.days.contains(field)
      let columns =
        isDay ? ClientLayout.dayColumns : field.isAmount ? 5 : layout.fieldColumns
      drawInput(text, column: column, row: row, columns: columns, isFocused: isFocused)
      if isFocused, let rest = state.completion(for: form), let cursor {
        write(
          Line(rest, .quiet), column: cursor.column, row: row,
          width: column + columns - cursor.column,
          ground: .input)
      }
    }
  }

  /// What is wrong with the focused field, how its day is read, or what it takes.
  private func word(
    about form: ClientForm, _ reading: ClientReading, completing rest: String?
  ) -> (text: String, role: Role) {
    let field = form.focus
    if let refusal = form[field]?.refusal { return (refusal.sentence, .stop) }
    if form.isSent, let error = reading.errors[field] { return (error, .stop) }
    if let day = reading.days[field] { return (day.inWords, .strong) }
    if rest != nil { return ("→ takes the code that was used before", .quiet) }
    return (field.hint, .quiet)
  }

  /// What the record, as it stands in the form, makes due.
  private mutating func drawDues(
    of record: ClientRecord?, in state: State, area: Rectangle, on today: ServiceDate
  ) {
    guard let record, area.size.rows > 1 else { return }
    let dues = dues(of: record, visits: state.visitsSoFar(of: record.key), on: today)
    let lines = dues.flatMap { due in
      due.message.wrapped(to: area.size.columns - 2).enumerated().map { index, words in
        Line(index == 0 ? due.sign + " " : "  ", due.role) + Line(words)
      }
    }
    write(
      [Line("Due", .strong)] + (lines.isEmpty ? [Line("nothing now", .quiet)] : lines), in: area)
  }
}

extension ClientForm {
  /// Whether what is wrong with a field is told beside it; of the focused one it is told below.
  fileprivate func shows(errorOf field: Field) -> Bool { field != focus }
}

extension ClientForm.Field {
  fileprivate var isAmount: Bool { self == .visits || self == .units }

  fileprivate var hint: String {
    switch self {
    case .client: "initials or a client code; no full names are needed"
    case .discipline: "← → choose; each discipline has a record of its own"
    case .payer: "← → choose, or type its name"
    case .secondaryPayer: "who pays what the payer leaves"
    case .diagnoses: "ICD-10-CM, the treatment diagnosis first: M54.50, M25.561"
    case .planStart: "the first day of the certification: 2026-11-29, 11/29, today"
    case .planEnd: "the last day of the certification: 2026-11-29, 11/29"
    case .progressReport: "the day of the last progress report, or of the evaluation"
    case .authorization: "the payer's number; may be empty"
    case .authorizationStart: "the first day that the payer authorized: 2026-11-29, 11/29"
    case .authorizationEnd: "the last day that the payer authorized: 2026-11-29, 11/29"
    case .visits: "how many visits; empty where they are not limited"
    case .units: "how many billing units; empty where they are not limited"
    }
  }
}

extension Due {
  var sign: String { urgency == .soon ? "i" : "!" }
  var role: Role { urgency == .soon ? .info : .caution }
}
