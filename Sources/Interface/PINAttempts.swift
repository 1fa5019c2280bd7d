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
    wrong = min(wrong + 1, Self.mostCounted)
    last = now
  }

  /// As many as anyone types; the wait was the longest long before.
  private static let mostCounted = 1_000_000

  /// Reads them from the file, which may be damaged: of what cannot be, the next that can.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    wrong = min(max(0, try values.decode(Int.self, forKey: .wrong)), Self.mostCounted)
    last = try values.decodeIfPresent(Moment.self, forKey: .last).map(Self.possible)
  }

  private static func possible(_ moment: Moment) -> Moment {
    func reading(_ milliseconds: Int64) -> Int64 {
      min(max(milliseconds, WallTime.range.lowerBound), WallTime.range.upperBound)
    }
    return Moment(
      wall: reading(moment.wall), steady: reading(moment.steady), awake: reading(moment.awake),
      boot: moment.boot, utcOffset: moment.utcOffset, localDay: moment.localDay)
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
