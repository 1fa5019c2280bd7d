public import Billing

// Groups: members share the minutes of one performer, and each is billed.

extension Logbook {
  /// Other sessions whose clocks stop where `performer` starts a group code for `members`: nobody can
  /// be in both.
  ///
  /// Those in which the same group code runs stay as they are: they are of the same group.
  public func bound(
    by performer: Performer, grouping code: ProcedureCode, members: [Session]
  ) -> [Session] {
    bound(by: performer, giving: code, besides: Set(members.map(\.id)))
  }

  /// The sessions of a day that a group code of `session` is given in at once, `session` first:
  /// those in which the same performer's clock of it runs in a group or, where none does, those in
  /// which one entry stopped it; empty where it was given to one client alone.
  public func group(of code: ProcedureCode, with session: Session) -> [Session] {
    guard let pane = session[code], let last = pane.intervals.last, last.group != nil else {
      return []
    }
    let others = sessions.values.filter { other in
      other.id != session.id && other.visit.date == session.visit.date && !other.isClosed
        && other[code].map { pane.isShared(with: $0) } ?? false
    }.sorted { $0.id < $1.id }
    let running = others.filter { $0.running.contains(code) }
    guard !pane.isRunning, running.isEmpty, let ending = last.ending else {
      return [session] + running
    }
    return [session] + others.filter { $0[code]?.intervals.last?.ending == ending }
  }

  /// How many clients shared an interval as a group, the one of `session` included; none where it
  /// was given to one client alone.
  ///
  /// They are all whose intervals in a group of the same performer lie over any of it.
  public func groupSize(
    of interval: Interval, of code: ProcedureCode, in session: Session, at now: Instant
  ) -> Int? {
    guard interval.group != nil else { return nil }
    let span = Spans([interval], at: now)
    let others = sessions.values.filter { other in
      other.id != session.id
        && other[code]?.intervals.contains { shared in
          shared.group != nil && shared.performer.isSame(as: interval.performer)
            && span.meet(shared, at: now)
        } ?? false
    }
    return Set(([session] + others).map { Visit.clientKey(of: $0.visit.client) }).count
  }
}

extension Session.Pane {
  /// Whether another client's pane of the code was in a group last, of the same performer.
  fileprivate func isShared(with other: Session.Pane) -> Bool {
    other.intervals.last?.group != nil && other.performer.isSame(as: performer)
  }
}
