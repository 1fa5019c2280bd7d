package import Billing
package import SessionLog

/// Why a typed time cannot be stored, in one sentence.
package struct TimeRefusal: Error, Hashable, Sendable {
  package var sentence: String
  init(_ sentence: String) { self.sentence = sentence }
}

extension TimeEntry {
  /// The entry that stores it, or why it cannot be.
  ///
  /// - Parameters:
  ///   - code: the pane's code.
  ///   - session: the session of the pane.
  ///   - logbook: everything that may stand in the way.
  package func kind(
    for code: ProcedureCode, of session: Session, in logbook: Logbook, at now: Moment
  ) throws(TimeRefusal) -> Entry.Kind {
    guard let timed = session[code] else { throw TimeRefusal("Error: \(code) has no pane.") }
    let pane = TimedPane(code: code, session: session, logbook: logbook, moment: now, pane: timed)
    switch self {
    case .earlier(let minutes): return try pane.earlier(by: minutes)
    case .added(let minutes): return try pane.adding(minutes)
    case .total(let minutes): return try pane.stating(minutes)
    case .interval(let start, let end): return try pane.interval(from: start, to: end)
    case .start(let minute): return try pane.starting(at: minute)
    case .units(let units): return try pane.counting(units)
    case .timing(let isTimed): return try pane.timing(isTimed)
    }
  }
}

/// A pane whose time is about to be changed, with all that may stand in the way.
private struct TimedPane {
  let code: ProcedureCode
  let session: Session
  let logbook: Logbook
  let moment: Moment
  let pane: Session.Pane

  func earlier(by minutes: Int) throws(TimeRefusal) -> Entry.Kind {
    let last = try lastInterval()
    let start = last.startTime.advanced(by: Int64(minutes) * -60_000)
    if let midnight = midnight(), start.milliseconds < midnight {
      throw TimeRefusal(
        "Error: \(start.text) is of the day before; the session is of \(session.visit.date).")
    }
    try requireFree(from: start, to: last.startTime, moving: last)
    return .startMoved(code: code, start: start)
  }

  func starting(at minute: Int) throws(TimeRefusal) -> Entry.Kind {
    let last = try lastInterval()
    let start = try wallTime(minute)
    let end = last.endTime ?? moment.wallTime
    guard start.milliseconds <= end.milliseconds else {
      throw TimeRefusal("Error: \(start.text) is after its end, \(end.text).")
    }
    if start.milliseconds < last.startTime.milliseconds {
      try requireFree(from: start, to: last.startTime, moving: last)
    }
    return .startMoved(code: code, start: start)
  }

  func interval(from: Int, to: Int) throws(TimeRefusal) -> Entry.Kind {
    let (start, end) = (try wallTime(from), try wallTime(to))
    try requireFree(from: start, to: end, moving: nil)
    return .intervalStated(code: code, start: start, end: end)
  }

  func adding(_ minutes: Int) throws(TimeRefusal) -> Entry.Kind {
    guard pane.minutes(at: logbook.instant(of: moment)) + minutes <= TimeEntry.mostMinutes else {
      throw TimeRefusal("Error: that would be more than \(TimeEntry.mostMinutes) minutes, a day.")
    }
    return .secondsTyped(code: code, seconds: Int64(minutes) * 60)
  }

  func stating(_ minutes: Int) throws(TimeRefusal) -> Entry.Kind {
    guard pane.performer.role.isBilled else {
      let other = minutes > 0 ? "; or +\(minutes) adds to \(pane.performer.name)'s" : ""
      throw TimeRefusal(
        """
        Error: a total is of billed minutes, and \(code) is with \(pane.performer): \
        p t first\(other).
        """)
    }
    return .totalStated(code: code, seconds: Int64(minutes) * 60)
  }

  func counting(_ units: Int) throws(TimeRefusal) -> Entry.Kind {
    guard case .counted? = logbook.catalog[code]?.timing else {
      throw TimeRefusal("Error: \(code) is not counted; its units follow from its minutes.")
    }
    return .unitsStated(code: code, units: units)
  }

  func timing(_ isTimed: Bool) throws(TimeRefusal) -> Entry.Kind {
    guard case .depends? = logbook.catalog[code]?.timing else {
      throw TimeRefusal("Error: the timing of \(code) is fixed.")
    }
    return .timingStated(code: code, isTimed: isTimed)
  }

  private func lastInterval() throws(TimeRefusal) -> Interval {
    guard let last = pane.intervals.last else {
      throw TimeRefusal("Error: \(code) has no interval yet; +5 or 1305-1320 add one.")
    }
    return last
  }

  // MARK: The day

  /// 0:00 of the date of service by the wall clock, in milliseconds, where a moment of that day is
  /// known.
  private func midnight() -> Int64? {
    let moments = [moment] + session.entries.map(\.moment)
    guard let known = moments.first(where: { $0.localDay == session.visit.date }) else {
      return nil
    }
    let day: Int64 = 86_400_000
    let local = known.wall + Int64(known.utcOffset) * 1000
    return known.wall - (local % day + day) % day
  }

  /// A minute of today as the clock on the wall shows it; never one to come.
  private func wallTime(_ minute: Int) throws(TimeRefusal) -> WallTime {
    guard session.visit.date == moment.localDay, let midnight = midnight() else {
      throw TimeRefusal("Error: clock times are for today's sessions; type minutes, such as +5.")
    }
    let time = WallTime(
      milliseconds: midnight + Int64(minute) * 60_000, utcOffset: moment.utcOffset)
    guard time.milliseconds <= moment.wall else {
      throw TimeRefusal("Error: \(time.text) is still to come; it is \(moment.wallTime.text).")
    }
    return time
  }

  // MARK: What stands in the way

  /// Refuses a stretch that lies in a pause, or in which something else was given.
  private func requireFree(
    from start: WallTime, to end: WallTime, moving: Interval?
  ) throws(TimeRefusal) {
    let pause = session.pauses.first { pause in
      pause.startTime.milliseconds < end.milliseconds
        && start.milliseconds < pause.endTime?.milliseconds ?? .max
    }
    if let pause {
      throw TimeRefusal("Error: \(stretch(pause.startTime, pause.endTime)) is a pause.")
    }
    let performer = moving?.performer ?? pane.performer
    let taken = logbook.taken(
      from: start, to: end, for: code, by: performer, in: session, moving: moving)
    if let taken { throw TimeRefusal(sentence(about: taken, to: end)) }
  }

  /// Which stretch is taken, and how far back one can go instead.
  private func sentence(about taken: TakenTime, to end: WallTime) -> String {
    let client = taken.session.id == session.id ? "" : " of \(taken.session.visit.client)"
    let reason =
      switch taken.reason {
      case .code: "it ran then already"
      case .performer: "one performer does one thing at a time"
      case .client: "one client is given one code at a time"
      }
    let interval = taken.interval
    let free = interval.endTime.map { (end.milliseconds - $0.milliseconds) / 60_000 } ?? 0
    let way = free > 0 ? " -\(free) is free." : ""
    return """
      Error: \(taken.code)\(client) has \(stretch(interval.startTime, interval.endTime)); \
      \(reason).\(way)
      """
  }

  private func stretch(_ start: WallTime, _ end: WallTime?) -> String {
    "\(start.text)-\(end?.text ?? "now")"
  }
}
