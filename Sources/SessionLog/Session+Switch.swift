import Billing

extension Session {
  /// Moves whatever an entry ended and began in this session; the others of the entry do the same.
  mutating func moveSwitch(
    of target: EntryID, to time: WallTime, at now: Instant, by entry: Entry, catalog: Catalog
  ) throws(ImpossibleEntry) {
    guard let made = entries.first(where: { $0.id == target }), made.kind.isClocked else {
      throw ImpossibleEntry(entry: entry.id, reason: "there is no such switch to move")
    }
    guard !undone.contains(target) else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "the switch that was moved would be undone: undo its move first")
    }
    guard Set(entry.sessions) == Set(made.sessions) else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "a switch is moved in every session that it had part in")
    }
    let edges = SwitchEdges(of: target, in: [self])
    // In a switch between two clients, one of them may have had no part after all.
    guard let mark = edges.mark else { return }
    let moved = mark.moved(to: time)
    try SwitchRoom(
      for: edges, beside: [self], at: now, time: entry.moment.wallTime, catalog: catalog
    ).require(moved, by: entry.id)
    for pane in panes.indices {
      for place in panes[pane].intervals.indices {
        panes[pane].intervals[place].move(what: target, did: moved, isLate: isAfterService(entry))
      }
    }
    for place in pauses.indices { pauses[place].move(what: target, did: moved) }
  }
}

extension Interval {
  /// Moves the ends that an entry made.
  ///
  /// What a clock did not see is no longer clocked; where it ends earlier, a clock saw all of it.
  fileprivate mutating func move(what target: EntryID, did mark: Mark, isLate: Bool) {
    guard entry == target || ending == target else { return }
    let wasLonger = end.map { mark.instant <= $0 } ?? true
    if provenance == .clocked, entry == target || !wasLonger { provenance = .backTimed }
    if ending == target { end(at: mark, by: target) }
    if entry == target { begin(at: mark) }
    self.isLate = self.isLate || isLate
  }
}

extension Pause {
  fileprivate mutating func move(what target: EntryID, did mark: Mark) {
    if entry == target { (start, startTime) = (mark.instant, mark.time) }
    if ending == target { (end, endTime) = (mark.instant, mark.time) }
  }
}
