import Billing
import SessionLog

/// A piece of a code's time in words: when it was, how long, and where it came from.
struct Stretch {
  /// `10:05-10:20`, or that it has no clock times.
  var times: String
  /// `15:00`.
  var length: String
  var remarks: [String]
  /// Who gave it.
  var performer: Performer

  /// The aligned columns before the remarks.
  var columns: String { times.padded(to: 16) + length.aligned(right: 8) + "  " }

  /// - Parameters:
  ///   - seconds: its length, cut together with the code's other parts.
  ///   - origin: where it came from.
  init(_ interval: Interval, seconds: Int64, origin: String) {
    performer = interval.performer
    times = Self.times(interval.startTime, interval.endTime)
    length = Self.duration(seconds * 1000)
    remarks = [origin]
    if interval.isRunning {
      remarks.append("running")
    } else if interval.crossesRestart {
      remarks.append("across a restart: by the wall clock")
    }
  }

  init(_ typed: TypedTime, seconds: Int64, origin: String) {
    performer = typed.performer
    times = "no clock times"
    length = Self.duration(seconds * 1000)
    remarks = [origin]
  }

  static func times(_ start: WallTime, _ end: WallTime?) -> String {
    "\(start.text)-\(end?.text ?? "...")"
  }

  /// `24:31`, `1:05:00`, `-5:00`.
  static func duration(_ milliseconds: Int64) -> String {
    let seconds = abs(milliseconds) / 1000
    let (minute, second) = (seconds / 60 % 60, seconds % 60)
    let hours = seconds >= 3600 ? "\(seconds / 3600):\(minute < 10 ? "0" : "")" : ""
    return "\(milliseconds < 0 ? "-" : "")\(hours)\(minute):\(second < 10 ? "0" : "")\(second)"
  }
}

extension [NoteLine] {
  /// Adds stretches in columns, `first` before the first, as many spaces before the others.
  mutating func add(_ stretches: [Stretch], after first: String) {
    let margin = String(repeating: " ", count: first.count)
    for (index, stretch) in stretches.enumerated() {
      add(
        stretch.remarks.joined(separator: ", "),
        after: (index == 0 ? first : margin) + stretch.columns)
    }
  }
}
