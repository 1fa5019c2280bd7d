import Billing

// How long the performers of a day were there, and what they gave in that time to all clients.
extension Logbook {
  /// Of everybody who gave anything of the day's sessions between clock times; without any clock
  /// time there is nothing to compare with.
  func presences(in day: [Session], at now: Instant) -> [LogFacts.Presence] {
    guard let date = day.first?.visit.date else { return [] }
    let names = PerformerNames(of: day)
    let all = sessions.values.filter { $0.visit.date == date }.flatMap(\.panes)
    return Self.performers(of: day).compactMap { performer in
      let there = all.flatMap(\.billedIntervals).filter { $0.performer.isSame(as: performer) }
      guard let first = there.min(by: { $0.start < $1.start }),
        let last = there.max(by: { $0.end(at: now) < $1.end(at: now) })
      else { return nil }
      let panes = day.flatMap(\.panes).filter { catalog.isExclusive($0.code) }
      return LogFacts.Presence(
        performer: names.name(of: performer), first: first.startTime.text,
        last: last.endTime?.text ?? "now", milliseconds: last.end(at: now).since(first.start),
        clocked: clocked(by: performer, in: all, at: now), typed: typed(by: performer, in: all),
        codes: Self.codes(of: panes) { $0.isGiven(by: performer) },
        typedCodes: Self.codes(of: panes) { $0.typed(by: performer) > 0 })
    }
  }

  /// Every one who gave something that is billed, once.
  private static func performers(of day: [Session]) -> [Performer] {
    let panes = day.flatMap(\.panes)
    let all =
      panes.flatMap(\.billedIntervals).map(\.performer)
      + panes.flatMap(\.billedTyped).map(\.performer)
    return all.reduce(into: []) { seen, performer in
      if !seen.contains(where: performer.isSame) { seen.append(performer) }
    }
  }

  /// Milliseconds between clock times that bind the performer: supervised modalities do not, and
  /// the members of a group share theirs.
  private func clocked(
    by performer: Performer, in panes: [Session.Pane], at now: Instant
  ) -> Int64 {
    let bound = panes.filter { catalog.isExclusive($0.code) }
    let byCode = Dictionary(grouping: bound, by: \.code).mapValues { panes in
      panes.flatMap(\.billedIntervals).filter { $0.performer.isSame(as: performer) }
    }
    return byCode.reduce(0) { sum, code in
      let isGroup = catalog[code.key]?.attendance == .group
      return sum
        + (isGroup
          ? Spans(code.value, at: now).milliseconds
          : code.value.reduce(0) { $0 + $1.milliseconds(at: now) })
    }
  }

  private func typed(by performer: Performer, in panes: [Session.Pane]) -> Int64 {
    panes.filter { catalog.isExclusive($0.code) }.reduce(0) { $0 + $1.typed(by: performer) }
  }

  private static func codes(
    of panes: [Session.Pane], where isMeant: (Session.Pane) -> Bool
  ) -> [ProcedureCode] {
    Set(panes.filter(isMeant).map(\.code)).sorted()
  }
}

extension Session.Pane {
  /// Milliseconds of a performer without clock times, without what belongs to another discipline.
  fileprivate func typed(by performer: Performer) -> Int64 {
    let stated = billedTyped.filter { $0.performer.isSame(as: performer) }
      .reduce(0) { $0 + $1.milliseconds }
    return stated - (self.performer.isSame(as: performer) ? coTreated : 0)
  }

  fileprivate func isGiven(by performer: Performer) -> Bool {
    (billedIntervals.map(\.performer) + billedTyped.map(\.performer))
      .contains { $0.isSame(as: performer) }
  }
}

extension Interval {
  fileprivate func end(at now: Instant) -> Instant { max(start, end ?? now) }
}
