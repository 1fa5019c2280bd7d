import Billing

// What the log knows of a day beside its services: its timers, its clocks, its late entries, and how
// long its performers were there.
extension Logbook {
  /// The facts of sessions that are billed as one day.
  func facts(of sessions: [Session], at now: Instant) -> LogFacts {
    LogFacts(
      timers: sessions.flatMap { timers(of: $0, at: now) }, gaps: sessions.flatMap(gaps(of:)),
      lateEntries: sessions.flatMap(\.lateFacts), presences: presences(in: sessions, at: now))
  }

  private func timers(of session: Session, at now: Instant) -> [LogFacts.RunningTimer] {
    let overrun = overrun(of: session, at: now)
    return session.panes.flatMap { pane in
      pane.intervals.filter(\.isRunning).map { interval in
        LogFacts.RunningTimer(
          code: pane.code, minutes: Int(interval.milliseconds(at: now) / 60_000), overrun: overrun)
      }
    }
  }

  /// How far the visit has gone past its planned end, by the clock on the wall.
  private func overrun(of session: Session, at now: Instant) -> LogFacts.Overrun? {
    guard let end = session.visit.appointment?.end, let time = wallTime(at: now) else { return nil }
    let days = time.dayNumber - session.visit.date.dayNumber
    let minutes = days * 1440 + time.minuteOfDay - end
    guard minutes > 0 else { return nil }
    let midnight = WallTime(milliseconds: 0, utcOffset: 0)
    return LogFacts.Overrun(
      plannedEnd: midnight.advanced(by: Int64(end) * 60_000).text, minutes: minutes)
  }

  /// What the clock on the wall shows at an instant, going on from the last entry.
  private func wallTime(at now: Instant) -> WallTime? {
    entries.last.map { $0.moment.wallTime.advanced(by: now.since(instant(of: $0.moment))) }
  }

  private func gaps(of session: Session) -> [LogFacts.Gap] {
    session.gaps.map { noticed in
      let gap = noticed.gap
      let away = gap.cause == .clockMoved ? 0 : gap.seconds * 1000
      return LogFacts.Gap(
        cause: gap.cause.fact,
        codes: session.codes(
          from: noticed.end.advanced(by: -away), to: noticed.end),
        start: gap.start.text, end: gap.end.text, seconds: Int(gap.seconds),
        keptSeconds: noticed.keptSeconds.map(Int.init),
        lookedLast: (gap.lookedLast ?? (gap.cause == .restarted ? gap.start : nil))?.text)
    }
  }
}

extension ClockGap.Cause {
  fileprivate var fact: LogFacts.Gap.Cause {
    switch self {
    case .slept: .slept
    case .restarted: .restarted
    case .clockMoved: .clockMoved
    }
  }
}

extension Session {
  /// The codes whose clocks ran up to, over or from a stretch.
  fileprivate func codes(from start: Instant, to end: Instant) -> [ProcedureCode] {
    panes.filter { pane in
      pane.intervals.contains { $0.start <= end && start <= $0.end ?? end }
    }.map(\.code)
  }

  fileprivate var lateFacts: [LogFacts.LateEntry] {
    lateStatements.flatMap { entry in
      codes(statedBy: entry).map { code in
        LogFacts.LateEntry(
          code: code, entry: entry.id.rawValue, made: entry.moment.localDay, author: entry.author)
      }
    }
  }
}

extension WallTime {
  /// The local day, counted as ``ServiceDate/dayNumber``.
  fileprivate var dayNumber: Int {
    Int((milliseconds.flooredQuotient(by: 1000) + Int64(utcOffset)).flooredQuotient(by: 86_400))
  }
}
