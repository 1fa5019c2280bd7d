import Billing
import SessionLog

/// What a change does to the minutes of a session and to the units of its day.
struct Change: Hashable, Sendable {
  /// Minutes of a code before and after.
  struct Step: Hashable, Sendable {
    var code: ProcedureCode
    /// Whether they are a student's or an aide's.
    var areUnbilled = false
    var before: Int
    var after: Int
  }

  var steps: [Step] = []
  var unitsBefore = 0
  var unitsAfter = 0

  /// Compares a session and its day in two logbooks at one moment.
  init(of id: SessionID, from before: Logbook, to after: Logbook, at now: Moment) {
    guard let old = before.sessions[id], let new = after.sessions[id] else { return }
    let (then, thereafter) = (before.instant(of: now), after.instant(of: now))
    for code in Set(old.panes.map(\.code)).union(new.panes.map(\.code)).sorted() {
      let (pane, changed) = (old[code], new[code])
      steps.append(
        Step(
          code: code, before: pane?.minutes(at: then) ?? 0,
          after: changed?.minutes(at: thereafter) ?? 0))
      steps.append(
        Step(
          code: code, areUnbilled: true, before: pane?.unbilledMinutes(at: then) ?? 0,
          after: changed?.unbilledMinutes(at: thereafter) ?? 0))
    }
    steps.removeAll { $0.before == $0.after }
    unitsBefore =
      bill(before.treatmentDay(of: old, at: then), for: old.visit.payer, using: after.tables)
      .totalUnits
    unitsAfter =
      bill(after.treatmentDay(of: new, at: thereafter), for: new.visit.payer, using: after.tables)
      .totalUnits
  }

  /// The change in words: minutes of each code, then units of the day.
  var sentence: String {
    let minutes = steps.map { step in
      "\(step.code)\(step.areUnbilled ? " unbilled" : "") \(step.before) → \(step.after) min"
    }
    let units =
      unitsBefore == unitsAfter
      ? "units stay \(unitsAfter)" : "units \(unitsBefore) → \(unitsAfter)"
    let sentence = (minutes + [units]).joined(separator: "; ") + "."
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }
}
