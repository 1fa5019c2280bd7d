import Billing

extension Entry {
  /// Refuses numbers that no visit comes to, before any arithmetic meets them.
  func requirePossibleNumbers() throws(ImpossibleEntry) {
    switch kind {
    case .secondsTyped(let code, let seconds):
      try require((-Self.secondsOfADay...Self.secondsOfADay).contains(seconds)) {
        "a day has no \(seconds) seconds for \(code)"
      }
    case .totalStated(let code, let seconds):
      try require((0...Self.secondsOfADay).contains(seconds)) {
        "a day has no \(seconds) seconds for \(code)"
      }
    case .unitsStated(let code, let units):
      try require((0...99).contains(units)) { "\(units) units of \(code) are not from 0 to 99" }
    case .startMoved(let code, let start):
      try require(isNear(start)) { "\(code) would begin more than two days from the entry" }
    case .intervalStated(let code, let start, let end):
      try require(isNear(start) && isNear(end)) {
        "an interval of \(code) would be more than two days from the entry"
      }
    default: break
    }
  }

  private static let secondsOfADay: Int64 = 86_400

  /// Whether a time is at most two days from the entry: a session may run past midnight, not longer.
  private func isNear(_ time: WallTime) -> Bool {
    let most = 2 * Self.secondsOfADay * 1000
    return (moment.wall - most...moment.wall + most).contains(time.milliseconds)
  }

  private func require(
    _ isPossible: Bool, else reason: () -> String
  ) throws(ImpossibleEntry) {
    guard isPossible else { throw ImpossibleEntry(entry: id, reason: reason()) }
  }
}
