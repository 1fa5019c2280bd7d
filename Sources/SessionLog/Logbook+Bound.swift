public import Billing

// What binds a performer: nobody gives two exclusive codes at a time.

/// What stands in the way of a stretch of a code: something that was given in it already.
public struct TakenTime: Hashable, Sendable {
  /// Why both cannot be.
  public enum Reason: Hashable, Sendable {
    /// The code's own clock ran then.
    case code
    /// The performer gave another code then.
    case performer
    /// The client was given another code then, by somebody else.
    case client
  }

  public var reason: Reason
  public var interval: Interval
  public var code: ProcedureCode
  public var session: Session
}

extension Logbook {
  /// Other sessions than `session` in which `performer` has an exclusive clock running.
  ///
  /// - Parameter code: what the performer is about to give: where that is given to a group, those
  ///   who are in it already stay.
  public func bound(
    by performer: Performer, giving code: ProcedureCode? = nil, besides session: Session
  ) -> [Session] {
    bound(by: performer, giving: code, besides: [session.id])
  }

  func bound(
    by performer: Performer, giving code: ProcedureCode?, besides members: Set<SessionID>
  ) -> [Session] {
    sessions.values
      .filter { other in
        !members.contains(other.id) && !other.isSigned
          && other.panes.contains { pane in
            pane.isRunning && pane.performer.isSame(as: performer)
              && catalog.isExclusive(pane.code)
              && !(pane.code == code && catalog.isGroup(pane.code))
          }
      }
      .sorted { $0.id < $1.id }
  }

  /// Other sessions whose clocks stop where those of `codes` start in `session`: their performers
  /// cannot be in both.
  public func bound(byStarting codes: [ProcedureCode], in session: Session) -> [Session] {
    let others = codes.filter(catalog.isExclusive).flatMap { code in
      bound(
        by: session.performer(of: code), giving: code, besides: session)
    }
    return Set(others.map(\.id)).sorted().compactMap { sessions[$0] }
  }

  /// The first interval that keeps `performer` from giving `code` in `session` between two points;
  /// nothing where the stretch is free.
  ///
  /// A code runs once at a time. Exclusive codes of one client's day exclude each other whoever
  /// gives them; those of other clients only where the same performer gave them, and not to one
  /// group.
  ///
  /// - Parameter moving: an interval of the session that is to be moved, to this code or another: it
  ///   is not in its own way.
  public func taken(
    from start: Mark, to end: Mark, for code: ProcedureCode, by performer: Performer,
    in session: Session, moving: Interval? = nil
  ) -> TakenTime? {
    for other in sessions.values.sorted(by: { $0.id < $1.id }) {
      for pane in other.panes {
        let isSameCode = other.id == session.id && pane.code == code
        for interval in pane.intervals
        where interval.meets(start, end) && !(other.id == session.id && interval == moving) {
          let reason =
            isSameCode
            ? .code : collision(of: code, by: performer, in: session, with: interval, pane, other)
          guard let reason else { continue }
          return TakenTime(reason: reason, interval: interval, code: pane.code, session: other)
        }
      }
    }
    return nil
  }

  /// Why a code cannot be given during an interval of another pane; nothing where it can.
  private func collision(
    of code: ProcedureCode, by performer: Performer, in session: Session,
    with interval: Interval, _ pane: Session.Pane, _ other: Session
  ) -> TakenTime.Reason? {
    guard catalog.isExclusive(code), catalog.isExclusive(pane.code) else { return nil }
    if interval.performer.isSame(as: performer) {
      let isOneGroup = pane.code == code && catalog.isGroup(code) && other.id != session.id
      return isOneGroup ? nil : .performer
    }
    return other.isBilled(with: session) ? .client : nil
  }
}

extension Interval {
  /// Whether it and a stretch share any time.
  fileprivate func meets(_ start: Mark, _ end: Mark) -> Bool {
    startMark.place < end.place && start.place < endMark?.place ?? .max
  }
}
