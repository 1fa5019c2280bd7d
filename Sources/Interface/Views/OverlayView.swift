import Billing
import Screen
import SessionLog

extension Canvas {
  /// Draws what stands in front of the screen.
  mutating func drawOverlay(
    _ overlay: Overlay, of state: State, in body: Rectangle, at now: Moment
  ) {
    var area = body
    // The totals stay in sight below it.
    if case .session = state.place { area.size.rows -= 1 }
    switch overlay {
    case .addCode(let search): drawCodeSearch(search, of: state, in: area)
    case .palette(let palette): drawPalette(palette, of: state, in: area)
    case .time(let field): drawTimeField(field, of: state, in: area, at: now)
    case .findings(let box): drawFindingsBox(box, of: state, in: area, at: now)
    case .modifiers(let box): drawModifiers(box, of: state, in: area, at: now)
    case .note(let form): drawNote(form, of: state, in: area)
    case .help(let top, _): drawHelp(top: top, of: state, in: area, at: now)
    case .performer(let box): drawPerformer(box, of: state, in: area, at: now)
    case .evaluation(let form): drawEvaluation(form, of: state, in: area)
    case .allowedElsewhere(let field):
      drawAllowedElsewhere(field, of: state, in: area, at: now)
    case .confirmUndo(let id): drawUndo(of: id, in: state, area: area, at: now)
    case .choices(let selected, _): drawChoices(selected, of: state, in: area, at: now)
    case .switchBack(let box): drawSwitchBack(box, of: state, in: area, at: now)
    case .intervals(let box): drawIntervals(box, of: state, in: area, at: now)
    case .undoList(let list): drawUndoList(list, of: state, in: area, at: now)
    case .gap(let box): drawGap(box, of: state, in: area, at: now)
    case .group(let box): drawGroup(box, of: state, in: area, at: now)
    case .absence(let box): drawAbsence(box, of: state, in: area, at: now)
    case .addendum(let form): drawAddendum(form, of: state, in: area, at: now)
    case .coSignature(let field): drawCoSignature(field, of: state, in: area, at: now)
    case .dues(let box): drawDues(box, of: state, in: area, at: now)
    case .pin(let box): drawPIN(box, of: state, in: area)
    case .pauseReason, .signature, .stopBeforeSigning, .leave, .inUse:
      if let question = state.question(of: overlay, at: now) { drawQuestion(question, in: area) }
    }
  }

  // MARK: The box

  /// Draws an empty box with a title at the foot of its area, where it hides the least, and returns
  /// its inside.
  mutating func box(
    _ title: String, rows: Int, columns: Int = 72, in area: Rectangle
  ) -> Rectangle {
    let columns = min(columns, area.size.columns)
    let rows = min(rows + 2, area.size.rows)
    let box = Rectangle(
      column: (area.size.columns - columns) / 2,
      row: area.rows.upperBound - rows, columns: columns, rows: rows)
    // Beside it no scraps of what it covers are left.
    fill(
      Rectangle(
        column: area.origin.column, row: box.origin.row, columns: area.size.columns, rows: rows))
    fill(box, ground: .overlay)
    frame(box, title: title, role: .focus, ground: .overlay)
    return Rectangle(
      column: box.origin.column + 2, row: box.origin.row + 1, columns: columns - 4, rows: rows - 2)
  }

  /// A field over the width of a box, with what was refused below it.
  mutating func drawField(_ field: TextField, in inside: Rectangle, row: Int) {
    drawInput(
      field, column: inside.origin.column, row: row, columns: inside.size.columns, isFocused: true)
    if let refusal = field.refusal, row + 1 < inside.rows.upperBound {
      write(
        Line(refusal.sentence, .stop), column: inside.origin.column, row: row + 1,
        width: inside.size.columns)
    }
  }

  /// Lines from the top of an area on, as many as fit.
  mutating func write(_ lines: [Line], in area: Rectangle) {
    for (index, line) in lines.prefix(max(0, area.size.rows)).enumerated() {
      write(
        line, column: area.origin.column, row: area.origin.row + index, width: area.size.columns)
    }
  }

  /// In the lower frame of a box: which of its lines are shown, where they are not all.
  mutating func drawExtent(first: Int, of count: Int, in area: Rectangle) {
    guard count > area.size.rows, area.size.rows > 0 else { return }
    write(
      Line(" \(first + 1)-\(min(count, first + area.size.rows)) of \(count) ↑ ↓ ", .quiet),
      endingAt: area.columns.upperBound, row: area.rows.upperBound, ground: .overlay)
  }

  /// Rows of which one may be selected, scrolled so that it is seen.
  mutating func drawRows(_ rows: [Line], selected: Int?, in area: Rectangle) {
    let room = max(1, area.size.rows)
    let first = max(0, min((selected ?? 0) - room / 2, rows.count - room))
    drawExtent(first: first, of: rows.count, in: area)
    for (offset, line) in rows.dropFirst(first).prefix(room).enumerated() {
      let isSelected = first + offset == selected
      let row = area.origin.row + offset
      if isSelected {
        fill(
          Rectangle(column: area.origin.column, row: row, columns: area.size.columns, rows: 1),
          ground: .selection)
      }
      write(
        Line(isSelected ? "▸ " : "  ", .focus) + line, column: area.origin.column, row: row,
        width: area.size.columns, ground: isSelected ? .selection : .overlay)
    }
  }
}

extension Rectangle {
  /// What is left below the first rows.
  func below(_ rows: Int) -> Rectangle {
    Rectangle(
      column: origin.column, row: origin.row + rows, columns: size.columns, rows: size.rows - rows)
  }
}

extension Overlay {
  /// The keys that work in it, the way out among the first.
  func keyBar(of state: State, at now: Moment) -> [(String, String)] {
    switch self {
    case .addCode: [("Enter", "add"), ("Esc", "back"), ("↑ ↓", "mark")]
    case .palette: [("Enter", "do it"), ("Esc", "back"), ("↑ ↓", "mark")]
    case .time: [("Enter", "store"), ("Esc", "back"), ("-5 +5 24m 1305-1320 1:05p", "")]
    case .findings(let box): box.keyBar(of: state, at: now)
    case .modifiers(let box) where box.reasoning != nil: [("Enter", "put it on"), ("Esc", "back")]
    case .modifiers(let box) where box.mark < 0:
      [("x", "take off"), ("Enter", "its reason"), ("Esc", "back"), ("↑ ↓", "mark")]
    case .modifiers: [("Enter", "put on"), ("Esc", "back"), ("↑ ↓", "mark")]
    case .note(let form):
      [
        ("Enter", form.focus < form.fields.count - 1 ? "next field" : "store"),
        ("Esc", form.leaving == .back ? "leave it unstored" : "store, back"), ("Tab ↑ ↓", "field"),
      ]
    case .help: [("↑ ↓", "scroll"), ("Esc", "back")]
    case .pauseReason(let field):
      (field.isEmpty ? [] : [("Enter", "store")])
        + (field.isUntouched ? [(state.key(of: .pause), "go on")] : []) + [("Esc", "stay paused")]
    case .confirmUndo(let id):
      [
        ("Enter", state.session?.undone.contains(id) == true ? "redo it" : "undo it"),
        ("Esc", "leave it"),
      ]
    case .performer(let box): box.keyBar
    case .evaluation(let form): form.keyBar
    case .allowedElsewhere: [("Enter", "store"), ("Esc", "back"), ("1250 1250.75", "")]
    case .choices: [("↑ ↓", "mark"), ("Enter", "choose"), ("Esc", "back")]
    case .signature: [("Enter", "sign"), ("Esc", "back")]
    case .stopBeforeSigning: [("Enter", "stop it, sign"), ("Esc", "let it run")]
    case .leave: [("s", "stop, leave"), ("r", "run, leave"), ("Esc", "stay")]
    case .inUse: [("l", "look only"), ("Esc", "leave")]
    case .switchBack(let box): box.keyBar
    case .intervals(let box): box.keyBar
    case .undoList(let list): list.keyBar(of: state)
    case .gap(let box): box.keyBar
    case .group(let box): box.keyBar
    case .absence(let box): box.keyBar
    case .addendum(let form): form.keyBar
    case .coSignature: [("Enter", "co-sign"), ("Esc", "back")]
    case .dues:
      [("Enter", "go on"), (state.setup.keymap.label(of: .client, in: .session), "the record")]
    case .pin(let box): box.keyBar
    }
  }
}
