import Screen
import SessionLog

extension State {
  mutating func pressOnSwitchBack(_ box: SwitchBox, _ key: Key, at now: Moment) -> [Effect] {
    []
  }
}
