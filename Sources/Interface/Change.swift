import Billing
import SessionLog

/// What a change does to the minutes of a session and to the units of its day.
struct Change: Hashable, Sendable {
  /// Minutes of a code, and its units on the day, before and after.
  struct Step: Hashable, Sendable {
    var code: ProcedureCode
    /// Whether they are a student's or an aide's.
    var areUnbilled = false
    var before: Int
    var after: Int
    var unitsBefore = 0
    var unitsAfter = 0

    var changesMinutes: Bool { before != after }
  }

  /// Whose session it is.
  var client = ""
  /// The codes whose minutes or units change.
  var steps: [Step] = []
  var unitsBefore = 0
  var unitsAfter = 0

  /// Compares a session and its day in two logbooks at one moment.
  init(of id: SessionID, from before: Logbook, to after: Logbook, at now: Moment) {
    guard let old = before.sessions[id], let new = after.sessions[id] else { return }
    client = new.visit.client
    let (then, thereafter) = (before.instant(of: now), after.instant(of: now))
    let (bill, changed) = (
      Billing.bill(
        before.treatmentDay(of: old, at: then), for: old.visit.payer, using: after.tables),
      Billing.bill(
        after.treatmentDay(of: new, at: thereafter), for: new.visit.payer, using: after.tables)
    )
    (unitsBefore, unitsAfter) = (bill.totalUnits, changed.totalUnits)
    for code in Set(old.panes.map(\.code)).union(new.panes.map(\.code)).sorted() {
      let (pane, other) = (old[code], new[code])
      steps.append(
        Step(
          code: code, before: pane?.minutes(at: then) ?? 0,
          after: other?.minutes(at: thereafter) ?? 0, unitsBefore: bill.units(of: code),
          unitsAfter: changed.units(of: code)))
      steps.append(
        Step(
          code: code, areUnbilled: true, before: pane?.unbilledMinutes(at: then) ?? 0,
          after: other?.unbilledMinutes(at: thereafter) ?? 0))
    }
    steps.removeAll { !$0.changesMinutes && $0.unitsBefore == $0.unitsAfter }
  }

  /// The same for every session that an entry is about: the first, then those that it changes.
  static func all(
    in sessions: [SessionID], from before: Logbook, to after: Logbook, at now: Moment
  ) -> [Change] {
    sessions.enumerated().compactMap { index, id in
      let change = Change(of: id, from: before, to: after, at: now)
      return index == 0 || change.isFelt ? change : nil
    }
  }

  /// Whether anything is otherwise.
  var isFelt: Bool { !steps.isEmpty || unitsBefore != unitsAfter }

  /// The change in words: minutes of each code, then units of the day.
  var sentence: String {
    let words = words
    return words.prefix(1).uppercased() + words.dropFirst() + "."
  }

  private var words: String {
    let minutes = steps.filter(\.changesMinutes).map { step in
      "\(step.code)\(step.areUnbilled ? " unbilled" : "") \(step.before) → \(step.after) min"
    }
    let units =
      unitsBefore == unitsAfter
      ? "units stay \(unitsAfter)" : "units \(unitsBefore) → \(unitsAfter)"
    return (minutes + [units]).joined(separator: "; ")
  }
}

extension [Change] {
  /// All of them in words; each with its client where there are several.
  var sentence: String {
    guard count > 1 else { return first?.sentence ?? "" }
    return map { "\($0.client): \($0.sentence)" }.joined(separator: " ")
  }
}

extension Bill {
  fileprivate func units(of code: ProcedureCode) -> Int {
    charges.reduce(0) { $0 + ($1.code == code ? $1.units : 0) }
  }
}
