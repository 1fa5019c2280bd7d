import Screen
import SessionLog

extension Canvas {
  mutating func drawHistorySearch(
    _ search: HistorySearch, of state: State, in area: Rectangle, at now: Moment
  ) {}
}
