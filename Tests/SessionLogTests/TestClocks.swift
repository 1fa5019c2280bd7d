import Billing
import SessionLog

/// The clocks of a machine that does what the test says.
struct TestClocks {
  /// Saturday, 21 November 2026, 10:00 in New York.
  static let start: Int64 = 1_795_273_200_000

  private var wall = Self.start
  private var steady: Int64 = 7_000_000
  private var awake: Int64 = 5_000_000
  private var boots = 1
  private var utcOffset: Int32 = -5 * 3600

  var moment: Moment {
    get throws {
      // Minutes of the local day are counted by hand: the tests have no calendar either.
      let local = wall + Int64(utcOffset) * 1000
      let midnight = Self.start - 15 * 3_600_000
      let days = local >= midnight ? (local - midnight) / 86_400_000 : -1
      guard let day = ServiceDate(year: 2026, month: 11, day: 21 + Int(days)) else {
        throw StoryError(word: "a day after November")
      }
      return Moment(
        wall: wall, steady: steady, awake: awake, boot: "boot \(boots)", utcOffset: utcOffset,
        localDay: day)
    }
  }

  /// Time goes by.
  mutating func advance(by milliseconds: Int64) {
    sleep(for: milliseconds)
    awake += milliseconds
  }

  /// The lid is closed for so long.
  mutating func sleep(for milliseconds: Int64) {
    wall += milliseconds
    steady += milliseconds
  }

  /// Somebody sets the clock on the wall.
  mutating func step(by milliseconds: Int64) { wall += milliseconds }

  /// The machine is off for so long; its steady clocks begin anew.
  mutating func restart(after milliseconds: Int64) {
    wall += milliseconds
    steady = 1_000
    awake = 1_000
    boots += 1
  }

  /// Local time changes against UTC.
  mutating func turnZone(byHours hours: Int64) { utcOffset += Int32(hours) * 3600 }
}
