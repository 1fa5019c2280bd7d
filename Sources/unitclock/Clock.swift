import Billing
import Foundation
import Glibc
import SessionLog

/// The clocks of the machine.
///
/// Nothing else in the program reads them.
struct Clock {
  /// How many times as fast as the machine's clocks it goes; 1 outside of practice.
  let speed: Int64
  private let start: (wall: Int64, steady: Int64, awake: Int64)

  init(speed: Int64 = 1) {
    self.speed = speed
    start = Self.read()
  }

  /// Now, by every clock, with the local day.
  static func moment() -> Moment { Clock().moment() }

  /// Now, by every clock, with the local day.
  func moment() -> Moment {
    let now = Self.read()
    let wall = start.wall + (now.wall - start.wall) * speed
    let local = Self.localTime(of: wall)
    return Moment(
      wall: wall, steady: start.steady + (now.steady - start.steady) * speed,
      awake: start.awake + (now.awake - start.awake) * speed, boot: Self.boot,
      utcOffset: Int32(local.tm_gmtoff), localDay: Self.day(of: local))
  }

  private static func read() -> (wall: Int64, steady: Int64, awake: Int64) {
    (milliseconds(CLOCK_REALTIME), milliseconds(CLOCK_BOOTTIME), milliseconds(CLOCK_MONOTONIC))
  }

  /// The calendar and the clock on the wall, as the system's own rules for `TZ` have them.
  private static func localTime(of wall: Int64) -> tm {
    var seconds = time_t(wall / 1000)
    var local = tm()
    localtime_r(&seconds, &local)
    return local
  }

  private static func day(of local: tm) -> ServiceDate {
    ServiceDate(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? .first
  }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Names this run of the machine; empty where the system does not say.
  private static let boot: String = {
    let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
    return text?.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
  }()
}
