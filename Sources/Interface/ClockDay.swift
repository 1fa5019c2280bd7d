import Billing
import SessionLog

/// The day of a session as times that are typed for it are read.
struct ClockDay {
  let date: ServiceDate
  let moment: Moment
  /// The latest that the clock on the wall has shown: it may have been set back since.
  private let latest: Int64
  /// Moments at which the offset of the clock on the wall is known, the earliest first.
  private let known: [WallTime]
  /// Whether the session went on past midnight, so that a time may be of the next day.
  private let isOverMidnight: Bool

  init(of session: Session, in logbook: Logbook, at now: Moment) {
    date = session.visit.date
    moment = now
    let day: Int64 = 86_400_000
    let noon = Int64(session.visit.date.dayNumber) * day + day / 2
    known = (logbook.entries.map(\.moment) + [now]).map(\.wallTime)
      .filter { abs($0.milliseconds - noon) <= 2 * day }
      .sorted { $0.milliseconds < $1.milliseconds }
    let shown =
      session.entries.map(\.moment.wall) + session.gaps.map(\.gap.start.milliseconds)
    latest = shown.reduce(now.wall, max)
    let midnight = (Int64(session.visit.date.dayNumber) + 1) * day
    let ends = session.panes.flatMap(\.intervals).map { $0.endTime ?? now.wallTime }
    isOverMidnight =
      now.localDay > session.visit.date
      && ends.contains { $0.milliseconds + Int64($0.utcOffset) * 1000 >= midnight }
  }

  var isToday: Bool { date == moment.localDay }

  /// 0:00 of the day by the clock on the wall.
  var midnight: WallTime { wallTime(0) }

  /// A minute of the day as the clock on the wall showed it, with the offset that was in force then
  /// as far as the log knows.
  func wallTime(_ minute: Int) -> WallTime {
    let local = Int64(date.dayNumber) * 86_400_000 + Int64(minute) * 60_000
    let offsets = known.map(\.utcOffset) + [moment.utcOffset]
    let readings = offsets.map { offset in
      WallTime(milliseconds: local - Int64(offset) * 1000, utcOffset: offset)
    }
    return readings.first { offset(at: $0) == $0.utcOffset } ?? readings[readings.count - 1]
  }

  /// The offset that was last known at a time, or else the first one known after it.
  private func offset(at time: WallTime) -> Int32 {
    (known.last { $0.milliseconds <= time.milliseconds } ?? known.first)?.utcOffset
      ?? moment.utcOffset
  }

  // MARK: What was typed

  /// The time that was typed, never one to come.
  ///
  /// - Parameter anchor: where the session went on past midnight, the reading nearest to it counts.
  func time(_ text: ClockText, near anchor: WallTime? = nil) throws(TimeRefusal) -> WallTime {
    let times = try readings(of: text, near: anchor)
    guard times.count > 1 else { return times[0] }
    throw TimeRefusal(text.question)
  }

  /// The end of a stretch that was typed: of two readings the first one after its start.
  func end(_ text: ClockText, after start: WallTime) throws(TimeRefusal) -> WallTime {
    let times = try readings(of: text, near: start)
    return times.first { $0.milliseconds > start.milliseconds } ?? times[times.count - 1]
  }

  /// The stretch that was typed; a half of the day that was typed for one end counts for both.
  func stretch(
    _ start: ClockText, _ end: ClockText
  ) throws(TimeRefusal) -> (start: WallTime, end: WallTime) {
    let starts = try readings(of: start, near: nil)
    let ends = try readings(of: end, near: nil)
    let pairs = starts.flatMap { start in ends.map { (start: start, end: $0) } }
      .filter { $0.start.milliseconds < $0.end.milliseconds }
    // Of two ends that fit a start the nearer is meant, and the other way round.
    let nearest = pairs.filter { pair in
      !pairs.contains { other in
        other.start == pair.start && other.end.milliseconds < pair.end.milliseconds
          || other.end == pair.end && other.start.milliseconds > pair.start.milliseconds
      }
    }
    guard let first = nearest.first else { throw TimeRefusal(TimeEntryError.backwards.sentence) }
    guard nearest.count == 1 else {
      throw TimeRefusal("\(start.text)-\(end.text) a or p? Type a or p.")
    }
    return first
  }

  /// What a time may mean: one reading for each half of the day that was not ruled out.
  private func readings(
    of text: ClockText, near anchor: WallTime?
  ) throws(TimeRefusal) -> [WallTime] {
    let days = isOverMidnight ? [0, 1440] : [0]
    let past = text.readings.compactMap { minute in
      days.map { wallTime(minute + $0) }.filter { $0.milliseconds <= latest }
        .min { distance($0, anchor) < distance($1, anchor) }
    }
    guard !past.isEmpty else {
      throw TimeRefusal(
        "Error: \(wallTime(text.minute).text) is still to come; it is \(moment.wallTime.text).")
    }
    return past
  }

  /// Without an anchor the day of the session comes first.
  private func distance(_ time: WallTime, _ anchor: WallTime?) -> Int64 {
    abs(time.milliseconds - (anchor?.milliseconds ?? wallTime(0).milliseconds))
  }

  // MARK: In words

  /// A time as it was understood: `13:05, 47 min ago`; with its day where that is not today.
  func words(for time: WallTime) -> String {
    guard isToday || time.milliseconds >= midnight.advanced(by: 86_400_000).milliseconds else {
      return "\(time.text) on \(date)"
    }
    guard time.milliseconds <= moment.wall else {
      return "\(time.text), before the clock was set back"
    }
    let minutes = (moment.wall - time.milliseconds) / 60_000
    return minutes == 0
      ? "\(time.text), now" : "\(time.text), \(Wording.duration(minutes: minutes)) ago"
  }
}
