/// Two stretches that cannot both have been: of one performer, or of one client's day.
public struct Clash: Hashable, Sendable {
  public let one: GivenTime
  public let other: GivenTime

  /// Whether both still run.
  public var isRunning: Bool { one.interval.isRunning && other.interval.isRunning }
}

extension Logbook {
  /// What cannot both have been and could before: every pair of stretches, one of them of
  /// `sessions`, that share time here and did not in `former`; those that run first.
  public func clashes(of sessions: [SessionID], since former: Logbook, at now: Moment) -> [Clash] {
    let known = Set(former.clashes(of: sessions, at: now).map(\.key))
    return clashes(of: sessions, at: now).filter { !known.contains($0.key) }
      .sorted { $0.isRunning && !$1.isRunning }
  }

  private func clashes(of ids: [SessionID], at now: Moment) -> [Clash] {
    let (end, all) = (instant(of: now), sessions.values.sorted { $0.id < $1.id })
    var clashes: [Clash] = []
    for one in Set(ids).sorted().compactMap({ sessions[$0] }).flatMap(\.givenTimes) {
      for session in all {
        for other in session.givenTimes
        where one.isBefore(other, among: ids) && one.meets(other, at: end)
          && one.excludes(other, by: catalog)
        {
          clashes.append(Clash(one: one, other: other))
        }
      }
    }
    return clashes
  }
}

extension Clash {
  /// What tells it from others: the two names, and the time that both have.
  fileprivate struct Key: Hashable {
    var names: [EntryID]
    var start: Instant
    var end: Instant?
  }

  fileprivate var key: Key {
    let ends = [one.interval.end, other.interval.end].compactMap(\.self)
    return Key(
      names: [one.interval.entry, other.interval.entry],
      start: max(one.interval.start, other.interval.start), end: ends.min())
  }
}

extension Session {
  fileprivate var givenTimes: [GivenTime] {
    panes.flatMap { pane in
      pane.intervals.map { GivenTime(code: pane.code, interval: $0, session: self) }
    }
  }
}

extension GivenTime {
  /// Whether it comes first in a pair, so that each pair of two sessions of `ids` is counted once.
  fileprivate func isBefore(_ other: GivenTime, among ids: [SessionID]) -> Bool {
    if session.id == other.session.id {
      return (interval.entry, code) < (other.interval.entry, other.code)
    }
    return session.id < other.session.id || !ids.contains(other.session.id)
  }

  /// Whether both have time in common; two that run have, from now on.
  fileprivate func meets(_ other: GivenTime, at now: Instant) -> Bool {
    if interval.isRunning, other.interval.isRunning { return true }
    return max(interval.start, other.interval.start)
      < min(interval.end ?? now, other.interval.end ?? now)
  }
}
