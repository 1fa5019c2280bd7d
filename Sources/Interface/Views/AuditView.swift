import Screen
import SessionLog

extension Canvas {
  /// Every entry of a session, scrolled.
  mutating func drawAudit(
    _ place: AuditPlace, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.logbook.sessions[place.session] else { return }
    let lines = AuditTrail(of: session, columns: area.size.columns - 2).lines
    let top = max(0, min(place.top, lines.count - area.size.rows))
    for (index, line) in lines[top...].prefix(area.size.rows).enumerated() {
      write(line, column: 1, row: area.origin.row + index, width: area.size.columns - 2)
    }
    guard lines.count > area.size.rows else { return }
    let end = min(lines.count, top + area.size.rows)
    write(
      Line("\(top + 1)-\(end) of \(lines.count) ↑ ↓", .quiet), endingAt: size.columns - 1,
      row: area.rows.upperBound)
  }
}
