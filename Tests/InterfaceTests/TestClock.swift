import Billing
import SessionLog

/// A clock that stands still until the test moves it: Saturday, 21 November 2026, 10:00, five hours
/// behind UTC.
struct TestClock {
  private static let start: Int64 = 1_795_273_200_000
  private static let utcOffset: Int32 = -5 * 3600

  /// Milliseconds since the start.
  private(set) var elapsed: Int64 = 0
  /// How far the wall clock was stepped meanwhile.
  var step: Int64 = 0

  var moment: Moment {
    let midnight = Self.start - 10 * 3_600_000
    let days = (Self.start + elapsed + step - midnight) / 86_400_000
    return Moment(
      wall: Self.start + elapsed + step, steady: 90_000 + elapsed, awake: 80_000 + elapsed,
      boot: "boot 1", utcOffset: Self.utcOffset,
      localDay: ServiceDate(year: 2026, month: 11, day: 21 + Int(days)) ?? .first)
  }

  mutating func advance(by milliseconds: Int64) { elapsed += milliseconds }
}
