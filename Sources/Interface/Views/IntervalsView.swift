import Screen
import SessionLog

extension Canvas {
  mutating func drawIntervals(
    _ box: IntervalsBox, of state: State, in area: Rectangle, at now: Moment
  ) {}
}
