public import Billing

extension Session {
  /// What an entry found in a session, and put something else in the place of.
  ///
  /// It is for words about the entry: `corrected 97110 to 10:00-10:20, was 10:00-10:28`.
  public enum Former: Hashable, Sendable {
    /// The clocks that ran here, and that an entry of another session stopped.
    case running([ProcedureCode])
    /// When an interval was; without an end it ran.
    case interval(start: WallTime, end: WallTime?)
    /// What a switch ended and began here, and when that was.
    case changed(ended: [ProcedureCode], begun: [ProcedureCode], at: WallTime)
    /// Whole seconds of a code, cut.
    case seconds(Int64)
    case visit(Visit)
  }

  /// What an entry is about to change; nothing where it changes nothing that stood before.
  func found(by entry: Entry, at now: Instant, catalog: Catalog) -> Former? {
    if isStopped(by: entry) { return .running(running.filter(catalog.isExclusive)) }
    return switch entry.kind {
    case .startMoved(let code, _): self[code]?.intervals.last.map(Former.init)
    case .intervalCorrected(let code, let name, _, _), .intervalSplit(let code, let name, _, _),
      .stretchRemoved(let code, let name, _, _):
      self[code]?.intervals.first { $0.entry == name }.map(Former.init)
    case .switchMoved(let target, _): Former(SwitchEdges(of: target, in: [self]))
    case .totalStated(let code, _): self[code].map { .seconds($0.seconds(at: now)) }
    case .visitCorrected: .visit(visit)
    default: nil
    }
  }

  /// Whether an entry begins something in another session, for which the clocks here stop.
  public func isStopped(by entry: Entry) -> Bool {
    switch entry.kind {
    case .started, .resumed, .performerStated: entry.sessions.first != id
    case .groupStarted(_, let members, _): !members.contains(id)
    default: false
    }
  }
}

extension Session.Former {
  fileprivate init(_ interval: Interval) {
    self = .interval(start: interval.startTime, end: interval.endTime)
  }

  /// Nothing where a switch ended and began nothing.
  fileprivate init?(_ edges: SwitchEdges) {
    guard let time = edges.mark?.time, !(edges.ended + edges.begun).isEmpty else { return nil }
    self = .changed(ended: edges.ended.map(\.code), begun: edges.begun.map(\.code), at: time)
  }
}
