import Screen
import SessionLog

extension Canvas {
  mutating func drawClient(
    _ form: ClientForm, of state: State, in area: Rectangle, at now: Moment
  ) {}

  mutating func drawDues(_ box: DuesBox, of state: State, in area: Rectangle, at now: Moment) {}
}
