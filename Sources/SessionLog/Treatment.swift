public import Billing

extension Logbook {
  /// All that the bill of a session's day is made of, at an instant: its own services and those of
  /// the sessions billed with it.
  public func treatmentDay(of session: Session, at now: Instant) -> TreatmentDay {
    var day = treatmentDayAlone(of: session, at: now)
    day.spending = spending(before: session, at: now)
    day.facts = facts(of: self.day(of: session), at: now)
    return day
  }

  /// The same without what was spent on the days before and without what else the log knows: both
  /// change no units.
  func treatmentDayAlone(of session: Session, at now: Instant) -> TreatmentDay {
    let sessions = day(of: session)
    let codes = Self.codes(of: sessions)
    let performers = PerformerNames(of: sessions)
    return TreatmentDay(
      date: session.visit.date, discipline: session.visit.discipline,
      services: codes.map { code in service(code, in: sessions, at: now) },
      treatmentMinutes: treatmentMinutes(of: sessions, at: now),
      intervals: intervals(of: sessions, by: performers, at: now),
      elsewhere: intervals(besides: sessions, by: performers, at: now),
      chosen: sessions.compactMap(\.choice).max { $0.entry < $1.entry }?.units,
      answers: Self.answers(in: sessions),
      dismissals: sessions.reduce(into: [:]) { all, session in
        all.merge(session.dismissals) { _, later in later }
      },
      secondaryPayer: session.visit.secondaryPayer)
  }

  /// What one session alone comes to in minutes, as part of its day.
  public func ownPart(of session: Session, at now: Instant) -> [ProcedureCode: Int] {
    Dictionary(
      uniqueKeysWithValues: session.panes.map { ($0.code, $0.minutes(at: now)) })
  }

  /// Whole minutes of treatment that one session had, whatever else was given on its day.
  public func treatmentMinutes(of session: Session, at now: Instant) -> Int {
    treatmentMinutes(of: [session], at: now)
  }

  /// Whole minutes of treatment that stand on the clock of some sessions, of any clients: what was
  /// given at the same time counts once.
  public func clockedMinutes(of sessions: [Session], at now: Instant) -> Int {
    Int(Spans(sessions.flatMap(\.panes).flatMap(\.billedIntervals), at: now).milliseconds / 60_000)
  }

  /// Whole minutes of treatment that were typed without clock times, and so have no place in the day.
  public func minutesWithoutTimes(of sessions: [Session]) -> Int {
    let typed = sessions.flatMap(\.panes).map { pane in
      max(0, pane.billedTyped.reduce(0) { $0 + $1.milliseconds })
    }
    return Int(typed.reduce(0, +) / 60_000)
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
    let outside = Spans(untimed.flatMap(\.billedIntervals), at: now)
      .subtracting(Spans(timed.flatMap(\.billedIntervals), at: now))
    let typed = untimed.flatMap(\.billedTyped).reduce(0) { $0 + $1.milliseconds }
    let coTreated = untimed.reduce(0) { $0 + $1.coTreated }
    return timedMinutes + Int(max(0, outside.milliseconds + typed - coTreated) / 60_000)
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
    Self.wholeMinutes(sessions.compactMap { $0[code] }) { $0.milliseconds(at: now) }
  }

  /// Milliseconds of one code's panes as whole minutes: summed first, cut once.
  private static func wholeMinutes(
    _ panes: [Session.Pane], _ milliseconds: (Session.Pane) -> Int64
  ) -> Int {
    Int(panes.reduce(0) { $0 + milliseconds($1) } / 60_000)
  }

  /// The therapist's minutes are cut down, and the rest of the code's whole minutes is the
  /// assistant's.
  private func service(
    _ code: ProcedureCode, in sessions: [Session], at now: Instant
  ) -> Service {
    let panes = sessions.compactMap { $0[code] }
    let units = panes.compactMap(\.units)
    let therapist = Self.wholeMinutes(panes) { $0.therapistMilliseconds(at: now) }
    return Service(
      code, therapistMinutes: therapist,
      assistantMinutes: Self.wholeMinutes(panes) { $0.milliseconds(at: now) } - therapist,
      unbilledMinutes: Self.wholeMinutes(panes) { $0.unbilledMilliseconds(at: now) },
      typedUnits: units.isEmpty ? nil : units.reduce(0, +),
      isTimed: Self.statedTiming(of: code, in: sessions),
      begun: panes.flatMap(\.billedIntervals).map(\.start.milliseconds).min(),
      isRunning: sessions.contains { ($0.running + $0.resumes).contains(code) },
      isBegun: panes.contains { $0.milliseconds(at: now) > 0 },
      hasTypedTime: panes.flatMap(\.billedTyped).reduce(0) { $0 + $1.milliseconds } > 0,
      modifiers: Self.modifiers(of: panes), coTreatment: Self.coTreatment(of: panes))
  }

  /// Every modifier once; of several sessions the last one's reason counts.
  private static func modifiers(of panes: [Session.Pane]) -> [StatedModifier] {
    panes.flatMap(\.modifiers).reduce(into: []) { modifiers, stated in
      if let place = modifiers.firstIndex(where: { $0.modifier == stated.modifier }) {
        modifiers[place] = stated
      } else {
        modifiers.append(stated)
      }
    }
  }

  private static func coTreatment(of panes: [Session.Pane]) -> [CoTreatment] {
    Discipline.allCases.compactMap { discipline in
      let minutes = Int(panes.reduce(0) { $0 + ($1.coTreatment[discipline] ?? 0) } / 60)
      return minutes == 0 ? nil : CoTreatment(discipline: discipline, minutes: minutes)
    }
  }

  /// What the note says; of several sessions the last one's answer counts.
  private static func answers(in sessions: [Session]) -> [ProcedureCode: [String: String]] {
    sessions.flatMap(\.panes).reduce(into: [:]) { answers, pane in
      answers[pane.code, default: [:]].merge(pane.answers) { _, later in later }
    }
  }

  /// The codes of some sessions, each once, in the order in which they were added.
  private static func codes(of sessions: [Session]) -> [ProcedureCode] {
    var seen: Set<ProcedureCode> = []
    return sessions.flatMap(\.panes).map(\.code).filter { seen.insert($0).inserted }
  }
}
