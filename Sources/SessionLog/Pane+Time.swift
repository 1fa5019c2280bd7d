extension Session.Pane {
  /// Milliseconds at `now` that can be billed, never negative: all intervals and typed time of
  /// therapist and assistant, without what belongs to another discipline.
  public func milliseconds(at now: Instant) -> Int64 { max(0, balance(at: now)) }

  /// The same, below 0 where more was taken off than there is.
  func balance(at now: Instant) -> Int64 {
    sum(at: now, where: \.isBilled) - coTreated
  }

  /// The therapist's part of ``milliseconds(at:)``; the rest of it is the assistant's.
  ///
  /// What belongs to another discipline is taken off the therapist's time first, so that the
  /// assistant's part is never told too small. Where corrections leave one of the two with less
  /// than nothing, the other bears it.
  public func therapistMilliseconds(at now: Instant) -> Int64 {
    let own = sum(at: now) { $0 == .therapist } - coTreated
    return min(max(0, own), milliseconds(at: now))
  }

  /// Milliseconds of students and aides at `now`, which are never billed; never negative.
  public func unbilledMilliseconds(at now: Instant) -> Int64 {
    max(0, sum(at: now) { !$0.isBilled })
  }

  /// Whole seconds at `now` that can be billed, cut.
  public func seconds(at now: Instant) -> Int64 { milliseconds(at: now) / 1000 }

  /// Whole minutes at `now` that can be billed: the seconds of all intervals, cut once, never
  /// rounded up.
  public func minutes(at now: Instant) -> Int { Int(milliseconds(at: now) / 60_000) }

  /// Whole seconds of students and aides at `now`, cut.
  public func unbilledSeconds(at now: Instant) -> Int64 { unbilledMilliseconds(at: now) / 1000 }

  /// Whole minutes of students and aides at `now`, cut once.
  public func unbilledMinutes(at now: Instant) -> Int {
    Int(unbilledMilliseconds(at: now) / 60_000)
  }

  /// The intervals and the typed time of therapist and assistant.
  var billedIntervals: [Interval] { intervals.filter(\.performer.role.isBilled) }
  var billedTyped: [TypedTime] { typed.filter(\.performer.role.isBilled) }

  /// Milliseconds that belong to other disciplines.
  var coTreated: Int64 { coTreatment.values.reduce(0, +) * 1000 }

  private func sum(at now: Instant, where counts: (Performer.Role) -> Bool) -> Int64 {
    intervals.reduce(0) { $0 + (counts($1.performer.role) ? $1.milliseconds(at: now) : 0) }
      + typed.reduce(0) { $0 + (counts($1.performer.role) ? $1.milliseconds : 0) }
  }
}
