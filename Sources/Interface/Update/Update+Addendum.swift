import Screen
import SessionLog

extension State {
  mutating func pressOnAddendum(_ form: AddendumForm, _ key: Key, at now: Moment) -> [Effect] {
    []
  }
}
