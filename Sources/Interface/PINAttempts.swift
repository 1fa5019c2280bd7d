package import SessionLog

/// Wrong PINs since the last right one: the more, the longer the next has to wait.
package struct PINAttempts: Hashable, Codable, Sendable {
  package private(set) var wrong = 0
  /// When the last of them was typed.
  private var last: Moment?

  package init() {}

  /// Milliseconds of the first wait; every further wrong PIN doubles it.
  private static let firstWait: Int64 = 5_000
  private static let longestWait: Int64 = 300_000
  /// Wrong PINs that cost nothing: a finger slips.
  private static let free = 1

  package mutating func addWrong(at now: Moment) {
    wrong += 1
    last = now
  }

  /// Milliseconds until the next PIN is looked at.
  ///
  /// By the steady clock, so that no stepped wall clock shortens it; across a restart of the machine
  /// by the wall clock.
  package func millisecondsToWait(at now: Moment) -> Int64 {
    guard wrong > Self.free, let last else { return 0 }
    // Doubled more often it is over the longest in any case.
    let doublings = min(wrong - Self.free - 1, 10)
    let wait = min(Self.longestWait, Self.firstWait << Int64(doublings))
    return max(0, wait - now.elapsed(since: last))
  }
}
