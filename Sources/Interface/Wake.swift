import Billing
package import SessionLog

/// Milliseconds from `now` until the screen has something new to show: the next whole second of a
/// running clock that is seen, otherwise the next minute of the header's clock, or a reminder before
/// it.
package func millisecondsToNextChange(_ state: State, at now: Moment) -> Int64 {
  let minute: Int64 = 60_000
  let headerClock = minute - (now.wall % minute + minute) % minute
  // Another copy records: its entries are looked for every second.
  let looking: Int64 = state.setup.looksAgain ? 1_000 : .max
  guard state.lock == nil else {
    return min(headerClock, looking, state.millisecondsToNextTickOfLock(at: now))
  }
  return min(
    headerClock, looking, state.millisecondsToNextTick(at: now),
    state.millisecondsToIdleLock(at: now), state.millisecondsToNextReminder(at: now))
}

extension State {
  private func nextStep(of session: Session, every step: Int64, at now: Moment) -> Int64 {
    let instant = logbook.instant(of: now)
    return session.panes.filter(\.isRunning)
      .map { step - $0.milliseconds(at: instant) % step }.min() ?? .max
  }

  /// The locked screen shows the seconds of every running clock, and of a wait for the next PIN.
  fileprivate func millisecondsToNextTickOfLock(at now: Moment) -> Int64 {
    let clocks = logbook.sessions.values.map { nextStep(of: $0, every: 1_000, at: now) }.min()
    let wait = setup.pinAttempts.millisecondsToWait(at: now)
    return min(clocks ?? .max, wait > 0 ? (wait - 1) % 1_000 + 1 : .max)
  }

  /// The session screen shows seconds; the list and the summary show minutes.
  fileprivate func millisecondsToNextTick(at now: Moment) -> Int64 {
    switch place {
    case .session(let place):
      logbook.sessions[place.session].map { nextStep(of: $0, every: 1_000, at: now) } ?? .max
    case .sessions, .summary:
      logbook.sessions.values.map { nextStep(of: $0, every: 60_000, at: now) }.min() ?? .max
    case .form, .client, .search, .audit: .max
    }
  }
}
