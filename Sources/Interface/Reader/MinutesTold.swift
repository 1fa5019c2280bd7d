import Billing
import Paperwork
import SessionLog

/// The minutes of running clocks as they were told last.
///
/// A voice that speaks every second says nothing: a line comes when a minute or a unit has changed,
/// and at most one in a minute.
struct MinutesTold: Hashable {
  private var minutes: [SessionID: [ProcedureCode: Int]] = [:]
  private var last: Moment?

  /// Milliseconds between two lines: a minute, less what the line before may have come late.
  private static let pause: Int64 = 59_500

  /// Takes what runs as told: the panes were read.
  mutating func hear(_ state: State, at now: Moment) {
    // A clock that goes on is told in its turn; one that began was read when it began.
    let told = minutes
    minutes = state.runningMinutes(at: now)
    for (id, codes) in minutes {
      for code in codes.keys { told[id]?[code].map { minutes[id]?[code] = $0 } }
    }
  }

  /// The line of all running clocks, when one has a new minute and the last line is a minute old.
  mutating func news(of state: State, at now: Moment) -> String? {
    let running = state.runningMinutes(at: now)
    guard running != minutes, !running.isEmpty else { return nil }
    if let last, now.elapsed(since: last) < Self.pause { return nil }
    minutes = running
    last = now
    return state.sessionsWithClock.compactMap { state.runningInWords(of: $0, at: now) }
      .joined(separator: " ")
  }
}

extension State {
  /// Whole minutes of the clocks that run, by session and code.
  fileprivate func runningMinutes(at now: Moment) -> [SessionID: [ProcedureCode: Int]] {
    let instant = logbook.instant(of: now)
    return sessionsWithClock.reduce(into: [:]) { minutes, session in
      for pane in session.panes where pane.isRunning {
        minutes[session.id, default: [:]][pane.code] = pane.minutes(at: instant)
      }
    }
  }

  /// `97110: 14 minutes, 1 unit.`, with the client where it is not the session in front.
  fileprivate func runningInWords(of session: Session, at now: Moment) -> String? {
    let running = panes(of: session, focus: nil, at: now).panes.filter { $0.standing == .running }
    guard !running.isEmpty else { return nil }
    let codes = running.map { "\($0.code): \($0.minutesInWords), \($0.unitsInWords)" }
    let client = self.session?.id == session.id ? "" : "\(session.visit.client): "
    return client + codes.joined(separator: "; ") + "."
  }
}
