/// How the log's axis lies against the clock on the wall, as the entries of a session read both.
struct Axis: Hashable {
  private var readings: [Mark] = []

  mutating func note(_ moment: Moment, at instant: Instant) {
    readings.append(Mark(instant: instant, time: moment.wallTime))
  }

  /// Where the clock on the wall showed a time, as at the reading that is nearest by that clock; of
  /// two that are as near, the later.
  func mark(of time: WallTime) -> Mark {
    let nearest = readings.reversed().min { left, right in
      abs(left.time.milliseconds - time.milliseconds)
        < abs(right.time.milliseconds - time.milliseconds)
    }
    let lead = nearest.map { $0.instant.milliseconds - $0.time.milliseconds } ?? 0
    return Mark(
      instant: Instant(milliseconds: time.milliseconds + Self.wholeSeconds(lead)), time: time)
  }

  /// Milliseconds, rounded to whole seconds.
  static func wholeSeconds(_ milliseconds: Int64) -> Int64 {
    Int64((Double(milliseconds) / 1000).rounded()) * 1000
  }
}
