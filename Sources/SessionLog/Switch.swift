public import Billing

/// A stretch of a code in a session.
public struct GivenTime: Hashable, Sendable {
  public var code: ProcedureCode
  public var interval: Interval
  public var session: Session
}

/// A switch from one thing to another: what one entry ended and what it began at the same time, in
/// one session or in several.
public struct Switch: Hashable, Sendable {
  /// How far a switch can be moved one way, and what is in the way there.
  public struct Limit: Hashable, Sendable {
    public var time: WallTime
    /// As `97110 began at 10:05`.
    public var reason: String
  }

  public let entry: Entry
  /// The exclusive codes that it ended, and those that it began: several where a group is one side.
  public let ended: [GivenTime]
  public let begun: [GivenTime]
  /// Where it was, as far as is known now.
  public let mark: Mark
  /// The same by the clock on the wall.
  public var time: WallTime { mark.time }
  public let earliest: Limit
  public let latest: Limit

  /// The time that a person means who names a minute: where that is the minute of a limit, the limit
  /// itself.
  public func time(meantBy time: WallTime) -> WallTime {
    let minute = time.milliseconds.flooredQuotient(by: 60_000)
    return [earliest.time, latest.time]
      .first { $0.milliseconds.flooredQuotient(by: 60_000) == minute } ?? time
  }

  /// Why it cannot have been at a time; nothing where it can.
  public func objection(to time: WallTime) -> String? {
    if time.milliseconds < earliest.time.milliseconds { return earliest.reason }
    return time.milliseconds > latest.time.milliseconds ? latest.reason : nil
  }
}

extension Logbook {
  /// The last switch that a session had part in: the last entry that stands and that ended an
  /// exclusive code and began one, in this session or in another.
  public func lastSwitch(in session: Session, at now: Moment) -> Switch? {
    for entry in session.entries.reversed() where entry.kind.isClocked {
      if let last = madeSwitch(by: entry, at: now) { return last }
    }
    return nil
  }

  private func madeSwitch(by entry: Entry, at now: Moment) -> Switch? {
    let edges = edges(of: entry)
    let ended = edges.ended.filter { catalog.isExclusive($0.code) }
    let begun = edges.begun.filter { catalog.isExclusive($0.code) }
    let room = room(for: edges, at: now)
    guard !ended.isEmpty, !begun.isEmpty, let mark = edges.mark, let earliest = room.earliest else {
      return nil
    }
    return Switch(
      entry: entry, ended: ended, begun: begun, mark: mark,
      earliest: earliest.limit(from: mark), latest: room.latest.limit(from: mark))
  }

  private func edges(of entry: Entry) -> SwitchEdges {
    SwitchEdges(of: entry.id, in: Set(entry.sessions).sorted().compactMap { sessions[$0] })
  }

  private func room(for edges: SwitchEdges, at now: Moment) -> SwitchRoom {
    SwitchRoom(
      for: edges, beside: sessions.values.sorted { $0.id < $1.id }, at: instant(of: now),
      time: now.wallTime, catalog: catalog)
  }

  /// Refuses to move a switch to where a performer gave something in a session that the switch had
  /// no part in: no session can tell that alone.
  func requireRoom(for draft: Draft, as id: EntryID) throws(ImpossibleEntry) {
    guard case .switchMoved(let target, let time) = draft.kind,
      let entry = entries.first(where: { $0.id == target })
    else { return }
    let edges = edges(of: entry)
    guard let mark = edges.mark else { return }
    try room(for: edges, at: draft.moment).require(mark.moved(to: time), by: id)
  }
}

extension Entry.Kind {
  /// Whether it ends and begins intervals by the clock, at the moment of its entry.
  var isClocked: Bool {
    switch self {
    case .started, .stopped, .paused, .resumed, .allStopped, .performerStated, .groupStarted,
      .groupStopped:
      true
    default: false
    }
  }
}
