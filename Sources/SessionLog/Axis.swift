/// How the log's axis lies against the clock on the wall, as the entries of a session read both.
struct Axis {
  private var readings: [(wall: Int64, instant: Instant)] = []

  mutating func note(_ moment: Moment, at instant: Instant) {
    readings.append((moment.wall, instant))
  }

  /// Milliseconds from the clock on the wall to the axis at `time`: as at the reading that is
  /// nearest by the clock on the wall; of two that are as near, the later.
  ///
  /// Two readings of the clocks differ by a millisecond now and then: in whole seconds, ranges that
  /// touch on the wall touch on the log's axis, from whatever entry.
  func lead(at time: WallTime) -> Int64 {
    let nearest = readings.reversed().min { left, right in
      abs(left.wall - time.milliseconds) < abs(right.wall - time.milliseconds)
    }
    guard let nearest else { return 0 }
    let lead = nearest.instant.milliseconds - nearest.wall
    return Int64((Double(lead) / 1000).rounded()) * 1000
  }
}

/// A point on the log's axis, with what the clock on the wall showed there.
struct Mark: Hashable, Sendable {
  var instant: Instant
  var time: WallTime

  /// The point at which the same clock shows `other`.
  func moved(to other: WallTime) -> Mark {
    Mark(
      instant: instant.advanced(by: other.milliseconds - time.milliseconds), time: other)
  }

  /// The same clock at another point.
  func moved(to other: Instant) -> Mark {
    Mark(instant: other, time: time.advanced(by: other.since(instant)))
  }
}

extension Interval {
  var startMark: Mark { Mark(instant: start, time: startTime) }
  /// Its end; nothing while it runs.
  var endMark: Mark? {
    guard let end, let endTime else { return nil }
    return Mark(instant: end, time: endTime)
  }

  /// Begins it at a point.
  mutating func begin(at mark: Mark) {
    start = mark.instant
    startTime = mark.time
  }

  /// Ends it at a point.
  ///
  /// - Parameter ending: the entry that ends it; nothing where a person stated the end.
  mutating func end(at mark: Mark, by ending: EntryID?) {
    end = mark.instant
    endTime = mark.time
    self.ending = ending
  }

  /// Its ends as a sentence names them, as `10:05-10:20`.
  var words: String { "\(startTime.text)-\(endTime?.text ?? "now")" }
}
