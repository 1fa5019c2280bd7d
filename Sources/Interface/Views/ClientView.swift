import Billing
import Screen
import SessionLog

/// Where the parts of the form stand: a row for each field or pair of fields.
private struct ClientLayout {
  struct Row {
    let label: String
    /// What the label says without those above it.
    var name: String?
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
    Row(label: "valid", name: "Authorized", fields: [.authorizationStart, .authorizationEnd]),
    Row(label: "allows", name: "Authorized", fields: [.visits, .units]),
  ]

  let column: Int
  let columns: Int
  let top: Int
  /// The first row that is shown: where not all fit, the focused one is seen.
  private let first: Int
  private let shown: Int
  private let hasGroups: Bool
  /// What is left below the fields, for words.
  let below: Rectangle

  /// - Parameter words: how many rows the words below the fields want; on a small screen they take
  ///   them from the fields, up to half of all.
  init(_ form: ClientForm, in area: Rectangle, words: Int) {
    columns = Self.columns(in: area)
    column = (area.size.columns - columns) / 2
    let (count, room) = (Self.rows.count, area.size.rows)
    hasGroups = room > count + 4
    top = area.origin.row + (room > count + 10 ? 1 + (room - count - 10) / 6 : 0)
    shown = hasGroups ? count : min(count, max(1, room - min(words, room / 2)))
    let focused = Self.rows.firstIndex { $0.fields.contains(form.focus) } ?? 0
    first = max(0, focused - shown + 1)
    let end = top + shown + (hasGroups ? 3 : 0)
    below = Rectangle(
      column: column + 2, row: end, columns: columns - 4, rows: area.rows.upperBound - end)
  }

  static func columns(in area: Rectangle) -> Int { min(98, area.size.columns - 2) }

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

  /// How many columns they have.
  var wordColumns: Int { wordColumn.map { column + columns - $0 } ?? 0 }
  func fitsBeside(_ words: String) -> Bool { width(of: words) <= wordColumns }

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
    let reading = ClientReading(form, on: now.localDay)
    let word = word(about: form, reading, completing: state.completion(for: form))
      .wrapped(to: ClientLayout.columns(in: area) - 4)
    let told = reading.record.map { DuesTold(of: $0, in: state, on: now.localDay) }
    let layout = ClientLayout(
      form, in: area, words: word.count + (told?.dues.isEmpty ?? true ? 0 : 1))
    // Two rows at least, so that what follows keeps its place while the focus moves.
    let rest = layout.below.below(layout.below.size.rows > 4 ? max(2, word.count) + 1 : word.count)
    let errors = ClientLayout.rows.flatMap { row in
      form.error(in: row, by: reading).map { error in
        layout.fitsBeside(error) ? [] : row.telling(error, columns: rest.size.columns)
      } ?? []
    }
    for (row, place) in layout.placed {
      let isFocused = row.fields.contains(form.focus)
      write(
        Line(row.label.leftPadded(to: ClientLayout.labels), isFocused ? .strong : .quiet),
        column: layout.column, row: place)
      drawFields(of: row, form, state, layout: layout, row: place)
    }
    drawWords(
      beside: layout, of: form, reading, in: state,
      areErrorsBelow: errors.count <= rest.size.rows, at: now)
    write(word, in: layout.below)
    write(told?.lines(columns: rest.size.columns, rows: rest.size.rows) ?? errors, in: rest)
  }

  /// Beside the fields what is wrong with them, else what is counted.
  private mutating func drawWords(
    beside layout: ClientLayout, of form: ClientForm, _ reading: ClientReading, in state: State,
    areErrorsBelow: Bool, at now: Moment
  ) {
    guard let column = layout.wordColumn else { return }
    let counts = ClientCounts(of: form, reading, in: state, on: now.localDay)
    for (row, place) in layout.placed {
      let error = form.error(in: row, by: reading).map { error in
        layout.fitsBeside(error) || !areErrorsBelow ? error : "Error: it stands below"
      }
      write(
        error.map { Line($0, .stop) } ?? counts.words(beside: row.fields), column: column,
        row: place, width: layout.wordColumns)
    }
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
    if let unknown = form.choice(of: field)?.unknown {
      return drawUnknown(unknown, column: column, row: row, isFocused: isFocused)
    }
    switch field {
    case .discipline:
      drawOptions(of: form.disciplineChoice, column: column, row: row, isFocused: isFocused)
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
  ) -> Line {
    let field = form.focus
    if let refusal = form[field]?.refusal { return Line(refusal.sentence, .stop) }
    if form.isSent || form.mistake(inChoiceOf: field) != nil, let error = reading.errors[field] {
      return Line(error, .stop)
    }
    if let day = reading.days[field] { return Line(day.inWords, .strong) }
    if rest != nil { return Line("→ takes the code that was used before", .quiet) }
    return Line(field.hint, .quiet)
  }
}

extension ClientForm {
  /// What is wrong in a row, but for the focused field, of which it is told below.
  fileprivate func error(in row: ClientLayout.Row, by reading: ClientReading) -> String? {
    row.fields.filter { $0 != focus }.compactMap { reading.errors[$0] }.first
  }
}

extension ClientLayout.Row {
  /// What is wrong in the row, below the form, where it is named again.
  fileprivate func telling(_ error: String, columns: Int) -> [Line] {
    let name = name ?? label
    let indent = ClientLayout.labels + 1
    return error.wrapped(to: columns - indent).enumerated().map { index, words in
      Line((index == 0 ? name : "").padded(to: indent), .quiet) + Line(words, .stop)
    }
  }
}

/// What a record, as it stands in the form, makes due.
private struct DuesTold {
  let dues: [Due]

  init(of record: ClientRecord, in state: State, on today: ServiceDate) {
    dues = SessionLog.dues(of: record, visits: state.visitsSoFar(of: record.key), on: today)
  }

  /// As many sentences as there are rows for, the most urgent first, and the others by their marks.
  func lines(columns: Int, rows: Int) -> [Line] {
    guard !dues.isEmpty else {
      return rows > 1 ? [Line("Due", .strong), Line("nothing now", .quiet)] : []
    }
    let tellings = (1...dues.count).reversed().map { count in
      [Line("Due", .strong)] + dues.prefix(count).flatMap { $0.lines(columns: columns) }
        + (count < dues.count ? [Line("  and \(marks(from: count))", .quiet)] : [])
    }
    return tellings.first { $0.count <= rows }
      ?? [Line("Due ", .strong) + Line(marks(from: 0), dues[0].role)]
  }

  private func marks(from index: Int) -> String {
    dues[index...].map(\.mark).joined(separator: ", ")
  }
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
