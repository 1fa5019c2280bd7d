import SessionLog

/// Cuts the parts of a code's time to whole seconds, one after the other, so that they add up to
/// the seconds of the whole: what one part has over is carried to the next.
///
/// What students and aides gave is billed to nobody, and is carried apart.
struct PartsOfTime {
  /// Milliseconds, 0 to 999, that the parts before had over.
  private var over: [Bool: Int64] = [:]

  /// The whole seconds of one more part; negative where it takes off.
  mutating func seconds(of milliseconds: Int64, by performer: Performer) -> Int64 {
    let isBilled = performer.role.isBilled
    let sum = over[isBilled, default: 0] + milliseconds
    let rest = (sum % 1000 + 1000) % 1000
    over[isBilled] = rest
    return (sum - rest) / 1000
  }

  mutating func seconds(of interval: Interval, at now: Instant) -> Int64 {
    seconds(of: interval.milliseconds(at: now), by: interval.performer)
  }

  mutating func seconds(of typed: TypedTime) -> Int64 {
    seconds(of: typed.milliseconds, by: typed.performer)
  }
}
