import Billing
import Paperwork
import Screen
import SessionLog

/// The line of totals: what the day comes to, and what the clock does.
struct Totals: Hashable {
  var left: Line
  /// The same where columns are few: the units rather than the treatment time.
  var short: Line
  var right: Line

  /// - Parameter findings: those that have no room of their own.
  init(
    _ bill: Bill, panes: [PaneModel], findings: ScreenFindings?, session: Session, of state: State
  ) {
    var parts: [Line] = []
    if let findings, let gravest = findings.gravest {
      parts.append(Line([gravest.word, Line(" \(findings.count) "), Line(findings.key, .key)]))
    }
    var day = ""
    if panes.contains(where: \.isPartOfDay) {
      let own = panes.reduce(0) { $0 + $1.minutes }
      parts.append(Line("This visit ", .quiet) + Line("\(own)", .strong))
      day = "Day: timed "
    }
    parts.append(
      Line(day.isEmpty ? "Timed " : day, .quiet) + Line("\(bill.timedMinutes)", .strong))
    let treatment =
      Line(day.isEmpty ? "Treatment " : "treatment ", .quiet)
      + Line("\(bill.treatmentMinutes)", .strong)
    let units =
      Line(counted(bill.totalUnits, "unit"), .strong)
      + Line(" \(bill.rule.shortName) ", .text)
      + Line("(\(bill.otherRule.rule.shortName) \(bill.otherRule.totalUnits))", .quiet)
    left = Line(parts + [treatment, units], separator: "   ")
    short = Line(parts + [units], separator: "   ")
    right = Self.standing(bill, panes: panes, session: session, countdown: state.showsCountdown)
  }

  /// Since when it is paused and why, or what the running clock still needs, in neutral words.
  private static func standing(
    _ bill: Bill, panes: [PaneModel], session: Session, countdown: Bool
  ) -> Line {
    if let signature = session.signature { return Line("signed by \(signature.name)", .done) }
    if session.isPaused, let pause = session.pauses.last {
      let reason = pause.reason.map { " \($0)" } ?? ""
      return Line("‖ since \(pause.startTime.text)\(reason)", .paused)
    }
    let counting = panes.filter { $0.standing == .running && $0.secondsToNextUnit != nil }
    guard countdown, let seconds = counting.first?.secondsToNextUnit else { return Line() }
    // Whole minutes that are still needed; a minute that is begun counts as one.
    return Line("\((seconds + 59) / 60) more min: unit \(bill.totalUnits + 1)", .quiet)
  }
}
