import Screen
import SessionLog

extension Canvas {
  mutating func drawGroup(
    _ box: GroupBox, of state: State, in area: Rectangle, at now: Moment
  ) {}
}
