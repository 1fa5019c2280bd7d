public import Billing

/// What a performer gave before and after a time of a day.
public struct Neighbours: Hashable, Sendable {
  public var before: GivenTime?
  public var after: GivenTime?
}

extension Logbook {
  /// What `performer` gave on the date of service of `session` around a stretch, to whichever client:
  /// of what binds a performer, the last that began before `start`, and the first that began then or
  /// later; and of `code` itself whoever gave it.
  ///
  /// - Parameter moving: an interval of the session that is to be moved: it is no neighbour of its
  ///   own.
  public func neighbours(
    of start: Mark, for code: ProcedureCode, by performer: Performer, in session: Session,
    moving: Interval? = nil
  ) -> Neighbours {
    var neighbours = Neighbours()
    for other in sessions.values.sorted(by: { $0.id < $1.id })
    where other.visit.date == session.visit.date {
      for pane in other.panes {
        let isSameCode = other.id == session.id && pane.code == code
        for interval in pane.intervals where !(other.id == session.id && interval == moving) {
          let isTheirs =
            catalog.isExclusive(pane.code) && interval.performer.isSame(as: performer)
          guard isSameCode || isTheirs else { continue }
          neighbours.take(
            GivenTime(code: pane.code, interval: interval, session: other), around: start)
        }
      }
    }
    return neighbours
  }
}

extension Neighbours {
  /// Takes an interval in the place of one that is farther from `start`.
  fileprivate mutating func take(_ given: GivenTime, around start: Mark) {
    let place = given.interval.startMark.place
    if place < start.place {
      if before.map({ $0.interval.startMark.place < place }) ?? true { before = given }
    } else if after.map({ place < $0.interval.startMark.place }) ?? true {
      after = given
    }
  }
}
