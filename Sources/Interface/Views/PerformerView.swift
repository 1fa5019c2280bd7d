import Billing
import Paperwork
import Screen
import SessionLog

extension Canvas {
  /// Who gives the focused code: what changes by it is said before Enter stores it.
  mutating func drawPerformer(
    _ box: PerformerBox, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let (session, pane) = state.focusedPane else { return }
    switch box {
    case .list(let marked): drawPerformers(marked, of: pane, session, state, in: area, at: now)
    case .name(let role, let field):
      drawName(field, of: role, pane: pane, state: state, in: area, at: now)
    case .together(let fields):
      drawCoTreatment(fields, of: pane, session, state, in: area, at: now)
    }
  }

  private mutating func drawPerformers(
    _ marked: PerformerBox.Choice, of pane: Session.Pane, _ session: Session, _ state: State,
    in area: Rectangle, at now: Moment
  ) {
    let all = PerformerBox.Choice.all
    let inside = self.box(
      "Who gives \(pane.code) \(state.label(of: pane.code))", rows: all.count + 2, in: area)
    let rows = all.map { choice in
      Line("\(choice.letter)  ", .key) + words(for: choice, pane: pane, session: session)
    }
    var list = inside
    list.size.rows = min(all.count, inside.size.rows)
    drawRows(rows, selected: all.firstIndex(of: marked), in: list)
    write(
      [Line(pane.scopeOfChange(at: state.logbook.instant(of: now)), .quiet)],
      in: inside.below(all.count + 1))
  }

  /// A choice in words: the role, who it is, what becomes of the time.
  private func words(
    for choice: PerformerBox.Choice, pane: Session.Pane, session: Session
  ) -> Line {
    guard case .role(let role) = choice else {
      return Line("together with another discipline: the minutes are split", .text)
    }
    let known = [pane.performer, session.visit.performer].first { $0.role == role }
    let now = pane.performer.role == role ? "  now" : ""
    return Line(role.rawValue.padded(to: 11)) + Line(known?.name ?? "", .strong)
      + Line(role.isBilled ? "" : (known == nil ? "" : "  ") + "kept apart, never billed", .quiet)
      + Line(now, .quiet)
  }

  private mutating func drawName(
    _ field: TextField, of role: Performer.Role, pane: Session.Pane, state: State,
    in area: Rectangle, at now: Moment
  ) {
    let inside = box("Name of the \(role.rawValue) who gives \(pane.code)", rows: 5, in: area)
    drawField(field, in: inside, row: inside.origin.row)
    let scope = pane.scopeOfChange(at: state.logbook.instant(of: now))
    write(
      [scope, role.billing].flatMap { $0.wrapped(to: inside.size.columns) }
        .map { Line($0, .quiet) },
      in: inside.below(2))
  }

  private mutating func drawCoTreatment(
    _ fields: CoTreatmentFields, of pane: Session.Pane, _ session: Session, _ state: State,
    in area: Rectangle, at now: Moment
  ) {
    let inside = box("\(pane.code) together with another discipline", rows: 7, in: area)
    let (column, row) = (inside.origin.column, inside.origin.row)
    write([Line("With", .quiet), Line("Minutes", .quiet)], in: inside)
    drawOptions(
      of: fields.choice, column: column + 11, row: row,
      isFocused: true, ground: .overlay)
    if inside.size.rows > 1 {
      drawInput(fields.minutes, column: column + 9, row: row + 1, columns: 6, isFocused: true)
    }
    let rule = "A client's minutes are billed once; these are \(fields.discipline.rawValue)'s."
    var lines = rule.wrapped(to: inside.size.columns).map { Line($0, .quiet) }
    switch state.understood(fields, at: now) {
    case .failure(let refusal):
      lines += refusal.sentence.wrapped(to: inside.size.columns).map {
        Line($0, fields.minutes.isEmpty ? .quiet : .stop)
      }
    case .success(let kind):
      lines += preview(
        of: kind, in: [session.id], for: session, state: state, at: now,
        columns: inside.size.columns)
    }
    write(lines, in: inside.below(3))
  }
}

extension PerformerBox {
  var keyBar: [(String, String)] {
    switch self {
    case .list:
      [("Enter", "go on"), ("Esc", "back"), ("t a s d c", ""), ("↑ ↓", "mark")]
    case .name: [("Enter", "store"), ("Esc", "back"), ("↑ ↓", "another role")]
    case .together: [("Enter", "store"), ("Esc", "back"), ("← →", "discipline")]
    }
  }
}

extension Performer.Role {
  /// What becomes of the minutes, in a sentence.
  fileprivate var billing: String {
    switch self {
    case .therapist: ""
    case .assistant: "The assistant's minutes are billed; the payer decides on CQ or CO."
    case .student:
      "Kept apart and never billed. What a student does while a therapist directs it and treats"
        + " nobody else is the therapist's."
    case .aide: "Kept apart and never billed."
    }
  }
}

extension Session.Pane {
  /// From when on a change of the performer holds, and whose the time before stays.
  fileprivate func scopeOfChange(at now: Instant) -> String {
    let minutes = minutes(at: now) + unbilledMinutes(at: now)
    let start =
      isRunning ? "From now on" : minutes > 0 ? "From its next start on" : "From its start"
    return minutes > 0 || isRunning
      ? "\(start); the time before stays the \(performer.role.rawValue)'s." : "\(start) on."
  }
}

extension State {
  /// The short label of a code.
  func label(of code: ProcedureCode) -> String { logbook.catalog[code]?.label ?? "" }
}
