import Screen
import SessionLog

extension Canvas {
  mutating func drawGap(
    _ box: GapBox, of state: State, in area: Rectangle, at now: Moment
  ) {}
}
