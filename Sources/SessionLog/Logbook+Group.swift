public import Billing

// Groups: members share the minutes of one performer, and each is billed.

extension Logbook {
  /// Other sessions whose clocks stop where a group code starts for `members`: their performers
  /// cannot be in both.
  ///
  /// Those in which the same group code runs stay as they are: they are of the same group.
  public func bound(byGrouping code: ProcedureCode, members: [Session]) -> [Session] {
    bound(
      by: members.map { $0[code]?.performer ?? $0.visit.performer }, giving: code,
      besides: Set(members.map(\.id)))
  }

  /// The sessions in which a group code of `session` runs now, by the same performer, `session`
  /// first; empty where it does not run there.
  public func group(of code: ProcedureCode, with session: Session) -> [Session] {
    guard catalog.isGroup(code), let pane = session[code], pane.isRunning else { return [] }
    let others = sessions.values.filter { other in
      guard other.id != session.id, let others = other[code] else { return false }
      return others.isRunning && others.performer.isSame(as: pane.performer)
    }
    return [session] + others.sorted { $0.id < $1.id }
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
