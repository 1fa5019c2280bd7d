import Billing
import SessionLog

/// A clock that stands still until the test moves it: Saturday, 21 November 2026, 10:00, five hours
/// behind UTC.
struct TestClock {
  private static let start: Int64 = 1_795_273_200_000
  private static let utcOffset: Int32 = -5 * 3600

  /// Milliseconds since the start.
  private(set) var elapsed: Int64 = 0
  /// Of these, asleep.
  private var asleep: Int64 = 0
  /// How far the wall clock was stepped meanwhile.
  var step: Int64 = 0
  /// Seconds by which local time was changed against UTC, as in an autumn night.
  private var zoneChange: Int32 = 0
  private var boots = 1
  /// What had elapsed when the machine was started last.
  private var booted: Int64 = 0

  var moment: Moment {
    let wall = Self.start + elapsed + step
    let midnight = Self.start - 10 * 3_600_000
    let days = (wall + Int64(zoneChange) * 1000 - midnight) / 86_400_000
    let steady = elapsed - booted
    return Moment(
      wall: wall, steady: 90_000 + steady, awake: 80_000 + steady - asleep, boot: "boot \(boots)",
      utcOffset: Self.utcOffset + zoneChange,
      localDay: ServiceDate(year: 2026, month: 11, day: 21 + Int(days)) ?? .first)
  }

  mutating func advance(by milliseconds: Int64) { elapsed += milliseconds }

  /// The lid is closed for so long.
  mutating func sleep(for milliseconds: Int64) {
    elapsed += milliseconds
    asleep += milliseconds
  }

  /// The machine is off for so long, and its steady clocks begin anew.
  mutating func restart(after milliseconds: Int64) {
    elapsed += milliseconds
    (booted, asleep, boots) = (elapsed, 0, boots + 1)
  }

  mutating func turnZone(byHours hours: Int32) { zoneChange += hours * 3600 }
}
