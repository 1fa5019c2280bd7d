/// What one client received on one date of service under one discipline: all that a bill is made
/// of.
public struct TreatmentDay: Hashable, Sendable {
  /// The date of service; it decides which codes are valid.
  public var date: ServiceDate
  /// Whose plan of care it was under; where nothing is known, no discipline modifier is put.
  public var discipline: Discipline?
  /// The services, in any order: order never changes a bill.
  public var services: [Service]
  /// Whole minutes of treatment, timed and untimed, overlap counted once; where nothing is known of
  /// overlap, the sum.
  public var treatmentMinutes: Int?
  /// When each service was given, where a log knows it.
  ///
  /// Without it no finding about overlap is made.
  public var intervals: [LoggedInterval]
  /// What was done at the time in sessions that are billed apart: by the same performers, and for
  /// the same client under another discipline.
  public var elsewhere: [LoggedInterval]
  /// The allocation that the clinician chose among equal ones; ignored where it is not among the
  /// allowed choices.
  public var chosen: [ProcedureCode: Int]?
  /// What the note says, by code and question; none where no note is known, and then no finding
  /// asks for one.
  public var answers: [ProcedureCode: [String: String]]?
  /// Cautions that a person let stand, and why.
  public var dismissals: [Finding.Fact: String]
  /// What counts toward the yearly threshold before this day; none where it is not known.
  public var spending: Spending?
  /// Who pays what the payer leaves; it gets the same lines, and its own rule's units are told.
  public var secondaryPayer: Payer?
  /// What the log knows beside; none where there is no log, and then no finding needs one.
  public var facts: LogFacts?

  public init(
    date: ServiceDate, discipline: Discipline? = nil, services: [Service],
    treatmentMinutes: Int? = nil, intervals: [LoggedInterval] = [],
    elsewhere: [LoggedInterval] = [], chosen: [ProcedureCode: Int]? = nil,
    answers: [ProcedureCode: [String: String]]? = nil, dismissals: [Finding.Fact: String] = [:],
    spending: Spending? = nil, secondaryPayer: Payer? = nil, facts: LogFacts? = nil
  ) {
    self.date = date
    self.discipline = discipline
    self.services = services
    self.treatmentMinutes = treatmentMinutes
    self.intervals = intervals
    self.elsewhere = elsewhere
    self.chosen = chosen
    self.answers = answers
    self.dismissals = dismissals
    self.spending = spending
    self.secondaryPayer = secondaryPayer
    self.facts = facts
  }
}

/// One code's share of a day.
///
/// A code stands at most once in a day; where it stands twice, its minutes are added.
public struct Service: Hashable, Sendable {
  public var code: ProcedureCode
  /// Whole minutes by the therapist, 0 or more.
  public var therapistMinutes: Int
  /// Whole minutes by the assistant alone, 0 or more: what both give together is the therapist's.
  public var assistantMinutes: Int
  /// Whole minutes by a student or an aide: kept apart, and never billed.
  public var unbilledMinutes: Int
  /// Units typed by a person, for codes that are counted by area, by extremity or by 30 days; 1
  /// where absent.
  public var typedUnits: Int?
  /// The answer for codes whose timing depends on what was done: whether minutes decide the units.
  public var isTimed: Bool?
  /// When it was begun, in milliseconds on any axis that all services of the day share; it only
  /// breaks ties.
  public var begun: Int64?
  /// Whether its clock is on, or waits in a pause.
  public var isRunning: Bool
  /// Whether any of it was given, be it less than a whole minute.
  public var isBegun: Bool
  /// Whether some of its minutes have no place on the clock, and so are no evidence of when they
  /// were given.
  public var hasTypedTime: Bool
  /// Modifiers that a person put on it.
  public var modifiers: [StatedModifier]
  /// What was given together with another discipline, and is split with it.
  public var coTreatment: [CoTreatment]

  public init(
    _ code: ProcedureCode, therapistMinutes: Int, assistantMinutes: Int = 0,
    unbilledMinutes: Int = 0, typedUnits: Int? = nil, isTimed: Bool? = nil, begun: Int64? = nil,
    isRunning: Bool = false, isBegun: Bool = false,
    hasTypedTime: Bool = false, modifiers: [StatedModifier] = [],
    coTreatment: [CoTreatment] = []
  ) {
    self.code = code
    self.therapistMinutes = therapistMinutes
    self.assistantMinutes = assistantMinutes
    self.unbilledMinutes = unbilledMinutes
    self.typedUnits = typedUnits
    self.isTimed = isTimed
    self.begun = begun
    self.isRunning = isRunning
    self.isBegun = isBegun || isRunning
    self.hasTypedTime = hasTypedTime
    self.modifiers = modifiers
    self.coTreatment = coTreatment
  }

  /// Whole minutes by both.
  public var minutes: Int { therapistMinutes + assistantMinutes }
}

/// Minutes of a code that belong to another discipline, which treated the client at the same time.
///
/// They are taken off already: a client's minutes are billed once (Pub 100-04 ch. 5 s.20.3).
public struct CoTreatment: Hashable, Codable, Sendable {
  public var discipline: Discipline
  /// Whole minutes, 1 or more.
  public var minutes: Int

  public init(discipline: Discipline, minutes: Int) {
    self.discipline = discipline
    self.minutes = minutes
  }
}

/// A stretch of clock time in which a service was given.
public struct LoggedInterval: Hashable, Sendable {
  public var code: ProcedureCode
  /// Who gave it.
  public var performer: String
  /// Milliseconds on the log's axis; `start <= end`.
  public var start: Int64
  public var end: Int64
  /// The stretch in words, as `10:05-10:20`; findings quote it.
  public var label: String
  /// Whether it was given to another client than the day's.
  public var isForAnotherClient: Bool
  /// The discipline that treated the day's client in it, where that is another than the day's and
  /// the minutes that both had are not split.
  public var unsplitDiscipline: Discipline?
  /// Which visit of the day it belongs to: services of two visits are separate encounters.
  public var visit: Int64
  /// Whether a person typed it or moved its start: the clock did not see all of it.
  public var isTyped: Bool

  public init(
    code: ProcedureCode, performer: String, start: Int64, end: Int64, label: String,
    isForAnotherClient: Bool = false, unsplitDiscipline: Discipline? = nil, visit: Int64 = 0,
    isTyped: Bool = false
  ) {
    self.code = code
    self.performer = performer
    self.start = start
    self.end = end
    self.label = label
    self.isForAnotherClient = isForAnotherClient
    self.unsplitDiscipline = unsplitDiscipline
    self.visit = visit
    self.isTyped = isTyped
  }
}
