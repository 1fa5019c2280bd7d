public import Billing

// What was entered after the day of service. It is told by the entry alone, so that nobody has to
// label anything.
extension Session {
  /// Whether an entry states or corrects something of the visit after its day of service, or undoes
  /// or brings back something of that day.
  ///
  /// Clocks that ran past midnight are not late: they were pressed as it happened.
  public func isLateStatement(_ entry: Entry) -> Bool {
    guard isAfterService(entry) else { return false }
    guard let target = entry.kind.turned else { return entry.kind.isStatement }
    return entries.contains {
      $0.id == target && !isAfterService($0) && ($0.kind.isStatement || $0.kind.isOfClocks)
    }
  }

  /// The late entries that the time and the units of the visit rest on, in the order of recording.
  public var lateStatements: [Entry] {
    entries.filter { entry in
      guard isLateStatement(entry), !undone.contains(entry.id) else { return false }
      let hasEffect = entry.kind.turned.map { isTurned($0, by: entry) } ?? true
      return hasEffect && !codes(statedBy: entry).isEmpty
    }
  }

  /// Whether an entry of the day of service counts otherwise than it did when that day was over, and
  /// `last` is the undo or redo that left it so.
  private func isTurned(_ id: EntryID, by last: Entry) -> Bool {
    let turns = entries.filter { $0.kind.turned == id }
    let counted = turns.last { !isAfterService($0) }?.kind != .undone(entry: id)
    return turns.last?.id == last.id && undone.contains(id) == counted
  }

  /// The codes whose time or units an entry states or corrects.
  public func codes(statedBy entry: Entry) -> [ProcedureCode] {
    switch entry.kind {
    case .undone(let target), .redone(let target): codes(changedByTurning: target)
    case .switchMoved(let target, _): codes(besides: target)
    case .gapSettled: codesWithClockTimes
    default: entry.kind.statedCodes.filter { self[$0] != nil }
    }
  }

  /// The codes of a statement; of a clock's entry those too that have clock times, for with and
  /// without it any of them may have others.
  private func codes(changedByTurning id: EntryID) -> [ProcedureCode] {
    guard let entry = entries.first(where: { $0.id == id }) else { return [] }
    let stated = codes(statedBy: entry)
    return entry.kind.isOfClocks
      ? codesWithClockTimes + stated.filter { !codesWithClockTimes.contains($0) } : stated
  }

  private var codesWithClockTimes: [ProcedureCode] {
    panes.filter { !$0.intervals.isEmpty }.map(\.code)
  }

  /// The codes that an entry began or ended.
  private func codes(besides entry: EntryID) -> [ProcedureCode] {
    panes.filter { pane in
      pane.intervals.contains { $0.entry == entry || $0.ending == entry }
    }.map(\.code)
  }
}

extension Entry.Kind {
  /// The entry that it undoes or brings back.
  fileprivate var turned: EntryID? {
    switch self {
    case .undone(let entry), .redone(let entry): entry
    default: nil
    }
  }

  /// Whether a person states or corrects something of the visit, in contrast to a clock that is
  /// pressed as it happens, to what the machine notes, and to what is said of the bill.
  fileprivate var isStatement: Bool {
    switch self {
    case .startMoved, .secondsTyped, .totalStated, .intervalStated, .unitsStated, .timingStated,
      .coTreated, .modifierStated, .modifierRemoved, .answered, .switchMoved, .intervalCorrected,
      .intervalSplit, .stretchRemoved, .gapSettled, .visitCorrected, .notHeld:
      true
    case .opened, .added, .started, .stopped, .paused, .pauseReason, .resumed, .allStopped,
      .performerStated, .dismissed,
      .allowedElsewhere, .chosen, .undone, .redone, .signed, .groupStarted, .groupStopped, .noticed,
      .addendum, .coSigned, .clientStated:
      false
    }
  }

  fileprivate var isOfClocks: Bool {
    switch self {
    case .started, .stopped, .paused, .resumed, .allStopped, .performerStated, .groupStarted,
      .groupStopped:
      true
    default: false
    }
  }

  /// The codes whose time or units it names; none where it is about others, or starts and stops a
  /// clock.
  fileprivate var statedCodes: [ProcedureCode] {
    switch self {
    case .startMoved(let code, _), .secondsTyped(let code, _), .totalStated(let code, _),
      .intervalStated(let code, _, _), .unitsStated(let code, _), .timingStated(let code, _),
      .coTreated(let code, _, _), .performerStated(let code, _),
      .intervalCorrected(let code, _, _, _), .stretchRemoved(let code, _, _, _):
      [code]
    case .intervalSplit(let code, _, _, let rest): [code] + (rest.map { [$0] } ?? [])
    default: []
    }
  }
}
