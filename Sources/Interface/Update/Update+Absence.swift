import Paperwork
import Screen
import SessionLog

extension State {
  /// Asks why a visit does not take place; not where it did.
  mutating func openAbsence(of session: Session) {
    guard !refusesChange(of: session) else { return }
    let client = session.visit.client
    if let absence = session.absence {
      notice = Notice(
        "\(client): \(absence.inWords). \(key(of: .undo)) in the visit takes that back.")
    } else if session.isTreated || session.hasClock {
      notice = Notice(
        "Error: time is logged for \(client), so the visit took place; \(key(of: .undo)) or "
          + "\(key(of: .intervals)) takes it out first.",
        tone: .error)
    } else {
      overlay = .absence(AbsenceBox(session: session.id))
    }
  }

  mutating func pressOnAbsence(_ box: AbsenceBox, _ key: Key, at now: Moment) -> [Effect] {
    var box = box
    guard let cause = box.cause else {
      choose(key, in: &box)
      overlay = .absence(box)
      return []
    }
    guard key == .enter else {
      if box.reason.press(key) { overlay = .absence(box) }
      return []
    }
    guard let session = logbook.sessions[box.session],
      !refuses(cause, of: session, because: box.reason.trimmed, at: now)
    else { return [] }
    let absence = Absence(cause: cause, reason: box.reason.trimmed)
    return record(.notHeld(absence), in: [session.id], at: now)
  }

  private func choose(_ key: Key, in box: inout AbsenceBox) {
    let causes = Absence.Cause.allCases
    if key == .enter {
      box.cause = causes[box.selected]
    } else if case .character(let letter) = key,
      let cause = causes.first(where: { String($0.letter) == letter.lowercased() })
    {
      box.cause = cause
    } else if let step = key.step ?? key.letterStep {
      box.selected = moved(box.selected, by: step, among: causes.count)
    }
  }

  /// Whether a cause cannot be, as it stands; says so.
  private mutating func refuses(
    _ cause: Absence.Cause, of session: Session, because reason: String, at now: Moment
  ) -> Bool {
    if cause == .noShow, session.visit.date > now.localDay {
      notice = Notice(
        "Error: \(session.visit.date) is still to come: cancelled is taken, a no-show is not.",
        tone: .error)
    } else if cause == .cancelled, reason.isEmpty {
      notice = Notice("Error: a reason is needed, such as who called and why.", tone: .error)
    } else {
      return false
    }
    return true
  }
}
