public import Billing

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
    guard let appointment = session.visit.appointment, let time = wallTime(at: now) else {
      return nil
    }
    let days = time.dayNumber - session.visit.date.dayNumber
    let minutes = days * 1440 + time.minuteOfDay - appointment.end
    guard minutes > 0 else { return nil }
    return LogFacts.Overrun(plannedEnd: appointment.endTime, minutes: minutes)
  }

  /// What the clock on the wall shows at an instant, going on from the last entry.
  private func wallTime(at now: Instant) -> WallTime? {
    entries.last.map { $0.moment.wallTime.advanced(by: now.since(instant(of: $0.moment))) }
  }

  private func gaps(of session: Session) -> [LogFacts.Gap] {
    session.gaps.map { noticed in
      let gap = noticed.gap
      return LogFacts.Gap(
        cause: gap.cause.fact, codes: session.codes(under: noticed),
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
  /// The codes whose clocks ran up to, over or from a gap.
  public func codes(under noticed: NoticedGap) -> [ProcedureCode] {
    let end = noticed.end
    let away = noticed.gap.cause == .clockMoved ? 0 : noticed.gap.seconds * 1000
    let start = end.advanced(by: -away)
    return panes.filter { pane in
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
