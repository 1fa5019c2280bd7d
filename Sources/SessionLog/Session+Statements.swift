import Billing

/// What a person states of a code beside its times.
extension Session {
  mutating func applyStatement(_ entry: Entry, at now: Instant) throws(ImpossibleEntry) {
    switch entry.kind {
    case .unitsStated(let code, let units): try change(code, for: entry) { $0.units = units }
    case .timingStated(let code, let isTimed): try change(code, for: entry) { $0.isTimed = isTimed }
    case .coTreated(let code, let discipline, let seconds):
      try split(code, with: discipline, seconds: seconds, at: now, by: entry)
    case .modifierStated(let code, let modifier): try state(modifier, on: code, by: entry)
    case .modifierRemoved(let code, let modifier): try remove(modifier, from: code, by: entry)
    case .answered(let code, let question, let text):
      try answer(question, of: code, text, by: entry)
    default: break
    }
  }

  /// Gives so many seconds of a code to another discipline; 0 takes them back.
  private mutating func split(
    _ code: ProcedureCode, with discipline: Discipline, seconds: Int64, at now: Instant,
    by entry: Entry
  ) throws(ImpossibleEntry) {
    guard discipline != visit.discipline else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "\(code) is \(discipline.rawValue) itself: name the other one")
    }
    let pane = try pane(code, for: entry)
    let most = max(0, pane.balance(at: now) / 1000 + (pane.coTreatment[discipline] ?? 0))
    guard seconds <= most else {
      throw ImpossibleEntry(
        entry: entry.id,
        reason: "\(code) has no \(seconds) seconds to give to \(discipline.rawValue), but \(most)")
    }
    try change(code, for: entry) { $0.coTreatment[discipline] = seconds == 0 ? nil : seconds }
  }

  private mutating func state(
    _ modifier: StatedModifier, on code: ProcedureCode, by entry: Entry
  ) throws(ImpossibleEntry) {
    try change(code, for: entry) { pane in
      if let place = pane.modifiers.firstIndex(where: { $0.modifier == modifier.modifier }) {
        pane.modifiers[place] = modifier
      } else {
        pane.modifiers.append(modifier)
      }
    }
  }

  private mutating func remove(
    _ modifier: String, from code: ProcedureCode, by entry: Entry
  ) throws(ImpossibleEntry) {
    guard try pane(code, for: entry).modifiers.contains(where: { $0.modifier == modifier }) else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) has no modifier \(modifier)")
    }
    try change(code, for: entry) { $0.modifiers.removeAll { $0.modifier == modifier } }
  }

  private mutating func answer(
    _ question: String, of code: ProcedureCode, _ text: String, by entry: Entry
  ) throws(ImpossibleEntry) {
    try change(code, for: entry) { $0.answers[question] = text.isEmpty ? nil : text }
  }
}
