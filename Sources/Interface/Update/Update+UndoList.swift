import Screen
import SessionLog

extension State {
  mutating func pressOnUndoList(_ list: UndoList, _ key: Key, at now: Moment) -> [Effect] {
    []
  }
}
