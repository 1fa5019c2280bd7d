public import Billing

/// A point in time, read off several clocks at once.
///
/// The wall clock is what a note states; the steady clock is what elapsed time is measured by. It
/// counts through sleep and starts anew with the machine, so that it can be compared only within
/// one boot. A reading of a clock is within ±2^53 milliseconds, some 285,000 years.
public struct Moment: Hashable, Codable, Sendable {
  /// Milliseconds since 1970-01-01 00:00 UTC by the wall clock.
  public var wall: Int64
  /// Milliseconds of the steady clock, time asleep included.
  public var steady: Int64
  /// Milliseconds of the steady clock, time asleep left out.
  public var awake: Int64
  /// Which run of the machine the two steady readings belong to.
  public var boot: String
  /// Seconds that local time is ahead of UTC.
  public var utcOffset: Int32
  /// The local calendar day.
  public var localDay: ServiceDate

  public init(
    wall: Int64, steady: Int64, awake: Int64, boot: String, utcOffset: Int32, localDay: ServiceDate
  ) {
    self.wall = wall
    self.steady = steady
    self.awake = awake
    self.boot = boot
    self.utcOffset = utcOffset
    self.localDay = localDay
  }

  /// Milliseconds from `earlier` to here, never negative: by the steady clock within one boot, by
  /// the wall clock across boots.
  public func elapsed(since earlier: Moment) -> Int64 {
    max(0, boot == earlier.boot ? steady - earlier.steady : wall - earlier.wall)
  }
}

/// A moment as a clock on the wall shows it.
public struct WallTime: Hashable, Codable, Sendable {
  /// Milliseconds since 1970-01-01 00:00 UTC, in ``range``.
  public var milliseconds: Int64
  /// Seconds that local time is ahead of UTC.
  public var utcOffset: Int32

  public init(milliseconds: Int64, utcOffset: Int32) {
    self.milliseconds = milliseconds
    self.utcOffset = utcOffset
  }

  /// What a clock can show: within it, no difference and no sum of two is too great to count.
  public static let range: ClosedRange<Int64> = -(1 << 53)...1 << 53

  private var localSeconds: Int64 { milliseconds.flooredQuotient(by: 1000) + Int64(utcOffset) }

  /// The local day, counted as ``ServiceDate/dayNumber``.
  var dayNumber: Int { Int(localSeconds.flooredQuotient(by: Entry.secondsOfADay)) }

  /// The whole minute of the local day, 0 to 1439.
  public var minuteOfDay: Int {
    Int((localSeconds - Int64(dayNumber) * Entry.secondsOfADay) / 60)
  }

  /// The time of day as `10:05`.
  public var text: String {
    let (hour, minute) = minuteOfDay.quotientAndRemainder(dividingBy: 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// The same clock, some milliseconds later or, where negative, earlier.
  public func advanced(by milliseconds: Int64) -> WallTime {
    WallTime(milliseconds: self.milliseconds + milliseconds, utcOffset: utcOffset)
  }
}

extension Moment {
  /// What the clock on the wall shows.
  public var wallTime: WallTime { WallTime(milliseconds: wall, utcOffset: utcOffset) }
}

extension Int64 {
  /// The quotient rounded towards minus infinity, so that moments before 1970 fall on the right
  /// day.
  func flooredQuotient(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
