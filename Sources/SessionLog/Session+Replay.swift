public import Billing

/// An entry that cannot have happened after those before it.
public struct ImpossibleEntry: Error, Hashable, Sendable, CustomStringConvertible {
  public var entry: EntryID
  public var reason: String

  public var description: String { "entry \(entry.rawValue) cannot be: \(reason)" }
}

extension Session {
  /// Reads a session off its entries.
  ///
  /// - Parameters:
  ///   - entries: all entries of the session in the order of recording; the first opens it.
  ///   - instants: where each of them stands on the log's axis.
  ///   - catalog: tells which codes bind the performer.
  /// - Throws: ``ImpossibleEntry`` with the first entry that cannot have happened.
  init(
    _ id: SessionID, replaying entries: [Entry], at instants: [EntryID: Instant],
    catalog: Catalog
  ) throws(ImpossibleEntry) {
    guard let opening = entries.first, case .opened(let visit) = opening.kind else {
      throw ImpossibleEntry(
        entry: entries.first?.id ?? EntryID(rawValue: 0),
        reason: "a session begins with its opening")
    }
    self.id = id
    self.visit = visit
    self.entries = entries
    opened = opening.moment.wallTime
    undone = try Self.undone(in: entries, of: id)
    for code in visit.codes ?? [] where self[code] == nil {
      panes.append(Pane(code: code, performer: visit.performer))
    }
    for entry in entries.dropFirst() where !undone.contains(entry.id) {
      guard let instant = instants[entry.id] else { continue }
      try apply(entry, at: instant, catalog: catalog)
    }
  }

  /// The entries that undo left out and no redo brought back.
  ///
  /// What follows a signature is refused here, before an undo changes what was signed.
  private static func undone(
    in entries: [Entry], of id: SessionID
  ) throws(ImpossibleEntry) -> Set<EntryID> {
    var undoable: Set<EntryID> = []
    var undone: Set<EntryID> = []
    var isSigned = false
    for entry in entries {
      guard !isSigned || entry.kind.followsSignature else {
        throw ImpossibleEntry(
          entry: entry.id,
          reason: entry.sessions.first == id
            ? "session \(id.rawValue) is signed"
            : "it would change session \(id.rawValue), which is signed")
      }
      switch entry.kind {
      case .undone(let target):
        guard undoable.remove(target) != nil else {
          throw ImpossibleEntry(entry: entry.id, reason: "there is no such entry to undo")
        }
        undone.insert(target)
      case .redone(let target):
        guard undone.remove(target) != nil else {
          throw ImpossibleEntry(entry: entry.id, reason: "there is no such entry to redo")
        }
        undoable.insert(target)
      case .signed: isSigned = true
      default: if entry.kind.isUndoable { undoable.insert(entry.id) }
      }
    }
    return undone
  }

  private mutating func apply(
    _ entry: Entry, at now: Instant, catalog: Catalog
  ) throws(ImpossibleEntry) {
    try entry.requirePossible()
    let isElsewhere = entry.sessions.first != id
    switch entry.kind {
    case .opened: throw ImpossibleEntry(entry: entry.id, reason: "a session opens once")
    case .added(let code): try add(code, by: entry)
    case .started where isElsewhere, .resumed where isElsewhere, .performerStated where isElsewhere:
      stopExclusive(at: now, by: entry, catalog: catalog)
    case .started(let code): try start(code, at: now, by: entry, catalog: catalog)
    case .stopped(let code): try stop(code, at: now, by: entry)
    case .paused: try pause(at: now, by: entry)
    case .pauseReason(let reason): try explainPause(reason, by: entry)
    case .resumed: try resume(at: now, by: entry)
    case .allStopped: stopAll(at: now, by: entry)
    case .startMoved(let code, let start): try moveStart(of: code, to: start, at: now, by: entry)
    case .secondsTyped(let code, let seconds):
      try type(seconds * 1000, for: code, as: .typed, by: entry)
    case .totalStated(let code, let seconds):
      try stateTotal(of: code, seconds * 1000, at: now, by: entry)
    case .intervalStated(let code, let start, let end):
      try state(code, from: start, to: end, at: now, by: entry)
    case .unitsStated(let code, let units): try change(code, for: entry) { $0.units = units }
    case .timingStated(let code, let isTimed): try change(code, for: entry) { $0.isTimed = isTimed }
    case .performerStated(let code, let performer):
      try state(performer, of: code, at: now, by: entry)
    case .coTreated(let code, let discipline, let seconds):
      try split(code, with: discipline, seconds: seconds, at: now, by: entry)
    case .modifierStated(let code, let modifier): try state(modifier, on: code, by: entry)
    case .modifierRemoved(let code, let modifier): try remove(modifier, from: code, by: entry)
    case .answered(let code, let question, let text):
      try answer(question, of: code, text, by: entry)
    case .dismissed(let finding, let reason): dismissals[finding] = reason
    case .allowedElsewhere(let cents): elsewhere = Elsewhere(entry: entry.id, cents: cents)
    case .chosen(let units): choice = Choice(entry: entry.id, units: units)
    case .undone, .redone, .clientStated: break
    case .signed(let signature): try sign(signature, by: entry)
    case .groupStarted, .groupStopped: break
    case .switchMoved, .intervalCorrected, .intervalSplit, .stretchRemoved: break
    case .noticed, .gapSettled: break
    case .visitCorrected, .notHeld, .addendum, .coSigned: break
    }
  }
}

// MARK: - What each kind of entry does

extension Session {
  private mutating func add(_ code: ProcedureCode, by entry: Entry) throws(ImpossibleEntry) {
    guard self[code] == nil else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) has its pane already")
    }
    panes.append(Pane(code: code, performer: visit.performer))
  }

  private mutating func start(
    _ code: ProcedureCode, at now: Instant, by entry: Entry, catalog: Catalog
  ) throws(ImpossibleEntry) {
    guard try !pane(code, for: entry).isRunning else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) runs already")
    }
    if catalog.isExclusive(code) { stopExclusive(at: now, by: entry, catalog: catalog) }
    endPause(at: now, by: entry)
    try begin(code, at: now, by: entry)
  }

  mutating func begin(
    _ code: ProcedureCode, at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    let interval = Interval(
      entry: entry.id, performer: try pane(code, for: entry).performer, start: now, end: nil,
      startTime: entry.moment.wallTime, endTime: nil,
      provenance: .clocked, isLate: false, crossesRestart: false, boot: entry.moment.boot)
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
    stopRunning(at: now, by: entry) { _ in true }
    pauses.append(
      Pause(start: now, end: nil, startTime: entry.moment.wallTime, endTime: nil, reason: nil))
  }

  private mutating func explainPause(_ reason: String, by entry: Entry) throws(ImpossibleEntry) {
    guard let last = pauses.indices.last else {
      throw ImpossibleEntry(entry: entry.id, reason: "there was no pause")
    }
    pauses[last].reason = reason
  }

  private mutating func resume(at now: Instant, by entry: Entry) throws(ImpossibleEntry) {
    guard isPaused else { throw ImpossibleEntry(entry: entry.id, reason: "nothing is paused") }
    let codes = resumes
    endPause(at: now, by: entry)
    for code in codes { try begin(code, at: now, by: entry) }
  }

  private mutating func endPause(at now: Instant, by entry: Entry) {
    guard isPaused, let last = pauses.indices.last else { return }
    pauses[last].end = now
    pauses[last].endTime = entry.moment.wallTime
    resumes = []
  }

  private mutating func stopAll(at now: Instant, by entry: Entry) {
    stopRunning(at: now, by: entry) { _ in true }
    endPause(at: now, by: entry)
  }

  private mutating func stopExclusive(at now: Instant, by entry: Entry, catalog: Catalog) {
    stopRunning(at: now, by: entry) { catalog.isExclusive($0) }
  }

  mutating func stopRunning(
    at now: Instant, by entry: Entry, where applies: (ProcedureCode) -> Bool
  ) {
    for pane in panes.indices where applies(panes[pane].code) {
      for interval in panes[pane].intervals.indices
      where panes[pane].intervals[interval].isRunning {
        panes[pane].intervals[interval].end = max(now, panes[pane].intervals[interval].start)
        panes[pane].intervals[interval].endTime = entry.moment.wallTime
        panes[pane].intervals[interval].crossesRestart =
          panes[pane].intervals[interval].boot != entry.moment.boot
      }
    }
  }

  private mutating func moveStart(
    of code: ProcedureCode, to start: WallTime, at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    guard let last = try pane(code, for: entry).intervals.last else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) has no interval")
    }
    let moved = last.start.advanced(by: start.milliseconds - last.startTime.milliseconds)
    guard moved <= last.end ?? now else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) would begin after it ended")
    }
    let isLate = entry.moment.localDay > visit.date
    try change(code, for: entry) { pane in
      let index = pane.intervals.count - 1
      pane.intervals[index].start = moved
      pane.intervals[index].startTime = start
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
      provenance: provenance,
      isLate: entry.moment.localDay > visit.date)
    try change(code, for: entry) { $0.typed.append(typed) }
  }

  private mutating func state(
    _ code: ProcedureCode, from start: WallTime, to end: WallTime, at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    guard start.milliseconds < end.milliseconds else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "the interval of \(code) ends before it begins")
    }
    // Two readings of the clocks differ by a millisecond now and then: in whole seconds, ranges that
    // touch on the wall touch on the log's axis, from whatever entry.
    let ahead = Int64((Double(now.milliseconds - entry.moment.wall) / 1000).rounded()) * 1000
    let interval = Interval(
      entry: entry.id, performer: try pane(code, for: entry).performer,
      start: Instant(milliseconds: start.milliseconds + ahead),
      end: Instant(milliseconds: end.milliseconds + ahead), startTime: start, endTime: end,
      provenance: .typed, isLate: entry.moment.localDay > visit.date, crossesRestart: false,
      boot: entry.moment.boot)
    // A stated interval stands before a running one: `startMoved` means the last that was begun.
    try change(code, for: entry) { pane in
      let place = pane.intervals.firstIndex { $0.start > interval.start } ?? pane.intervals.endIndex
      pane.intervals.insert(interval, at: place)
    }
  }

  private mutating func sign(_ signature: Signature, by entry: Entry) throws(ImpossibleEntry) {
    guard !hasClock else {
      throw ImpossibleEntry(entry: entry.id, reason: "a clock runs or is paused")
    }
    self.signature = signature
    signing = entry.id
  }

  func pane(_ code: ProcedureCode, for entry: Entry) throws(ImpossibleEntry) -> Pane {
    guard let pane = self[code] else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) has no pane")
    }
    return pane
  }

  mutating func change(
    _ code: ProcedureCode, for entry: Entry, _ body: (inout Pane) -> Void
  ) throws(ImpossibleEntry) {
    guard let index = panes.firstIndex(where: { $0.code == code }) else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) has no pane")
    }
    body(&panes[index])
  }
}

extension Catalog {
  /// Whether a performer can do nothing else while giving this code; a code that is not known is
  /// taken to bind.
  public func isExclusive(_ code: ProcedureCode) -> Bool {
    self[code]?.attendance.isExclusive ?? true
  }
}
