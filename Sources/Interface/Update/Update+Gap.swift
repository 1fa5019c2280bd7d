import Screen
import SessionLog

extension State {
  mutating func pressOnGap(_ box: GapBox, _ key: Key, at now: Moment) -> [Effect] {
    []
  }
}

extension State {
  /// Asks the journal to note that the clocks did not go on evenly since they were read last.
  mutating func noticeGap(at now: Moment) -> [Effect] {
    lastSeen = now
    return []
  }
}
