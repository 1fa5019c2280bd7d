import Screen
import SessionLog

extension State {
  mutating func pressOnGroup(_ box: GroupBox, _ key: Key, at now: Moment) -> [Effect] {
    []
  }
}
