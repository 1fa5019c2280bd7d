import Screen
import SessionLog

extension Canvas {
  mutating func drawAbsence(
    _ box: AbsenceBox, of state: State, in area: Rectangle, at now: Moment
  ) {}
}
