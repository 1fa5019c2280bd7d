import Billing
import Screen
import SessionLog

extension State {
  // MARK: From person to person

  /// One-on-one with the person before: the clock that last ran for another client starts again,
  /// and this client's stops in the same entry.
  mutating func swapPerson(from session: Session, at now: Moment) -> [Effect] {
    guard !refusesToRecord() else { return [] }
    guard let before = oneOnOne(before: session, at: now) else {
      notice = Notice(
        "Nobody else was one-on-one today: \(key(of: .swapPerson)) goes back to the client before this"
          + " one.")
      return []
    }
    guard before.session[before.code]?.isRunning != true else {
      show(before.code, of: before.session.id)
      notice = Notice("\(before.code) of \(before.session.visit.client) runs already.")
      return []
    }
    let others = logbook.bound(byStarting: [before.code], in: before.session)
    return record(
      .started(code: before.code), in: [before.session.id] + others.map(\.id), at: now)
  }

  /// The visit of another client that the clinician was one-on-one in last, and with which code.
  private func oneOnOne(
    before session: Session, at now: Moment
  ) -> (session: Session, code: ProcedureCode)? {
    let performer = session.visit.performer
    let stretches = listed(on: now.localDay)
      .filter { $0.visit.date == now.localDay && $0.id != session.id && !$0.isClosed }
      .flatMap { other in
        other.panes.filter { logbook.catalog.isExclusive($0.code) }.flatMap { pane in
          pane.intervals
            .filter { $0.group == nil && $0.performer.isSame(as: performer) }
            .map { (session: other, code: pane.code, start: $0.start) }
        }
      }
    return stretches.max { $0.start < $1.start }.map { ($0.session, $0.code) }
  }

  /// Goes to the pane of a code.
  mutating func show(_ code: ProcedureCode, of id: SessionID) {
    guard let session = logbook.sessions[id],
      let index = session.panes.firstIndex(where: { $0.code == code })
    else { return }
    focusPane(index, of: session)
  }

  // MARK: Forms

  /// The form for a visit that is planned.
  mutating func openPlan(at now: Moment) { openForm(for: .plan, at: now) }

  /// The form for a visit that begins, or is planned.
  mutating func openForm(for purpose: VisitForm.Purpose, at now: Moment) {
    guard !refusesToRecord() else { return }
    // A planned visit may be a colleague's: it says nothing of who works here.
    let last = logbook.sessions.values.filter { $0.visit.appointment == nil }
      .max { $0.id < $1.id }?.visit
    var form = VisitForm(
      for: purpose, after: last, setup: setup, today: now.localDay, origin: session?.id)
    form.panes.offer(setup.preferences.templates.map(PaneChoice.Option.init))
    place = .form(form)
  }

  /// The form that corrects the particulars of a visit.
  mutating func openCorrection(of session: Session) {
    guard !refusesChange(of: session) else { return }
    place = .form(VisitForm(correcting: session, setup: setup))
  }
}
