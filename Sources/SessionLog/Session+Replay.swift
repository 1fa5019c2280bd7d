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
    for code in visit.codes ?? [] where self[code] == nil { addPane(of: code) }
    for entry in entries {
      guard let instant = instants[entry.id] else { continue }
      axis.note(entry.moment, at: instant)
      guard entry.id != opening.id, !undone.contains(entry.id) else { continue }
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
    try entry.requirePossibleTimes(in: visit)
    try requireHeld(for: entry)
    former[entry.id] = found(by: entry, at: now, catalog: catalog)
    switch entry.kind {
    case .opened: throw ImpossibleEntry(entry: entry.id, reason: "a session opens once")
    case .added, .started, .stopped, .paused, .pauseReason, .resumed, .allStopped,
      .performerStated, .groupStarted, .groupStopped:
      try applyClock(entry, at: now, catalog: catalog)
    case .startMoved, .secondsTyped, .totalStated, .intervalStated:
      try applyTyped(entry, at: now)
    case .switchMoved, .intervalCorrected, .intervalSplit, .stretchRemoved:
      try applyMending(entry, at: now, catalog: catalog)
    case .unitsStated, .timingStated, .coTreated, .modifierStated, .modifierRemoved, .answered:
      try applyStatement(entry, at: now)
    case .dismissed(let finding, let reason): dismissals[finding] = reason
    case .allowedElsewhere(let cents): elsewhere = Elsewhere(entry: entry.id, cents: cents)
    case .chosen(let units): choice = Choice(entry: entry.id, units: units)
    case .noticed(let gap): notice(gap, at: now, by: entry)
    case .gapSettled(let gap, let seconds): try settle(gap, keeping: seconds, by: entry)
    case .visitCorrected(let visit): try correct(visit, by: entry)
    case .notHeld(let absence): try close(for: absence, by: entry)
    case .signed(let signature): try sign(signature, by: entry)
    case .addendum(let text): try add(text, by: entry)
    case .coSigned(let name): try coSign(as: name, by: entry)
    case .undone, .redone, .clientStated: break
    }
  }
}

// MARK: - What every kind of entry needs

extension Session {
  mutating func addPane(of code: ProcedureCode) {
    panes.append(Pane(code: code, performer: visit.performer))
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

  /// Whether an entry is made after the day of service; what it says of time is late by that.
  func isAfterService(_ entry: Entry) -> Bool { entry.moment.localDay > visit.date }
}

extension Catalog {
  /// Whether a performer can do nothing else while giving this code; a code that is not known is
  /// taken to bind.
  public func isExclusive(_ code: ProcedureCode) -> Bool {
    self[code]?.attendance.isExclusive ?? true
  }

  /// Whether a code is given to several clients at once.
  public func isGroup(_ code: ProcedureCode) -> Bool { self[code]?.attendance == .group }
}
