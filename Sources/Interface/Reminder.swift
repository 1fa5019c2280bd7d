import Billing
import SessionLog

/// Something worth a word while clocks run; it never stops one.
struct Reminder: Hashable {
  /// What it is about: told once each.
  enum Subject: Hashable {
    /// A clock that runs for longer than it should, named by the entry that began it.
    case longTimer(SessionID, EntryID)
    /// A clock that runs since a day before.
    case sinceYesterday(SessionID, EntryID)
    case pastPlannedEnd(SessionID)
    /// Nothing runs in a visit since an instant.
    case nothingRuns(SessionID, since: Instant)
  }

  var subject: Subject
  /// Milliseconds until it is due; 0 or less where it is.
  var wait: Int64
  /// One sentence, with the key that mends it.
  var words: String
}

extension State {
  /// Milliseconds without a clock after which a visit is mentioned.
  private static let idleLimit: Int64 = 5 * 60_000

  /// What is to be told now or later, but for what was told already.
  func reminders(at now: Moment) -> [Reminder] {
    let instant = logbook.instant(of: now)
    let open = logbook.sessions.values.filter { !$0.isClosed }.sorted { $0.id < $1.id }
    let clocks = open.flatMap { session in
      session.panes.compactMap { pane in
        pane.intervals.last(where: \.isRunning).map {
          clockReminder(of: $0, pane.code, in: session, at: now, instant)
        }
      }
    }
    let others = open.compactMap { plannedEnd(of: $0, at: now) }
    return (clocks + others + [nothingRuns(at: now, instant)].compactMap(\.self))
      .filter { !told.contains($0.subject) }
  }

  /// The first of them that is due, told on the line above the keys; it goes with the next key.
  mutating func remind(at now: Moment) {
    // A word shortly before the screen locks would go unread: it waits for the next key.
    guard lock == nil, overlay == nil, scene != nil, !setup.isLookOnly,
      millisecondsToIdleLock(at: now) > 60_000,
      let due = reminders(at: now).first(where: { $0.wait <= 0 })
    else { return }
    told.insert(due.subject)
    notice = Notice(due.words)
  }

  /// Milliseconds until the next one is due.
  func millisecondsToNextReminder(at now: Moment) -> Int64 {
    reminders(at: now).map(\.wait).filter { $0 > 0 }.min() ?? .max
  }

  // MARK: What is worth a word

  private func clockReminder(
    of interval: Interval, _ code: ProcedureCode, in session: Session, at now: Moment,
    _ instant: Instant
  ) -> Reminder {
    let name = "\(code)\(whose(session))"
    let mend = key(of: .intervals)
    guard session.visit.date == now.localDay else {
      return Reminder(
        subject: .sinceYesterday(session.id, interval.entry), wait: 0,
        words: "\(name) runs since \(interval.startTime.text) of \(session.visit.date); "
          + "\(mend) mends it."
      )
    }
    let limit = logbook.tables.longTimerMinutes
    return Reminder(
      subject: .longTimer(session.id, interval.entry),
      wait: Int64(limit) * 60_000 - interval.milliseconds(at: instant),
      words: "\(name) runs for over \(Self.hours(limit)), since \(interval.startTime.text);"
        + " \(mend) mends it.")
  }

  private static func hours(_ minutes: Int) -> String {
    minutes.isMultiple(of: 60) ? "\(minutes / 60) h" : "\(minutes) min"
  }

  private func plannedEnd(of session: Session, at now: Moment) -> Reminder? {
    guard let appointment = session.visit.appointment, session.visit.date == now.localDay,
      let code = session.running.first
    else { return nil }
    let end = ClockDay(of: session, in: logbook, at: now).wallTime(appointment.end)
    return Reminder(
      subject: .pastPlannedEnd(session.id), wait: end.milliseconds - now.wall,
      words: "\(session.visit.client) was planned until \(end.text), and \(code) still runs;"
        + " its digit stops it.")
  }

  /// The visit on the screen, where it was begun and nobody's clock runs.
  private func nothingRuns(at now: Moment, _ instant: Instant) -> Reminder? {
    guard case .session = place, let session, !session.isClosed, sessionsWithClock.isEmpty,
      session.visit.date == now.localDay,
      let last = session.panes.flatMap(\.intervals)
        .compactMap({ interval in interval.end.map { (end: $0, time: interval.endTime) } })
        .max(by: { $0.end < $1.end })
    else { return nil }
    return Reminder(
      subject: .nothingRuns(session.id, since: last.end),
      wait: Self.idleLimit - instant.since(last.end),
      words: "Nothing runs since \(last.time?.text ?? "then"); a digit starts a clock,"
        + " \(key(of: .summary)) is the summary.")
  }
}
