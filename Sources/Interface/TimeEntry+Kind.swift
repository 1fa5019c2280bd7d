package import Billing
package import SessionLog

/// Why a typed time cannot be stored, in one sentence.
package struct TimeRefusal: Error, Hashable, Sendable {
  package var sentence: String
  /// The stretch that is not free; none where that is not why.
  var blocked: BlockedStretch?

  init(_ sentence: String, blocked: BlockedStretch? = nil) {
    self.sentence = sentence
    self.blocked = blocked
  }

  /// Whether it only asks which of two times is meant.
  var isQuestion: Bool { !sentence.hasPrefix("Error:") }
}

/// A stretch that was asked for and is not free.
package struct BlockedStretch: Hashable, Sendable {
  var start: Mark
  var end: Mark

  var milliseconds: Int64 { end.place - start.place }
}

extension TimeEntry {
  /// The entry that stores it, or why it cannot be.
  ///
  /// - Parameters:
  ///   - code: the pane's code.
  ///   - session: the session of the pane.
  ///   - logbook: everything that may stand in the way.
  ///   - keymap: the keys that a refusal names.
  package func kind(
    for code: ProcedureCode, of session: Session, in logbook: Logbook, keymap: Keymap,
    at now: Moment
  ) throws(TimeRefusal) -> Entry.Kind {
    guard let timed = session[code] else { throw TimeRefusal("Error: \(code) has no pane.") }
    let pane = TimedPane(
      code: code, session: session, logbook: logbook, keymap: keymap, moment: now, pane: timed)
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
  let keymap: Keymap
  let moment: Moment
  let pane: Session.Pane

  func earlier(by minutes: Int) throws(TimeRefusal) -> Entry.Kind {
    let last = try lastInterval()
    let start = last.startTime.advanced(by: Int64(minutes) * -60_000)
    guard start.milliseconds >= day.midnight.milliseconds else {
      throw TimeRefusal(
        "Error: \(start.text) is of the day before; the session is of \(session.visit.date).")
    }
    try requireFree(from: last.startMark.moved(to: start), to: last.startMark, moving: last)
    return .startMoved(code: code, start: start)
  }

  func starting(at clock: ClockText) throws(TimeRefusal) -> Entry.Kind {
    let last = try lastInterval()
    let start = try day.time(clock, near: last.startTime)
    let moved = last.startMark.moved(to: start)
    let end = last.endMark ?? logbook.mark(of: moment)
    guard moved.place <= end.place else {
      throw TimeRefusal("Error: \(start.text) is after its end, \(end.time.text).")
    }
    if moved.place < last.startMark.place {
      try requireFree(from: moved, to: last.startMark, moving: last)
    }
    return .startMoved(code: code, start: start)
  }

  func interval(from: ClockText, to: ClockText) throws(TimeRefusal) -> Entry.Kind {
    let (start, end) = try day.stretch(from, to)
    let first = logbook.mark(of: start, in: session, at: moment)
    let last = first.moved(to: end)
    let fitted = stretch(moving: nil).fitted(first, before: last, in: logbook)
    try requireFree(from: fitted, to: last, moving: nil)
    return .intervalStated(code: code, start: fitted.time, end: end)
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
        \(keymap.label(of: .performer, in: .session)) t first\(other).
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

  private var day: ClockDay { ClockDay(of: session, in: logbook, at: moment) }

  // MARK: What stands in the way

  private func stretch(moving: Interval?) -> Stretch {
    Stretch(
      code: code, session: session, performer: moving?.performer ?? pane.performer, moving: moving)
  }

  /// Refuses a stretch that lies in a pause, or in which something else was given.
  private func requireFree(
    from start: Mark, to end: Mark, moving: Interval?
  ) throws(TimeRefusal) {
    guard let obstacle = stretch(moving: moving).obstacle(from: start, to: end, in: logbook) else {
      return
    }
    throw TimeRefusal(obstacle.sentence(in: session) + way(around: obstacle, to: end, moving))
  }

  /// What can be had instead, or which key goes further.
  private func way(
    around obstacle: Obstacle, to end: Mark, _ moving: Interval?
  ) -> String {
    guard case .taken(let taken) = obstacle else { return "" }
    if let last = obstacle.end, end.place - last.place >= 60_000 {
      let minutes = (end.place - last.place) / 60_000
      return moving == nil
        ? " \(last.time.text)-\(end.time.text) is free." : " -\(minutes) is free."
    }
    let isSwitch = moving != nil && taken.interval.ending == moving?.entry
    let (move, cut) = (
      keymap.label(of: .switchBack, in: .session), keymap.label(of: .intervals, in: .session)
    )
    if isSwitch { return " \(move) moves the switch." }
    return taken.session.id == session.id
      ? " \(cut) cuts it back." : " \(cut) in that visit cuts it back."
  }
}
