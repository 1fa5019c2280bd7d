import Screen
import SessionLog

extension Canvas {
  mutating func drawAudit(
    _ place: AuditPlace, of state: State, in area: Rectangle, at now: Moment
  ) {}

  mutating func drawCoSignature(
    _ field: TextField, of state: State, in area: Rectangle, at now: Moment
  ) {}
}
