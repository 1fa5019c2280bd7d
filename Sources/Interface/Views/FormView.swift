import Billing
import Screen
import SessionLog

/// Where the parts of the form stand.
private struct FormLayout {
  let column: Int
  let columns: Int
  /// Rows from one field to the next; 2 leave a line for what a field wants.
  let spacing: Int
  /// The row of each field that is shown: all, where there is room.
  let rows: [VisitForm.Field: Int]
  /// What is left below the fields.
  let about: Rectangle

  /// Rows for what is known of the payer, or what a correction changes.
  private static let aboutRows = 3
  /// What a blank line stands before where fields stand close: who pays, whose hands, when.
  private static let groupStarts: [VisitForm.Field] = [.clinician, .date, .time, .reason, .begin]

  init(_ form: VisitForm, in area: Rectangle) {
    let fields = form.fields
    columns = min(64, area.size.columns - 4)
    column = (area.size.columns - columns) / 2
    // With few rows the field for the panes of a known client takes those of what is known of the
    // payer: nothing above it moves when it comes.
    let spacing = area.size.rows >= 2 * fields.count + 2 ? 2 : 1
    self.spacing = spacing
    var offsets: [Int] = []
    for (index, field) in fields.enumerated() {
      let isApart = index > 0 && Self.groupStarts.contains(field) && fields[index - 1] != .date
      offsets.append((offsets.last.map { $0 + spacing } ?? 0) + (spacing == 1 && isApart ? 1 : 0))
    }
    // The last row is for what a field wants.
    let room = max(1, area.size.rows - 1)
    if let last = offsets.last, last >= room { offsets = Array(fields.indices) }
    let focus = fields.firstIndex(of: form.field) ?? 0
    let first = max(0, min(focus, fields.count - 1) - room + 1)
    let height = (offsets.last ?? 0) + 1
    let top = area.origin.row + max(0, area.size.rows - height - Self.aboutRows - 1) / 3
    rows = Dictionary(
      uniqueKeysWithValues: zip(fields, offsets).dropFirst(first)
        .map { ($0, top + $1 - offsets[first]) }
        .filter { $0.1 < area.rows.upperBound })
    let below = top + height + 1
    about = Rectangle(
      column: column, row: below, columns: columns, rows: area.rows.upperBound - 1 - below)
  }
}

extension Canvas {
  /// The form for a visit, in the middle of its area; the focused field is always seen.
  mutating func drawForm(
    _ form: VisitForm, of state: State, in area: Rectangle, at now: Moment
  ) {
    let layout = FormLayout(form, in: area)
    let column = layout.column
    for field in form.fields {
      guard let row = layout.rows[field] else { continue }
      if field == .begin {
        drawButton(
          form.buttonText, isFocused: form.field == .begin, column: column + 13, row: row)
      } else {
        drawField(field, of: form, state: state, column: column, row: row, columns: layout.columns)
      }
      if layout.spacing > 1, let word = word(about: field, of: form, at: now) {
        // One that is too long for the line begins further to the left.
        write(word, column: min(column + 13, max(1, size.columns - word.columns)), row: row + 1)
      }
    }
    // Where fields have no line below them, there is one for all.
    if layout.spacing == 1, let word = word(of: form, at: now) {
      write(word, column: 1, row: area.rows.upperBound)
    }
    let about =
      form.corrected == nil
      ? about(form, of: state, columns: layout.columns, at: now)
      : correction(form, of: state, columns: layout.columns, at: now)
    write(about, in: layout.about)
  }

  /// What is known of the payer that is looked at, and what two payers come to; for a plan, who is
  /// planned at that time already.
  private func about(
    _ form: VisitForm, of state: State, columns: Int, at now: Moment
  ) -> [Line] {
    if [.payer, .secondaryPayer].contains(form.field), form.choice(of: form.field)?.unknown != nil {
      return state.setup.knownPayersInWords.wrapped(to: columns).map { Line($0, .quiet) }
    }
    let secondary = form.secondaryPayer(in: state.setup)
    let looked = form.field == .secondaryPayer ? secondary : nil
    let policy =
      secondary == nil && form.field != .secondaryPayer
      ? [] : ["Units by the payer's rule; the secondary gets the same lines."]
    let evidence = (looked ?? form.payer(in: state.setup))?.evidenceInWords ?? []
    let planned = state.planned(besides: form, at: now).flatMap { $0.wrapped(to: columns) }
    return planned.map { Line($0, .caution) }
      + (evidence + policy).flatMap { $0.wrapped(to: columns) }.map { Line($0, .quiet) }
  }

  /// What a correction changes in minutes and units, before Enter stores it.
  private func correction(
    _ form: VisitForm, of state: State, columns: Int, at now: Moment
  ) -> [Line] {
    guard let (id, visit) = form.corrected, let session = state.logbook.sessions[id],
      case .success(let changed) = form.withReason.visit(setup: state.setup, at: now)
    else { return [] }
    guard changed != visit else { return [Line("Nothing is changed yet.", .quiet)] }
    let rules =
      changed.payer.rule == visit.payer.rule
      ? [] : [Line("The rule changes: \(changed.payer.rule.name).", .caution)]
    let clash = [state.clash(byCorrecting: id, to: changed, at: now)].compactMap(\.self)
    return rules
      + preview(
        of: .visitCorrected(changed), in: [id], for: session, state: state, at: now,
        columns: columns)
      + clash.flatMap { state.setup.keymap.words(of: $0.advice).wrapped(to: columns) }
      .map { Line($0, .stop) }
  }

  /// What is wrong with a field, or what it wants when it has the focus.
  private func word(
    about field: VisitForm.Field, of form: VisitForm, at now: Moment
  ) -> Line? {
    if let error = form.error(in: field) {
      return Line(error, error.hasPrefix("Error:") ? .stop : .caution)
    }
    guard form.field == field, let hint = hint(for: field, of: form, at: now) else { return nil }
    return Line(hint.text, hint.role)
  }

  /// What is wrong with the focused field, else with another, else what the focused one wants.
  private func word(of form: VisitForm, at now: Moment) -> Line? {
    let wrong = ([form.field] + form.fields).first { form.error(in: $0) != nil }
    return word(about: wrong ?? form.field, of: form, at: now)
  }

  private mutating func drawField(
    _ field: VisitForm.Field, of form: VisitForm, state: State, column: Int, row: Int, columns: Int
  ) {
    let isFocused = form.field == field
    write(
      Line(
        field.label.leftPadded(to: 10),
        form.error(in: field) != nil ? .stop : isFocused ? .strong : .quiet),
      column: column, row: row)
    let place = column + 13
    let room = max(8, min(44, columns - 13))
    if let text = form.text(of: field) {
      let columns = min(field.columns, room)
      drawInput(text, column: place, row: row, columns: columns, isFocused: isFocused)
      if field == .client {
        drawCompletion(of: form, state: state, column: place, row: row, columns: columns)
      }
      return
    }
    if let unknown = form.choice(of: field)?.unknown {
      return drawUnknown(unknown, column: place, row: row, isFocused: isFocused)
    }
    switch field {
    case .discipline:
      drawOptions(of: form.disciplineChoice, column: place, row: row, isFocused: isFocused)
    case .role:
      drawOptions(of: form.roleChoice, column: place, row: row, isFocused: isFocused)
    case .payer:
      drawChoice(
        form.payer(in: state.setup)?.nameAndRule ?? "none", column: place, row: row,
        isFocused: isFocused)
    case .secondaryPayer:
      drawChoice(
        form.secondaryPayer(in: state.setup)?.nameAndRule ?? "none", column: place, row: row,
        isFocused: isFocused)
    case .panes:
      drawChoice(
        form.panes.words.padded(to: min(room, width(of: form.panes.words))), column: place,
        row: row, isFocused: isFocused)
    case .client, .clinician, .date, .time, .length, .reason, .begin: break
    }
  }

  /// The rest of a known client's code, in pale letters behind the cursor.
  private mutating func drawCompletion(
    of form: VisitForm, state: State, column: Int, row: Int, columns: Int
  ) {
    guard let client = state.completion(in: form) else { return }
    let typed = width(of: form.client.text)
    write(
      Line(String(client.dropFirst(form.client.text.count)), .quiet), column: column + typed,
      row: row, width: columns - typed, ground: .input)
  }

  /// All choices in a line, the chosen one in brackets.
  mutating func drawOptions(
    of choice: NamedChoice, column: Int, row: Int, isFocused: Bool, ground: Ground = .screen
  ) {
    guard choice.unknown == nil else {
      return drawUnknown(choice.typed, column: column, row: row, isFocused: isFocused)
    }
    let texts = choice.names.enumerated().map { $0 == choice.index ? "[\($1)]" : " \($1) " }
    drawTurned(
      texts.joined(separator: " "), chosen: choice.index.map { choice.names[$0] }, column: column,
      row: row, isFocused: isFocused, ground: ground)
  }

  /// Letters that were typed into a choice and are none of it.
  mutating func drawUnknown(_ text: String, column: Int, row: Int, isFocused: Bool) {
    guard isFocused else { return write(Line(text, .stop), column: column, row: row) }
    drawChoice(text, column: column, row: row, isFocused: true)
  }

  /// The one that is chosen, alone.
  mutating func drawChoice(
    _ text: String, column: Int, row: Int, isFocused: Bool, ground: Ground = .screen
  ) {
    drawTurned(
      text, chosen: text, column: column, row: row, isFocused: isFocused, ground: ground)
  }

  private mutating func drawTurned(
    _ text: String, chosen: String?, column: Int, row: Int, isFocused: Bool, ground: Ground
  ) {
    choices[row] = Choice(columns: column - 2..<column + width(of: text) + 2, chosen: chosen)
    let arrows = isFocused ? ("‹ ", " ›") : ("  ", "  ")
    write(
      Line([Line(arrows.0, .key), Line(text, isFocused ? .field : .text), Line(arrows.1, .key)]),
      column: column - 2, row: row, ground: isFocused ? .input : ground)
  }

  private mutating func drawButton(_ text: String, isFocused: Bool, column: Int, row: Int) {
    if !isFocused {
      choices[row] = Choice(columns: column..<column + width(of: text) + 4, chosen: text)
    }
    write(
      Line(isFocused ? "▸ \(text): Enter ◂" : "[ \(text) ]", isFocused ? .strong : .text),
      column: column, row: row, ground: isFocused ? .selection : .screen)
  }

  private func hint(
    for field: VisitForm.Field, of form: VisitForm, at now: Moment
  ) -> (text: String, role: Role)? {
    switch field {
    case .client: ("initials or a client code; no full names are needed", .quiet)
    case .clinician: ("whose hands do the work", .quiet)
    case .date: form.dateHint(at: now)
    case .time: form.timeHint(at: now)
    case .length: ("minutes that it is to take", .quiet)
    case .panes: ("← → choose: none, the last visit's, a template's", .quiet)
    case .reason: ("why it is corrected; it stands in the audit trail", .quiet)
    case .discipline: ("← → choose", .quiet)
    case .role: ("what the clinician is", .quiet)
    case .payer: (form.payer.hint ?? "← → choose, or type its name", .quiet)
    case .secondaryPayer: (form.secondaryPayer.hint ?? "who pays what the payer leaves", .quiet)
    case .begin: nil
    }
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
    case .time: "Time"
    case .length: "Minutes"
    case .panes: "Panes"
    case .reason: "Reason"
    case .begin: ""
    }
  }

  /// The columns of what is typed into it.
  fileprivate var columns: Int {
    switch self {
    case .date: 12
    case .time, .length: 9
    default: 44
    }
  }
}

extension VisitForm {
  fileprivate var buttonText: String {
    switch purpose {
    case .begin: "Begin the visit"
    case .plan: "Plan the visit"
    case .correct: "Correct the visit"
    }
  }

  /// What is wrong with a field, typed into or sent.
  fileprivate func error(in field: Field) -> String? {
    mistake(inChoiceOf: field) ?? errors[field] ?? text(of: field)?.refusal?.sentence
  }

  /// How a typed day was understood, where it does not stand there in full.
  fileprivate func dateHint(at now: Moment) -> (text: String, role: Role) {
    if let day = try? typedDay(on: now.localDay), day.description != date.trimmed {
      return (day.inWords, .strong)
    }
    return (purpose == .plan ? "the day it is planned for" : "the date of service", .quiet)
  }

  /// What was understood of the typed time.
  fileprivate func timeHint(at now: Moment) -> (text: String, role: Role) {
    if let question = question(at: now) { return (question, .caution) }
    guard let start = start(at: now) else {
      return ("when it begins: 13:00, 1300 or 1:00p", .quiet)
    }
    let minutes = minutes ?? 1
    return ("from \(Appointment(start: start, minutes: minutes).span)", .quiet)
  }

  /// The form as it would be with its reason, which what it changes does not depend on.
  fileprivate var withReason: VisitForm {
    var form = self
    if form.reason.isEmpty { form.reason = TextField("-", limit: 1) }
    return form
  }
}

extension State {
  /// Who is planned at the time that a form names already.
  fileprivate func planned(besides form: VisitForm, at now: Moment) -> [String] {
    guard form.purpose == .plan, let start = form.start(at: now),
      let day = try? form.typedDay(on: now.localDay), let minutes = form.minutes
    else { return [] }
    return logbook.sessions.values.filter { $0.visit.date == day && !$0.isClosed }
      .sorted { $0.id < $1.id }
      .compactMap { session in
        guard let other = session.visit.appointment, other.start < start + minutes,
          start < other.end
        else { return nil }
        return "\(session.visit.client) is planned \(other.span)."
      }
  }
}

extension NamedChoice {
  /// What found what is chosen, where it was typed.
  var hint: String? { typed.isEmpty ? nil : "found by “\(typed)”; ← → choose" }
}

extension Setup {
  fileprivate var knownPayersInWords: String {
    "Known are \(payers.compactMap(\.name).joined(separator: ", "))."
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
