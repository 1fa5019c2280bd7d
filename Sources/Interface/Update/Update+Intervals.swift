import Screen
import SessionLog

extension State {
  mutating func pressOnIntervals(_ box: IntervalsBox, _ key: Key, at now: Moment) -> [Effect] {
    []
  }
}
