import Billing
import SessionLog

/// A form for an interval with all that bears on it: reads its fields, and says what would be
/// stored.
struct IntervalEdit {
  let form: IntervalForm
  let code: ProcedureCode
  let session: Session
  let pane: Session.Pane
  /// The interval that is changed; none where one is inserted.
  let interval: Interval?
  let logbook: Logbook
  let moment: Moment
  let day: ClockDay

  /// Nothing where the interval is not there any more.
  init?(_ box: IntervalsBox, in logbook: Logbook, at now: Moment) {
    guard let form = box.form, let session = logbook.sessions[box.session],
      let pane = session[box.code]
    else { return nil }
    let interval = pane.intervals.first { $0.entry == form.purpose.interval }
    guard interval != nil || form.purpose == .insert else { return nil }
    (self.form, code, self.session, self.pane) = (form, box.code, session, pane)
    (self.interval, self.logbook, moment) = (interval, logbook, now)
    day = ClockDay(of: session, in: logbook, at: now)
  }

  /// Whether the entry is made after the day of service, and so wants a reason.
  var isLate: Bool { moment.localDay > session.visit.date }

  var performer: Performer { interval?.performer ?? pane.performer }

  var stretch: Stretch {
    // Of an interval that is split, the rest moves to its code.
    Stretch(code: form.rest ?? code, session: session, performer: performer, moving: interval)
  }

  // MARK: Fields

  /// The time that a field holds; none for the end of an interval that still runs.
  func time(of field: IntervalForm.Field) throws(TimeRefusal) -> WallTime? {
    if let exact = form.untouched(field) { return exact }
    let typed = form.typed(field)
    if typed.isEmpty {
      if field == .end, interval?.isRunning == true { return nil }
      throw TimeRefusal(Self.wanted(for: field, of: form.purpose))
    }
    switch try TimeText(typed) {
    case .clock(let clock):
      if field == .end, let start = try? time(of: .start) {
        return try day.end(clock, after: start)
      }
      return try day.time(clock, near: interval?.startTime)
    case .shifted(let minutes):
      let time = try base(of: field, isLater: minutes > 0)
        .advanced(by: Int64(minutes) * 60_000)
      guard mark(of: time, in: field).instant <= present.instant else {
        throw TimeRefusal("Error: \(time.text) is still to come; it is \(moment.wallTime.text).")
      }
      return time
    }
  }

  /// Where the time of a field lies: counted from the end of the interval that it moves.
  func mark(of time: WallTime, in field: IntervalForm.Field) -> Mark {
    guard let interval else { return logbook.mark(of: time, in: session, at: moment) }
    return switch (form.purpose, field) {
    case (.correct, .start): interval.startMark.moved(to: time)
    case (.correct, _): (interval.endMark ?? present).moved(to: time)
    default: interval.mark(of: time, at: present)
    }
  }

  var present: Mark { logbook.mark(of: moment) }

  private static func wanted(
    for field: IntervalForm.Field, of purpose: IntervalForm.Purpose
  ) -> String {
    switch (field, purpose) {
    case (.time, _): "When: 1305, 1:05p; +5 after its start, -5 before its end."
    case (.start, .insert): "From when: 1305, 1:05p; -20 is twenty minutes ago."
    case (.end, .insert): "Until when: 1320, 1:20p; +15 after its start; -5 is five minutes ago."
    case (.start, _): "From when: 1305, 1:05p; -5 is earlier, +5 later."
    default: "Until when: 1320, 1:20p; -5 is earlier, +5 later."
    }
  }

  /// What `-5` and `+5` are counted from: the time that stands there, or now; within an interval `+`
  /// from its start and `-` from its end.
  private func base(
    of field: IntervalForm.Field, isLater: Bool
  ) throws(TimeRefusal) -> WallTime {
    let end = interval?.endTime ?? moment.wallTime
    switch (field, form.purpose) {
    case (_, .split), (_, .takeOut): return isLater ? interval?.startTime ?? end : end
    case (.start, .correct): return interval?.startTime ?? end
    case (.end, .correct): return end
    case (.end, .insert) where isLater: return try time(of: .start) ?? end
    default: return moment.wallTime
    }
  }
}
