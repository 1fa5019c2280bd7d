import Screen
import SessionLog

extension State {
  mutating func pressOnAbsence(_ box: AbsenceBox, _ key: Key, at now: Moment) -> [Effect] {
    []
  }
}
