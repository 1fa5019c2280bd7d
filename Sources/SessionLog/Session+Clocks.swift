import Billing

/// Starting, switching, pausing, stopping.
extension Session {
  mutating func applyClock(
    _ entry: Entry, at now: Instant, catalog: Catalog
  ) throws(ImpossibleEntry) {
    let isElsewhere = entry.sessions.first != id
    switch entry.kind {
    case .added(let code): try add(code, by: entry)
    case .started where isElsewhere, .resumed where isElsewhere, .performerStated where isElsewhere:
      stopExclusive(at: now, by: entry, catalog: catalog)
    case .started(let code): try start(code, at: now, by: entry, catalog: catalog)
    case .stopped(let code): try stop(code, at: now, by: entry)
    case .paused: try pause(at: now, by: entry)
    case .pauseReason(let reason): try explainPause(reason, by: entry)
    case .resumed: try resume(at: now, by: entry)
    case .allStopped: stopAll(at: now, by: entry)
    case .performerStated(let code, let performer):
      try state(performer, of: code, at: now, by: entry)
    case .groupStarted(let code, let members, let performer):
      try startGroup(code, members, with: performer, at: now, by: entry, catalog: catalog)
    case .groupStopped(let code, let members): try stopGroup(code, members, at: now, by: entry)
    default: break
    }
  }

  private mutating func add(_ code: ProcedureCode, by entry: Entry) throws(ImpossibleEntry) {
    guard self[code] == nil else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) has its pane already")
    }
    addPane(of: code)
  }

  /// Starts a clock.
  ///
  /// - Parameter group: the entry that began the group it is given in, where there is one.
  mutating func start(
    _ code: ProcedureCode, in group: EntryID? = nil, at now: Instant, by entry: Entry,
    catalog: Catalog
  ) throws(ImpossibleEntry) {
    guard try !pane(code, for: entry).isRunning else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) runs already")
    }
    if catalog.isExclusive(code) { stopExclusive(at: now, by: entry, catalog: catalog) }
    endPause(at: now, by: entry)
    try begin(code, in: group, at: now, by: entry)
  }

  private mutating func begin(
    _ code: ProcedureCode, in group: EntryID? = nil, at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    let interval = Interval(
      entry: entry.id, performer: try pane(code, for: entry).performer, start: now, end: nil,
      startTime: entry.moment.wallTime, endTime: nil,
      provenance: .clocked, isLate: false, crossesRestart: false, boot: entry.moment.boot,
      group: group)
    try change(code, for: entry) { $0.intervals.append(interval) }
  }

  private mutating func stop(
    _ code: ProcedureCode, at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    guard try pane(code, for: entry).isRunning else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) does not run")
    }
    stopRunning(at: now, by: entry) { $0 == code }
  }

  private mutating func pause(at now: Instant, by entry: Entry) throws(ImpossibleEntry) {
    guard !isPaused, !running.isEmpty else {
      throw ImpossibleEntry(entry: entry.id, reason: "nothing runs that could pause")
    }
    resumes = running
    for pane in panes { resumedGroups[pane.code] = pane.intervals.last(where: \.isRunning)?.group }
    stopRunning(at: now, by: entry) { _ in true }
    pauses.append(
      Pause(
        entry: entry.id, start: now, end: nil, startTime: entry.moment.wallTime, endTime: nil,
        reason: nil))
  }

  private mutating func explainPause(_ reason: String, by entry: Entry) throws(ImpossibleEntry) {
    guard let last = pauses.indices.last else {
      throw ImpossibleEntry(entry: entry.id, reason: "there was no pause")
    }
    pauses[last].reason = reason
  }

  private mutating func resume(at now: Instant, by entry: Entry) throws(ImpossibleEntry) {
    guard isPaused else {
      throw ImpossibleEntry(entry: entry.id, reason: "nothing is paused")
    }
    let (codes, groups) = (resumes, resumedGroups)
    endPause(at: now, by: entry)
    // Who was in a group before the pause is in it again.
    for code in codes { try begin(code, in: groups[code], at: now, by: entry) }
  }

  private mutating func endPause(at now: Instant, by entry: Entry) {
    guard isPaused, let last = pauses.indices.last else { return }
    pauses[last].end = now
    pauses[last].endTime = entry.moment.wallTime
    pauses[last].ending = entry.id
    (resumes, resumedGroups) = ([], [:])
  }

  private mutating func stopAll(at now: Instant, by entry: Entry) {
    stopRunning(at: now, by: entry) { _ in true }
    endPause(at: now, by: entry)
  }

  mutating func stopExclusive(at now: Instant, by entry: Entry, catalog: Catalog) {
    stopRunning(at: now, by: entry) { catalog.isExclusive($0) }
  }

  mutating func stopRunning(
    at now: Instant, by entry: Entry, where applies: (ProcedureCode) -> Bool
  ) {
    for pane in panes.indices where applies(panes[pane].code) {
      for interval in panes[pane].intervals.indices
      where panes[pane].intervals[interval].isRunning {
        let end = max(now, panes[pane].intervals[interval].start)
        panes[pane].intervals[interval].end(
          at: Mark(instant: end, time: entry.moment.wallTime), by: entry.id)
        panes[pane].intervals[interval].crossesRestart =
          panes[pane].intervals[interval].boot != entry.moment.boot
      }
    }
  }

  /// Hands a code over; where its clock runs, one interval ends and the next begins.
  private mutating func state(
    _ performer: Performer, of code: ProcedureCode, at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    let pane = try pane(code, for: entry)
    guard !pane.performer.isSame(as: performer) else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) is with \(pane.performer) already")
    }
    stopRunning(at: now, by: entry) { $0 == code }
    try change(code, for: entry) { $0.performer = performer }
    if let running = pane.intervals.last(where: \.isRunning) {
      try begin(code, in: running.group, at: now, by: entry)
    }
  }
}
