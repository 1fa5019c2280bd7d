import Screen
import SessionLog

extension State {
  mutating func runOnAudit(_ command: Command, place: AuditPlace, at now: Moment) -> [Effect] {
    []
  }

  mutating func pressOnCoSignature(
    _ field: TextField, _ key: Key, at now: Moment
  ) -> [Effect] {
    []
  }
}
