import Screen
import SessionLog

extension Canvas {
  mutating func drawSwitchBack(
    _ box: SwitchBox, of state: State, in area: Rectangle, at now: Moment
  ) {}
}
