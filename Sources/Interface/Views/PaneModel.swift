import Billing
import Screen
import SessionLog

/// What one pane shows, as numbers and words.
struct PaneModel: Hashable {
  enum Standing: Hashable { case ready, stopped, running, paused, signed }

  var number: Int
  var code: ProcedureCode
  var label: String
  /// Seconds and whole minutes of this session that can be billed.
  var seconds: Int64
  var minutes: Int
  /// Who gives it and whose minutes these are, where it is not simply the visit's clinician.
  var hands: Hands
  /// Units of the day, a family's add-on among them.
  var units: Int
  /// Whether the day has other sessions, so that units are not this session's alone.
  var isPartOfDay: Bool
  var modifiers: [String]
  var standing: Standing
  var timing: Procedure.Timing?
  /// Seconds of this code until the day has one more unit; nothing where time earns none.
  var secondsToNextUnit: Int64?
  /// How much of the way to the next unit is done, from 0 to below 1.
  var progress: Double
  var hasFocus: Bool
  /// Questions that its note leaves open, as the findings have them.
  var openQuestions: Int
  /// The keys for its note and for its time.
  var noteKey, timeKey: String

  var isClockOn: Bool { standing == .running || standing == .paused }

  /// The key that starts it; none beyond the tenth.
  var numberText: String { number < 10 ? "\(number)" : number == 10 ? "0" : " " }

}

extension State {
  /// The panes of a session, with the day's bill that they are read off and what it finds.
  func panes(
    of session: Session, focus: Int?, at now: Moment
  ) -> (panes: [PaneModel], bill: Bill, findings: ScreenFindings) {
    let instant = logbook.instant(of: now)
    let day = day(of: session, at: now)
    let bill = shownBill(of: session, from: day)
    let sessions = logbook.day(of: session)
    let openQuestions = session.isSigned ? [:] : bill.openQuestions
    let panes = session.panes.enumerated().map { index, pane in
      let next =
        session.isSigned
        ? nil : nextUnit(of: pane.code, in: day, for: session.visit.payer, using: logbook.tables)
      // The bill counts whole minutes; the seconds that are begun of the next one are on the way.
      let begun =
        sessions.compactMap { $0[pane.code] }.reduce(0) { $0 + $1.milliseconds(at: instant) }
        / 1000 % 60
      let standing = standing(of: pane, in: session)
      var hands = Hands(of: pane, in: session.visit, at: instant)
      hands.group = logbook.group(of: pane.code, with: session).count
      return PaneModel(
        number: index + 1, code: pane.code, label: logbook.catalog[pane.code]?.label ?? "not known",
        seconds: pane.seconds(at: instant), minutes: pane.minutes(at: instant),
        hands: hands,
        units: units(of: pane.code, in: bill), isPartOfDay: sessions.count > 1,
        modifiers: bill.lines.first { $0.code == pane.code }?.modifiers
          ?? [session.visit.discipline.modifier],
        standing: standing, timing: logbook.catalog[pane.code]?.timing,
        secondsToNextUnit: next.map { Int64($0.minutesToGo) * 60 - begun },
        progress: next?.fraction(after: begun) ?? 0,
        hasFocus: index == focus,
        openQuestions: openQuestions[pane.code, default: 0],
        noteKey: key(of: .note), timeKey: key(of: .time))
    }
    return (panes, bill, ScreenFindings(bill, of: day, keymap: setup.keymap))
  }

  /// Units of a code; a base has those of its add-on with it, for they are one service and one
  /// clock.
  private func units(of code: ProcedureCode, in bill: Bill) -> Int {
    bill.charges.reduce(0) { units, charge in
      let isAddOn: Bool
      if case .addOn(let base, _, _)? = logbook.catalog[charge.code]?.timing {
        isAddOn = base == code
      } else {
        isAddOn = false
      }
      return charge.code == code || isAddOn ? units + charge.units : units
    }
  }

  private func standing(of pane: Session.Pane, in session: Session) -> PaneModel.Standing {
    if session.isSigned { return .signed }
    if pane.isRunning { return .running }
    if session.resumes.contains(pane.code) { return .paused }
    return pane.intervals.isEmpty && pane.typed.isEmpty ? .ready : .stopped
  }
}

extension NextUnit {
  /// The part of the way that is done, some seconds into a minute.
  fileprivate func fraction(after seconds: Int64) -> Double {
    Double(Int64(minutesGone) * 60 + seconds) / Double(Int64(minutesGone + minutesToGo) * 60)
  }
}
