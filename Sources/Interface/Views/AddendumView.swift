import Screen
import SessionLog

extension Canvas {
  mutating func drawAddendum(
    _ form: AddendumForm, of state: State, in area: Rectangle, at now: Moment
  ) {}
}
