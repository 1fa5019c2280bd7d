package import Billing
import Paperwork
package import SessionLog

/// The list of today's and unfinished sessions.
package struct SessionList: Hashable, Sendable {
  package var selected: SessionID?
  package init(selected: SessionID? = nil) { self.selected = selected }
}

extension State {
  /// Today's sessions and those of earlier days that wait for a signature, which come first; each
  /// day in the order of its hours.
  package func listed(on today: ServiceDate) -> [Session] {
    logbook.sessions.values
      .filter { $0.visit.date == today || ($0.visit.date < today && !$0.isClosed) }
      .sorted { ($0.visit.date, $0.minuteOfDay, $0.id) < ($1.visit.date, $1.minuteOfDay, $1.id) }
  }

  /// Planned visits of the days after today, the next first.
  func plannedLater(than today: ServiceDate) -> [Session] {
    logbook.sessions.values
      .filter { $0.visit.date > today && !$0.isClosed }
      .sorted { ($0.visit.date, $0.minuteOfDay, $0.id) < ($1.visit.date, $1.minuteOfDay, $1.id) }
  }
}

/// How far a visit is.
package enum Standing: CaseIterable, Hashable, Sendable {
  /// It has a time, and nothing was done in it.
  case planned
  /// A clock runs or waits, or it was begun and nothing was done in it yet.
  case open
  /// Something was done in it; the signature is missing.
  case unsigned
  case signed
  case notHeld

  var words: String {
    switch self {
    case .planned: "planned"
    case .open: "open"
    case .unsigned: "unsigned"
    case .signed: "signed"
    case .notHeld: "not held"
    }
  }
}

extension Session {
  package var standing: Standing {
    if isSigned { return .signed }
    if absence != nil { return .notHeld }
    if hasClock { return .open }
    if isTreated { return .unsigned }
    return isPlanned ? .planned : .open
  }

  /// When it began: by its first clock, else as it was opened.
  var begun: WallTime {
    panes.flatMap(\.intervals).map(\.startTime).min { $0.milliseconds < $1.milliseconds } ?? opened
  }

  /// The minute of the day that it has its place in the list by: when it was planned for, else when
  /// it began.
  fileprivate var minuteOfDay: Int { visit.appointment?.start ?? begun.minuteOfDay }
}

extension State {
  /// Minutes after which a planned visit that was not begun is late.
  private static let graceMinutes = 10

  /// What is late about a visit, as a sentence that says what mends it; nothing where nothing is.
  func lateness(of session: Session, at now: Moment) -> String? {
    guard !session.isClosed else { return nil }
    let date = session.visit.date
    let keymap = setup.keymap
    let absence = keymap.label(of: .absence, in: .sessions)
    if date < now.localDay {
      let day = Wording.shortDay(date)
      if session.hasClock {
        return "A clock of \(day) still runs or is paused: open it and stop it."
      }
      return session.isTreated
        ? "Of \(day), not signed: \(keymap.label(of: .summary, in: .session)) in it shows what is "
          + "missing."
        : "Of \(day), nothing done: \(keymap.label(of: .time, in: .session)) in it types minutes,"
          + " \(absence) if not held."
    }
    guard date == now.localDay, session.isPlanned, let appointment = session.visit.appointment
    else { return nil }
    let minutes = now.wallTime.minuteOfDay - appointment.start
    guard minutes >= Self.graceMinutes else { return nil }
    let passed =
      minutes > 90 ? Wording.duration(minutes: Int64(minutes)) : counted(minutes, "minute")
    return "Planned for \(appointment.startTime), \(passed) ago:"
      + " Enter opens it, \(absence) if not held."
  }
}
