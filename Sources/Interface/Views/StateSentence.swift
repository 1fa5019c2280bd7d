import Billing
import Paperwork
import SessionLog

extension State {
  /// How things stand, in one sentence.
  func stateInWords(at now: Moment) -> String {
    switch place {
    case .sessions: dayInWords(at: now)
    case .session, .summary, .audit: session.map { inWords($0, at: now) } ?? dayInWords(at: now)
    case .form(let form):
      "\(form.title)\(form.client.isEmpty ? "" : " for \(form.client.trimmed)")."
    case .client: "The record of a client; \(clocksInOneClause(besides: nil, at: now))."
    case .search: "Search of all history; \(clocksInOneClause(besides: nil, at: now))."
    }
  }

  /// Today, as “3 visits today: 1 open, 1 signed, 1 planned; nothing runs”.
  private func dayInWords(at now: Moment) -> String {
    let visits = totals(of: now.localDay, at: now).visits
    let counts = [Standing.open, .unsigned, .signed, .planned, .notHeld].compactMap { standing in
      visits[standing].map { "\($0) \(standing.words)" }
    }
    let number = visits.values.reduce(0, +)
    let today =
      number == 0
      ? "No visit today" : "\(counted(number, "visit")) today: \(counts.joined(separator: ", "))"
    let late = listed(on: now.localDay).count { lateness(of: $0, at: now) != nil }
    let parts = [
      today, late > 0 ? "\(late) late" : nil, clocksInOneClause(besides: nil, at: now),
    ]
    return parts.compactMap(\.self).joined(separator: "; ") + "."
  }

  /// A visit, as “KM, OT, Medicare B: 97110 runs since 10:05, 24 minutes, 2 units; 1 caution”.
  private func inWords(_ session: Session, at now: Moment) -> String {
    let visit = session.visit
    let who = [visit.client, visit.discipline.rawValue, visit.payer.name].compactMap(\.self)
      .joined(separator: ", ")
    let bill = shownBill(of: session, at: now)
    let units = "\(counted(bill.totalUnits, "unit")) of the day"
    let findings = session.isSigned ? [] : findingsInWords(of: session, at: now)
    let elsewhere =
      sessionsWithClock.contains { $0.id != session.id }
      ? [clocksInOneClause(besides: session.id, at: now)] : []
    let what = [[standing(of: session, at: now), units].joined(separator: ", ")]
    return "\(who): " + (what + findings + elsewhere).joined(separator: "; ") + "."
  }

  /// What the clock does, with its minutes, or how far the visit is.
  private func standing(of session: Session, at now: Moment) -> String {
    let instant = logbook.instant(of: now)
    let minutes = counted(
      session.panes.reduce(0) { $0 + $1.minutes(at: instant) }, "minute")
    if let signature = session.signature { return "signed by \(signature.name), \(minutes)" }
    if let absence = session.absence { return absence.inWords }
    if session.isPaused, let pause = session.pauses.last {
      let reason = pause.reason.map { " for \($0)" } ?? ""
      return "paused since \(pause.startTime.text)\(reason), \(minutes)"
    }
    let running = session.panes.compactMap { pane in
      pane.intervals.last(where: \.isRunning).map { interval in
        "\(pane.code) runs since \(interval.startTime.text), "
          + counted(pane.minutes(at: instant), "minute")
      }
    }
    if !running.isEmpty { return running.joined(separator: ", ") }
    if session.isPlanned, let appointment = session.visit.appointment {
      let day =
        session.visit.date == now.localDay ? "" : "\(Wording.shortDay(session.visit.date)), "
      return "planned for \(day)\(appointment.span)"
    }
    return session.isTreated ? "nothing runs, \(minutes)" : "nothing runs, nothing logged"
  }

  /// `1 stop, 2 cautions`: what stands in the way of the signature.
  private func findingsInWords(of session: Session, at now: Moment) -> [String] {
    let open = listedFindings(of: session, at: now).filter(\.isOpen)
    let words: [(Finding.Severity, String)] = [(.stop, "stop"), (.caution, "caution")]
    let counts = words.compactMap { severity, word in
      let count = open.count { $0.severity == severity }
      return count > 0 ? counted(count, word) : nil
    }
    return counts.isEmpty ? [] : [counts.joined(separator: ", ")]
  }

  /// Which clocks run, as the end of a sentence.
  private func clocksInOneClause(besides id: SessionID?, at now: Moment) -> String {
    let clocks = clocksInWords(at: now, besides: id)
    return clocks.isEmpty ? "nothing runs" : clocks.joined(separator: ", ")
  }
}
