import Billing
import SessionLog

/// What a change does to the minutes of a session and to the units of its day.
struct Change: Hashable, Sendable {
  struct Step: Hashable, Sendable {
    var code: ProcedureCode
    var minutes: (before: Int, after: Int)

    static func == (left: Self, right: Self) -> Bool {
      left.code == right.code && left.minutes == right.minutes
    }
    func hash(into hasher: inout Hasher) { hasher.combine(code) }
  }

  var steps: [Step] = []
  var unitsBefore = 0
  var unitsAfter = 0

  /// Compares a session and its day in two logbooks at one moment.
  init(of id: SessionID, from before: Logbook, to after: Logbook, at now: Moment) {
    guard let old = before.sessions[id], let new = after.sessions[id] else { return }
    let (then, thereafter) = (before.instant(of: now), after.instant(of: now))
    for code in Set(old.panes.map(\.code)).union(new.panes.map(\.code)).sorted() {
      let minutes = (
        before: old[code]?.minutes(at: then) ?? 0, after: new[code]?.minutes(at: thereafter) ?? 0
      )
      if minutes.before != minutes.after { steps.append(Step(code: code, minutes: minutes)) }
    }
    let payer = new.visit.payer
    unitsBefore =
      bill(before.treatmentDay(of: old, at: then), for: payer, using: after.tables).totalUnits
    unitsAfter =
      bill(after.treatmentDay(of: new, at: thereafter), for: payer, using: after.tables).totalUnits
  }

  /// The change in words: minutes of each code, then units of the day.
  var sentence: String {
    let minutes = steps.map { "\($0.code) \($0.minutes.before) → \($0.minutes.after) min" }
    let units =
      unitsBefore == unitsAfter
      ? "units stay \(unitsAfter)" : "units \(unitsBefore) → \(unitsAfter)"
    let sentence = (minutes + [units]).joined(separator: "; ") + "."
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }
}
