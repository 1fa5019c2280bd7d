/// A point on the log's axis, with what the clock on the wall showed there.
///
/// Where that clock was set meanwhile, two marks of the same time lie apart.
public struct Mark: Hashable, Sendable {
  public var instant: Instant
  public var time: WallTime

  public init(instant: Instant, time: WallTime) {
    self.instant = instant
    self.time = time
  }

  /// The point at which the same clock shows `other`.
  public func moved(to other: WallTime) -> Mark {
    Mark(
      instant: instant.advanced(by: other.milliseconds - time.milliseconds), time: other)
  }

  /// The same clock at another point.
  func moved(to other: Instant) -> Mark {
    Mark(instant: other, time: time.advanced(by: other.since(instant)))
  }

  /// The same point as the clock of `other` showed it.
  public func shown(by other: Mark) -> Mark {
    other.moved(to: time.advanced(by: lead - other.lead))
  }

  /// Where it stands among others, in milliseconds of the axis.
  ///
  /// Two readings of the clocks differ by a millisecond now and then: the axis is taken in whole
  /// seconds from the clock on the wall, so that what touches there touches here.
  public var place: Int64 { time.milliseconds + lead }

  /// Whole seconds, in milliseconds, from the clock on the wall to the axis.
  private var lead: Int64 {
    Axis.wholeSeconds(instant.milliseconds - time.milliseconds)
  }
}

extension Interval {
  public var startMark: Mark { Mark(instant: start, time: startTime) }
  /// Its end; nothing while it runs.
  public var endMark: Mark? {
    guard let end, let endTime else { return nil }
    return Mark(instant: end, time: endTime)
  }

  /// Where the clock on the wall showed a time in it; `now` is its end while it runs.
  ///
  /// Where that clock was set while it ran, its two ends tell differently: the one counts by which
  /// the time lies within it, the start first.
  public func mark(of time: WallTime, at now: Mark) -> Mark {
    let last = endMark ?? now
    let marks = [startMark.moved(to: time), last.moved(to: time)]
    return marks.first { start <= $0.instant && $0.instant <= last.instant } ?? marks[0]
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

extension Pause {
  public var startMark: Mark { Mark(instant: start, time: startTime) }
  /// Its end; nothing while it goes on.
  public var endMark: Mark? {
    guard let end, let endTime else { return nil }
    return Mark(instant: end, time: endTime)
  }
}

extension Logbook {
  /// A moment as a point on the log's axis.
  public func mark(of moment: Moment) -> Mark {
    Mark(instant: instant(of: moment), time: moment.wallTime)
  }

  /// Where the clock on the wall showed a time, as a session's readings of it say; of two that are as
  /// near, the later.
  public func mark(of time: WallTime, in session: Session, at now: Moment) -> Mark {
    var axis = session.axis
    axis.note(now, at: instant(of: now))
    return axis.mark(of: time)
  }
}
