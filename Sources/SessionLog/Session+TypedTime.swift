import Billing

/// Time that a person types: a start, minutes, a total, an interval.
extension Session {
  mutating func applyTyped(_ entry: Entry, at now: Instant) throws(ImpossibleEntry) {
    switch entry.kind {
    case .startMoved(let code, let start): try moveStart(of: code, to: start, at: now, by: entry)
    case .secondsTyped(let code, let seconds):
      try type(seconds * 1000, for: code, as: .typed, by: entry)
    case .totalStated(let code, let seconds):
      try stateTotal(of: code, seconds * 1000, at: now, by: entry)
    case .intervalStated(let code, let start, let end):
      try state(code, from: start, to: end, at: now, by: entry)
    default: break
    }
  }

  private mutating func moveStart(
    of code: ProcedureCode, to start: WallTime, at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    guard let last = try pane(code, for: entry).intervals.last else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) has no interval")
    }
    let moved = last.startMark.moved(to: start)
    guard moved.instant <= last.end ?? now else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) would begin after it ended")
    }
    let isLate = isAfterService(entry)
    try change(code, for: entry) { pane in
      let index = pane.intervals.count - 1
      pane.intervals[index].begin(at: moved)
      if pane.intervals[index].provenance == .clocked {
        pane.intervals[index].provenance = .backTimed
      }
      pane.intervals[index].isLate = pane.intervals[index].isLate || isLate
    }
  }

  private mutating func stateTotal(
    of code: ProcedureCode, _ milliseconds: Int64, at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    let pane = try pane(code, for: entry)
    guard pane.performer.role.isBilled else {
      throw ImpossibleEntry(
        entry: entry.id,
        reason: "\(code) is with \(pane.performer), and a total is of billed minutes only")
    }
    try type(milliseconds - pane.balance(at: now), for: code, as: .corrected, by: entry)
  }

  private mutating func type(
    _ milliseconds: Int64, for code: ProcedureCode, as provenance: Provenance, by entry: Entry
  ) throws(ImpossibleEntry) {
    let typed = TypedTime(
      entry: entry.id, performer: try pane(code, for: entry).performer, milliseconds: milliseconds,
      provenance: provenance, isLate: isAfterService(entry))
    try change(code, for: entry) { $0.typed.append(typed) }
  }

  private mutating func state(
    _ code: ProcedureCode, from start: WallTime, to end: WallTime, at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    let first = axis.mark(of: start)
    let last = first.moved(to: end)
    // Where the clock on the wall was set back, what it showed before is to come only by that clock.
    guard last.instant <= now || end.milliseconds <= entry.moment.wall else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "\(code) would end at \(end.text), which is still to come")
    }
    let interval = Interval(
      entry: entry.id, performer: try pane(code, for: entry).performer,
      start: first.instant, end: last.instant, startTime: start, endTime: end,
      provenance: .typed, isLate: isAfterService(entry), crossesRestart: false,
      boot: entry.moment.boot)
    try change(code, for: entry) { $0.insert(interval) }
  }
}

extension Session.Pane {
  /// Puts an interval among the others by its start: before a running one, which stays the last, so
  /// that `startMoved` means the one that was begun last.
  mutating func insert(_ interval: Interval) {
    let place = intervals.firstIndex { $0.start > interval.start } ?? intervals.endIndex
    intervals.insert(interval, at: place)
  }
}
