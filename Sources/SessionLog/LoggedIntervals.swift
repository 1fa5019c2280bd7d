import Billing

extension Logbook {
  /// When the services of a day's sessions were given, but for what students and aides did.
  func intervals(
    of sessions: [Session], by performers: PerformerNames, at now: Instant
  ) -> [LoggedInterval] {
    sessions.flatMap { session in
      session.panes.flatMap { pane in
        pane.billedIntervals.map { interval in
          Self.logged(interval, of: pane.code, in: session, by: performers, at: now)
        }
      }
    }
  }

  /// What was done in sessions that are billed apart: by the same performers, and for the same
  /// client under a discipline with which the shared minutes are not split.
  func intervals(
    besides sessions: [Session], by performers: PerformerNames, at now: Instant
  ) -> [LoggedInterval] {
    guard let first = sessions.first else { return [] }
    let ids = Set(sessions.map(\.id))
    let unsplit = unsplitDisciplines(beside: sessions, at: now)
    return self.sessions.values
      .filter { !ids.contains($0.id) }
      .sorted { $0.id < $1.id }
      .flatMap { session -> [LoggedInterval] in
        let isUnsplit =
          session.isOfOneDay(with: first) && unsplit.contains(session.visit.discipline)
        return session.panes.flatMap { pane in
          pane.billedIntervals.compactMap { interval -> LoggedInterval? in
            let isUnsplit = isUnsplit && catalog.isExclusive(pane.code)
            guard isUnsplit || performers.contains(interval.performer) else { return nil }
            var logged = Self.logged(
              interval, of: pane.code, in: session, by: performers, at: now)
            logged.isForAnotherClient = session.visit.clientKey != first.visit.clientKey
            logged.unsplitDiscipline = isUnsplit ? session.visit.discipline : nil
            return logged
          }
        }
      }
  }

  /// Disciplines under which the client was treated on the same day at the same time, where the
  /// whole minutes that both had are not split on either side.
  private func unsplitDisciplines(
    beside sessions: [Session], at now: Instant
  ) -> Set<Discipline> {
    guard let first = sessions.first else { return [] }
    let others = self.sessions.values.filter {
      $0.isOfOneDay(with: first) && $0.visit.discipline != first.visit.discipline
    }
    let mine = exclusiveTime(of: sessions, at: now)
    return Set(others.map(\.visit.discipline)).filter { discipline in
      let theirs = others.filter { $0.visit.discipline == discipline }
      let shared = mine.intersection(exclusiveTime(of: theirs, at: now)).milliseconds
      let split =
        Self.secondsGiven(by: sessions, to: discipline)
        + Self.secondsGiven(by: theirs, to: first.visit.discipline)
      return shared > 0 && split / 60 < shared / 60_000
    }
  }

  private func exclusiveTime(of sessions: [Session], at now: Instant) -> Spans {
    let panes = sessions.flatMap(\.panes).filter { catalog.isExclusive($0.code) }
    return Spans(panes.flatMap(\.billedIntervals), at: now)
  }

  private static func secondsGiven(by sessions: [Session], to discipline: Discipline) -> Int64 {
    sessions.flatMap(\.panes).reduce(0) { $0 + ($1.coTreatment[discipline] ?? 0) }
  }

  private static func logged(
    _ interval: Interval, of code: ProcedureCode, in session: Session,
    by performers: PerformerNames, at now: Instant
  ) -> LoggedInterval {
    LoggedInterval(
      code: code, performer: performers.name(of: interval.performer),
      start: interval.start.milliseconds,
      end: max(interval.start, interval.end ?? now).milliseconds,
      label: "\(interval.startTime.text)-\(interval.endTime?.text ?? "now")",
      visit: session.id.rawValue, isTyped: interval.provenance != .clocked)
  }
}

/// The performers of a day's sessions, each under the name by which it was written first, so that
/// one person has one name.
struct PerformerNames {
  private var names: [Performer: String] = [:]

  init(of sessions: [Session]) {
    for session in sessions {
      add(session.visit.performer)
      for interval in session.panes.flatMap(\.intervals) { add(interval.performer) }
    }
  }

  /// Whether it is one of them.
  func contains(_ performer: Performer) -> Bool {
    names[performer] != nil || names.keys.contains { $0.isSame(as: performer) }
  }

  /// As `therapist Ana Reyes`.
  func name(of performer: Performer) -> String {
    names[performer] ?? names.first { $0.key.isSame(as: performer) }?.value
      ?? performer.description
  }

  private mutating func add(_ performer: Performer) {
    if names[performer] == nil { names[performer] = name(of: performer) }
  }
}

extension Session {
  /// Whether the two are of one client and one date of service, under whichever discipline.
  func isOfOneDay(with other: Session) -> Bool {
    visit.clientKey == other.visit.clientKey && visit.date == other.visit.date
  }
}
