/// What the machine's clocks did under running timers.
extension Session {
  /// A gap that is noticed changes no time.
  mutating func notice(_ gap: ClockGap, at now: Instant, by entry: Entry) {
    gaps.append(NoticedGap(entry: entry.id, gap: gap, moment: entry.moment, end: now))
  }

  /// The first seconds of a gap are treatment; the rest of it is taken out of whatever lies over it.
  mutating func settle(
    _ name: EntryID, keeping seconds: Int64, by entry: Entry
  ) throws(ImpossibleEntry) {
    guard let place = gaps.firstIndex(where: { $0.entry == name }) else {
      throw ImpossibleEntry(entry: entry.id, reason: "there is no such gap to answer for")
    }
    let noticed = gaps[place]
    guard noticed.gap.cause != .clockMoved else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "a clock that was set changed no time: there is nothing to answer")
    }
    guard noticed.isOpen else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "the gap is answered already: undo that answer first")
    }
    guard (0...noticed.gap.seconds).contains(seconds) else {
      throw ImpossibleEntry(
        entry: entry.id,
        reason: "\(seconds) seconds are not from 0 to \(noticed.gap.seconds), the length of the gap"
      )
    }
    gaps[place].keptSeconds = seconds
    guard seconds < noticed.gap.seconds else { return }
    for pane in panes.indices {
      panes[pane].intervals = panes[pane].intervals.flatMap { interval in
        without(noticed, keeping: seconds, interval, by: entry)
      }
    }
  }

  /// What is left of an interval without the part of a gap that is not kept.
  private func without(
    _ noticed: NoticedGap, keeping seconds: Int64, _ interval: Interval, by entry: Entry
  ) -> [Interval] {
    let kept = seconds * 1000
    let from = Mark(
      instant: noticed.end.advanced(by: kept - noticed.gap.seconds * 1000),
      time: noticed.gap.start.advanced(by: kept))
    let to = Mark(instant: noticed.end, time: noticed.gap.end)
    let parts = interval.without(from, to, until: interval.end, by: entry.id)
    guard parts != [interval] else { return parts }
    return parts.map { part in
      var part = part
      part.isLate = part.isLate || isAfterService(entry)
      if part.start >= noticed.end { part.boot = noticed.moment.boot }
      if noticed.gap.cause == .restarted { part.crossesRestart = crossesRestart(part) }
      return part
    }
  }

  /// Whether the machine was started anew in an interval, and its time away counts.
  private func crossesRestart(_ interval: Interval) -> Bool {
    gaps.contains { other in
      guard other.gap.cause == .restarted, let end = interval.end else { return false }
      let start = other.end.advanced(by: other.gap.seconds * -1000)
      return start < end && interval.start < other.end
    }
  }
}
