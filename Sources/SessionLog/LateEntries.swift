public import Billing

// What was entered after the day of service. It is told by the entry alone, so that nobody has to
// label anything.
extension Session {
  /// Whether an entry states or corrects something of the visit after its day of service.
  ///
  /// Clocks that ran past midnight are not late: they were pressed as it happened.
  public func isLateStatement(_ entry: Entry) -> Bool {
    entry.moment.localDay > visit.date && entry.kind.isStatement
  }

  /// The late entries that the time and the units of the visit rest on, in the order of recording.
  public var lateStatements: [Entry] {
    entries.filter { entry in
      guard entry.moment.localDay > visit.date, !undone.contains(entry.id) else { return false }
      guard case .undone(let target) = entry.kind else { return isLateStatement(entry) }
      return undone.contains(target) && wasMadeInTime(target)
    }.filter { !codes(statedBy: $0).isEmpty }
  }

  /// The codes whose time or units an entry states or corrects.
  public func codes(statedBy entry: Entry) -> [ProcedureCode] {
    switch entry.kind {
    case .undone(let target): codes(changedByUndoing: target)
    case .switchMoved(let target, _): codes(besides: target)
    case .gapSettled: codesWithClockTimes
    default: entry.kind.statedCodes.filter { self[$0] != nil }
    }
  }

  /// The codes of a statement; without a clock's entry any of those that ran may have another time.
  private func codes(changedByUndoing id: EntryID) -> [ProcedureCode] {
    guard let entry = entries.first(where: { $0.id == id }) else { return [] }
    return entry.kind.isOfClocks ? codesWithClockTimes : codes(statedBy: entry)
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

  private func wasMadeInTime(_ id: EntryID) -> Bool {
    entries.contains { $0.id == id && $0.moment.localDay <= visit.date }
  }
}

extension Entry.Kind {
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
    case .started, .stopped, .paused, .resumed, .allStopped, .groupStarted, .groupStopped: true
    default: false
    }
  }

  /// The codes whose time or units it names; none where it is about others, or about a clock.
  fileprivate var statedCodes: [ProcedureCode] {
    switch self {
    case .startMoved(let code, _), .secondsTyped(let code, _), .totalStated(let code, _),
      .intervalStated(let code, _, _), .unitsStated(let code, _), .timingStated(let code, _),
      .coTreated(let code, _, _), .intervalCorrected(let code, _, _, _),
      .stretchRemoved(let code, _, _, _):
      [code]
    case .intervalSplit(let code, _, _, let rest): [code] + (rest.map { [$0] } ?? [])
    default: []
    }
  }
}
