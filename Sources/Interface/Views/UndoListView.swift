import Screen
import SessionLog

extension Canvas {
  mutating func drawUndoList(
    _ list: UndoList, of state: State, in area: Rectangle, at now: Moment
  ) {}
}
