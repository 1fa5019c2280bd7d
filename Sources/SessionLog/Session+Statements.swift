import Billing

/// What a person states of a code beside its times.
extension Session {
  /// Hands a code over; where its clock runs, one interval ends and the next begins.
  mutating func state(
    _ performer: Performer, of code: ProcedureCode, at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    let pane = try pane(code, for: entry)
    guard !pane.performer.isSame(as: performer) else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) is with \(pane.performer) already")
    }
    stopRunning(at: now, by: entry) { $0 == code }
    try change(code, for: entry) { $0.performer = performer }
    if pane.isRunning { try begin(code, at: now, by: entry) }
  }

  /// Gives so many seconds of a code to another discipline; 0 takes them back.
  mutating func split(
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

  mutating func state(
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

  mutating func remove(
    _ modifier: String, from code: ProcedureCode, by entry: Entry
  ) throws(ImpossibleEntry) {
    guard try pane(code, for: entry).modifiers.contains(where: { $0.modifier == modifier }) else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) has no modifier \(modifier)")
    }
    try change(code, for: entry) { $0.modifiers.removeAll { $0.modifier == modifier } }
  }

  mutating func answer(
    _ question: String, of code: ProcedureCode, _ text: String, by entry: Entry
  ) throws(ImpossibleEntry) {
    try change(code, for: entry) { $0.answers[question] = text.isEmpty ? nil : text }
  }
}
