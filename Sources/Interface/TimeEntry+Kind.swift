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
    case .total(let minutes): return .totalStated(code: code, seconds: Int64(minutes) * 60)
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

  /// Refuses a stretch that lies in a pause, in which the performer was bound by another exclusive
  /// code, or in which the code itself ran.
  private func requireFree(
    from start: WallTime, to end: WallTime, moving: Interval?
  ) throws(TimeRefusal) {
    func meets(_ from: WallTime, _ to: WallTime?) -> Bool {
      from.milliseconds < end.milliseconds
        && start.milliseconds < to?.milliseconds ?? .max
    }
    if let pause = session.pauses.first(where: { meets($0.startTime, $0.endTime) }) {
      throw TimeRefusal("Error: \(stretch(pause.startTime, pause.endTime)) is a pause.")
    }
    for (other, pane) in neighbours() {
      let isSame = other.id == session.id && pane.code == code
      for interval in pane.intervals
      where !(isSame && interval == moving) && meets(interval.startTime, interval.endTime) {
        throw TimeRefusal(sentence(about: interval, of: pane, in: other, isSame: isSame, to: end))
      }
    }
  }

  /// The panes that bind the same performer: this one, and the exclusive ones where it is exclusive.
  private func neighbours() -> [(Session, Session.Pane)] {
    let isExclusive = logbook.catalog.isExclusive(code)
    return logbook.sessions.values.sorted { $0.id < $1.id }
      .filter { $0.visit.clinician == session.visit.clinician }
      .flatMap { other in other.panes.map { (other, $0) } }
      .filter { other, pane in
        other.id == session.id && pane.code == code
          || isExclusive && logbook.catalog.isExclusive(pane.code)
      }
  }

  /// Which stretch is taken, and how far back one can go instead.
  private func sentence(
    about taken: Interval, of pane: Session.Pane, in other: Session, isSame: Bool, to end: WallTime
  ) -> String {
    let client = other.id == session.id ? "" : " of \(other.visit.client)"
    let reason = isSame ? "it ran then already" : "one performer does one thing at a time"
    let free = taken.endTime.map { (end.milliseconds - $0.milliseconds) / 60_000 } ?? 0
    let way = free > 0 ? " -\(free) is free." : ""
    return
      "Error: \(pane.code)\(client) has \(stretch(taken.startTime, taken.endTime)); \(reason).\(way)"
  }

  private func stretch(_ start: WallTime, _ end: WallTime?) -> String {
    "\(start.text)-\(end?.text ?? "now")"
  }
}
