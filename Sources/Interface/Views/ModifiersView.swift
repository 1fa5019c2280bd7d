import Billing
import Screen
import SessionLog

extension Canvas {
  /// What the line of a code carries and why, a field to put on another, and what it may mean.
  mutating func drawModifiers(
    _ box: ModifiersBox, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.session else { return }
    if let reasoning = box.reasoning {
      return drawReason(reasoning, of: box, in: area)
    }
    let stated = state.statedModifiers(of: box.code, in: session, at: now)
    let derived = state.derivedModifiers(of: box.code, in: session, at: now)
    let matches = state.matches(of: box)
    let carried = derived.count + stated.count
    // The field and a row below it are never cut off by what is put on already.
    let above = max(1, min(carried, area.size.rows - 5))
    let below = box.objection == nil ? max(1, min(6, matches.count)) : 2
    let inside = self.box(
      "Modifiers of \(box.code) \(state.logbook.catalog[box.code]?.label ?? "")",
      rows: above + 2 + below, in: area)
    if carried == 0 { write([Line("the line carries none yet", .quiet)], in: inside) }
    drawRows(
      derived.map { modifierRow($0, role: .quiet) } + stated.map { modifierRow($0, role: .text) },
      selected: box.mark < 0 ? carried + box.mark : nil, in: inside.first(above))
    let field = above + 1
    drawField(box.field, in: inside, row: inside.origin.row + field)
    let rest = inside.below(field + 1)
    if let objection = box.objection {
      write(objection.wrapped(to: inside.size.columns).map { Line($0, .stop) }, in: rest)
    } else if !matches.isEmpty {
      drawRows(
        matches.map { modifierRow(StatedModifier($0.code, reason: $0.meaning), role: .text) },
        selected: box.mark > 0 ? box.mark - 1 : nil, in: rest)
    } else if box.field.refusal == nil {
      write([Line("59, KX, 95, or a word such as telehealth", .quiet)], in: rest)
    }
  }

  /// A modifier that needs a reason, and the field for it.
  private mutating func drawReason(
    _ reasoning: ModifiersBox.Reasoning, of box: ModifiersBox, in area: Rectangle
  ) {
    let meaning = Modifier.named(reasoning.modifier)?.meaning
    let question = Line(
      "Why is it put there? The record keeps the reason.", .quiet)
    let lines = meaning.map { [Line($0), question] } ?? [question]
    let columns = min(110, area.size.columns)
    let wrong = (box.objection ?? reasoning.field.refusal?.sentence)?.wrapped(to: columns - 4) ?? []
    let room = area.size.rows - 2 - lines.count - wrong.count
    let rows = max(1, min(reasoning.field.rows(columns: columns - 4).count, room))
    let inside = self.box(
      "\(reasoning.modifier) on \(box.code)", rows: lines.count + rows + max(1, wrong.count),
      columns: columns, in: area)
    write(lines, in: inside)
    drawText(reasoning.field, in: inside.below(lines.count).first(rows))
    write(wrong.map { Line($0, .stop) }, in: inside.below(lines.count + rows))
  }

  private func modifierRow(_ modifier: StatedModifier, role: Role) -> Line {
    Line(modifier.modifier.padded(to: 4), role == .quiet ? .quiet : .strong)
      + Line(modifier.reason, role)
  }
}

extension Rectangle {
  /// Its first rows.
  func first(_ rows: Int) -> Rectangle {
    Rectangle(
      column: origin.column, row: origin.row, columns: size.columns, rows: min(rows, size.rows))
  }
}
