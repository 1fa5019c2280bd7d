public import Billing

extension Logbook {
  /// All that the bill of a session's day is made of, at an instant: its own services and those of
  /// the sessions billed with it.
  public func treatmentDay(of session: Session, at now: Instant) -> TreatmentDay {
    let sessions = day(of: session)
    let codes = Self.codes(of: sessions)
    let services = codes.map { code in service(code, in: sessions, at: now) }
    return TreatmentDay(
      date: session.visit.date, discipline: session.visit.discipline, services: services,
      treatmentMinutes: treatmentMinutes(of: sessions, at: now),
      intervals: sessions.flatMap { Self.intervals(of: $0, at: now) },
      elsewhere: intervals(besides: sessions, at: now),
      chosen: sessions.compactMap(\.choice).max { $0.entry < $1.entry }?.units)
  }

  /// What one session alone comes to in minutes, as part of its day.
  public func ownPart(of session: Session, at now: Instant) -> [ProcedureCode: Int] {
    Dictionary(
      uniqueKeysWithValues: session.panes.map { ($0.code, $0.minutes(at: now)) })
  }

  /// Whole minutes of treatment: the timed codes' whole minutes, and the untimed services' time
  /// that lies outside every timed interval, overlap counted once, cut once.
  ///
  /// Pauses are in neither, for nothing runs in them.
  private func treatmentMinutes(of sessions: [Session], at now: Instant) -> Int {
    let panes = sessions.flatMap(\.panes)
    let timed = panes.filter { isTimed($0.code, in: sessions) }
    let untimed = panes.filter { !isTimed($0.code, in: sessions) }
    let timedMinutes = Self.codes(of: sessions)
      .filter { isTimed($0, in: sessions) }
      .reduce(0) { $0 + minutes(of: $1, in: sessions, at: now) }
    let outside = Spans(untimed.flatMap(\.intervals), at: now)
      .subtracting(Spans(timed.flatMap(\.intervals), at: now))
    let typed = untimed.flatMap(\.typed).reduce(0) { $0 + $1.milliseconds }
    return timedMinutes + Int(max(0, outside.milliseconds + typed) / 60_000)
  }

  private func isTimed(_ code: ProcedureCode, in sessions: [Session]) -> Bool {
    guard let procedure = catalog[code] else { return false }
    if case .depends = procedure.timing {
      return Self.statedTiming(of: code, in: sessions) == true
    }
    return procedure.isTimed
  }

  /// Whether a person said that a code is timed; of several sessions the last one's word counts.
  private static func statedTiming(of code: ProcedureCode, in sessions: [Session]) -> Bool? {
    sessions.compactMap { $0[code]?.isTimed }.last
  }

  private func minutes(of code: ProcedureCode, in sessions: [Session], at now: Instant) -> Int {
    Int(sessions.compactMap { $0[code] }.reduce(0) { $0 + $1.milliseconds(at: now) } / 60_000)
  }

  private func service(
    _ code: ProcedureCode, in sessions: [Session], at now: Instant
  ) -> Service {
    let panes = sessions.compactMap { $0[code] }
    let units = panes.compactMap(\.units)
    return Service(
      code, therapistMinutes: minutes(of: code, in: sessions, at: now),
      typedUnits: units.isEmpty ? nil : units.reduce(0, +),
      isTimed: Self.statedTiming(of: code, in: sessions),
      begun: panes.flatMap(\.intervals).map(\.start.milliseconds).min())
  }

  /// The codes of some sessions, each once, in the order in which they were added.
  private static func codes(of sessions: [Session]) -> [ProcedureCode] {
    var seen: Set<ProcedureCode> = []
    return sessions.flatMap(\.panes).map(\.code).filter { seen.insert($0).inserted }
  }

  private static func intervals(of session: Session, at now: Instant) -> [LoggedInterval] {
    session.panes.flatMap { pane in
      pane.intervals.map { interval in
        LoggedInterval(
          code: pane.code, performer: session.visit.clinician,
          start: interval.start.milliseconds,
          end: max(interval.start, interval.end ?? now).milliseconds,
          label: "\(interval.startTime.text)-\(interval.endTime?.text ?? "now")")
      }
    }
  }

  private func intervals(besides sessions: [Session], at now: Instant) -> [LoggedInterval] {
    let ids = Set(sessions.map(\.id))
    let performers = Set(sessions.map(\.visit.clinician))
    let clients = Set(sessions.map(\.visit.clientKey))
    return self.sessions.values
      .filter { !ids.contains($0.id) && performers.contains($0.visit.clinician) }
      .sorted { $0.id < $1.id }
      .flatMap { session in
        Self.intervals(of: session, at: now).map { interval in
          var interval = interval
          interval.isForAnotherClient = !clients.contains(session.visit.clientKey)
          return interval
        }
      }
  }
}

/// Stretches of time as a set: sorted, none touching another.
private struct Spans {
  var ranges: [Range<Int64>] = []

  init(_ intervals: [Interval], at now: Instant) {
    for interval in intervals.sorted(by: { $0.start < $1.start }) {
      let start = interval.start.milliseconds
      let end = start + interval.milliseconds(at: now)
      if let last = ranges.last, start <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        ranges.append(start..<end)
      }
    }
  }

  var milliseconds: Int64 { ranges.reduce(0) { $0 + $1.upperBound - $1.lowerBound } }

  func subtracting(_ other: Spans) -> Spans {
    var rest = self
    for hole in other.ranges {
      rest.ranges = rest.ranges.flatMap { range -> [Range<Int64>] in
        guard range.overlaps(hole) else { return [range] }
        return [
          range.lowerBound..<max(range.lowerBound, hole.lowerBound),
          min(range.upperBound, hole.upperBound)..<range.upperBound,
        ].filter { !$0.isEmpty }
      }
    }
    return rest
  }
}
