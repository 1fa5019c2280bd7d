import Billing
import Paperwork
import Screen
import SessionLog

extension Canvas {
  // MARK: Searches

  mutating func drawCodeSearch(_ search: CodeSearch, of state: State, in area: Rectangle) {
    let matches = state.matches(of: search)
    let rows = matches.map { procedure -> Line in
      Line("\(procedure.code) ", .strong) + Line(procedure.label.padded(to: 38) + " ", .text)
        + Line(procedure.validTimingInWords, .quiet)
    }
    // A number that is no code offers another: say so before Enter takes it.
    let isSlip =
      ProcedureCode(search.field.trimmed).map { state.logbook.catalog[$0] == nil } ?? false
    drawSearch(
      "Add a code: number or words", search.field, rows: rows, selected: search.selected,
      saying: isSlip && !rows.isEmpty
        ? "\(search.field.trimmed) is no code of the catalogue; meant may be:" : nil,
      nothing: "Error: no code matches “\(search.field.trimmed)”; a number or words are taken.",
      in: area)
  }

  mutating func drawPalette(_ palette: Palette, of state: State, in area: Rectangle) {
    let rows = state.matches(of: palette).map { binding in
      Line(binding.name.padded(to: 31) + " ", .text)
        + Line(binding.keys.isEmpty ? "" : binding.keyLabel, .key)
    }
    drawSearch(
      "Command", palette.field, rows: rows, selected: palette.selected,
      nothing: "Error: no command matches “\(palette.field.trimmed)”.", in: area)
  }

  /// A field, and below it what it may mean.
  private mutating func drawSearch(
    _ title: String, _ field: TextField, rows: [Line], selected: Int?, saying: String? = nil,
    nothing: String, in area: Rectangle
  ) {
    let inside = box(title, rows: 2 + max(3, min(12, rows.count)), in: area)
    drawField(field, in: inside, row: inside.origin.row)
    if let saying {
      write(
        Line(saying, .caution), column: inside.origin.column, row: inside.origin.row + 1,
        width: inside.size.columns)
    }
    guard !rows.isEmpty else {
      let lines = nothing.wrapped(to: inside.size.columns).map { Line($0, .stop) }
      return write(lines, in: inside.below(2))
    }
    drawRows(rows, selected: selected.map { min($0, rows.count - 1) }, in: inside.below(2))
  }

  // MARK: Time

  /// The field, what was understood, and what it would change, before Enter stores it.
  mutating func drawTimeField(
    _ field: TextField, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard case .session(let place) = state.place,
      let session = state.logbook.sessions[place.session],
      session.panes.indices.contains(place.focus)
    else { return }
    let code = session.panes[place.focus].code
    let label = state.logbook.catalog[code]?.label ?? ""
    let inside = box("Time of \(code) \(label)", rows: 6, in: area)
    drawField(field, in: inside, row: inside.origin.row)
    var lines: [Line] = []
    switch state.understood(field, at: now) {
    case .failure(let refusal):
      lines = refusal.sentence.wrapped(to: inside.size.columns).map {
        Line($0, field.isEmpty ? .quiet : refusal.role)
      }
    case .success(let typed):
      lines = preview(
        of: typed.kind, in: [session.id], for: session, state: state, at: now,
        columns: inside.size.columns)
      if let reason = typed.reason {
        lines.append(Line("Because: \(reason)", .quiet))
      } else if now.localDay > session.visit.date {
        lines.append(Line("Late: it wants a reason behind the time.", .caution))
      }
    }
    write(lines, in: inside.below(2))
  }

  /// What an entry would change, before Enter stores it; or why it cannot be, in lines of so many
  /// columns.
  func preview(
    of kind: Entry.Kind, in sessions: [SessionID], for session: Session, state: State,
    at now: Moment, columns: Int
  ) -> [Line] {
    let draft = Draft(
      sessions: sessions, moment: now, author: session.visit.clinician, kind: kind)
    do throws(ImpossibleEntry) {
      let after = try state.logbook.trying(draft)
      let told = after.sessions[session.id].flatMap { $0.entries.last.map($0.words) }
      let heading = (told ?? kind.inWords).wrapped(to: columns - 7).enumerated().map {
        index, text in
        Line(index == 0 ? "Enter: " : "       ", .quiet) + Line(text, .strong)
      }
      let change = Change(of: session.id, from: state.logbook, to: after, at: now)
      return heading + change.sentence.wrapped(to: columns).map { Line($0) }
    } catch {
      return "Error: \(error.reason).".wrapped(to: columns).map { Line($0, .stop) }
    }
  }

  // MARK: Undo, choices

  /// What would be taken back, what it changes, and what could be taken back after it.
  mutating func drawUndo(of id: EntryID, in state: State, area: Rectangle, at now: Moment) {
    guard let session = state.session,
      let entry = session.entries.first(where: { $0.id == id })
    else { return }
    let rest = session.undoable.filter { $0.id < id }.prefix(6)
    let preview = UndoPreview(of: entry, in: session, from: state.logbook, at: now)
    var lines = [Line(Wording.entry(entry, in: session), .strong)]
    // As many columns as the inside of a box has.
    let columns = min(72, area.size.columns) - 4
    lines +=
      preview.refusal.map { $0.wrapped(to: columns).map { Line($0, .stop) } }
      ?? preview.changes.sentence.wrapped(to: columns).map { Line($0) }
    lines += preview.warning(columns: columns, keymap: state.setup.keymap)
    lines +=
      ["", Line("before it:", .quiet)]
      + rest.map { Line("  " + Wording.entry($0, in: session), .quiet) }
    let isUndone = session.undone.contains(id)
    write(lines, in: box(isUndone ? "Redo this?" : "Undo this?", rows: lines.count, in: area))
  }

  mutating func drawChoices(_ selected: Int, of state: State, in area: Rectangle, at now: Moment) {
    guard let session = state.session else { return }
    let bill = state.bill(of: session, at: now)
    let inside = box(
      "\(bill.choiceCount) equal allocations: yours to choose", rows: min(10, bill.choices.count),
      in: area)
    let rows = bill.choices.enumerated().map { index, units in
      Line(Wording.units(units), .text) + Line(index == 0 ? "   now" : "", .quiet)
    }
    drawRows(rows, selected: min(selected, rows.count - 1), in: inside)
  }
}

extension Procedure {
  /// How its units come about, and until when it could be billed.
  fileprivate var validTimingInWords: String {
    lastDay.map { "\(timing.inWords), until \($0)" } ?? timing.inWords
  }
}
