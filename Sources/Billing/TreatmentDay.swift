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
  /// What the same performers did at the time in sessions that are billed apart.
  public var elsewhere: [LoggedInterval]
  /// The allocation that the clinician chose among equal ones; ignored where it is not among the
  /// allowed choices.
  public var chosen: [ProcedureCode: Int]?

  public init(
    date: ServiceDate, discipline: Discipline? = nil, services: [Service],
    treatmentMinutes: Int? = nil, intervals: [LoggedInterval] = [],
    elsewhere: [LoggedInterval] = [], chosen: [ProcedureCode: Int]? = nil
  ) {
    self.date = date
    self.discipline = discipline
    self.services = services
    self.treatmentMinutes = treatmentMinutes
    self.intervals = intervals
    self.elsewhere = elsewhere
    self.chosen = chosen
  }
}

/// One code's share of a day.
///
/// A code stands at most once in a day; where it stands twice, its minutes are added.
public struct Service: Hashable, Sendable {
  public var code: ProcedureCode
  /// Whole minutes by the therapist, 0 or more.
  public var therapistMinutes: Int
  /// Whole minutes by the assistant, 0 or more.
  public var assistantMinutes: Int
  /// Units typed by a person, for codes that are counted by area, by extremity or by 30 days; 1
  /// where absent.
  public var typedUnits: Int?
  /// The answer for codes whose timing depends on what was done: whether minutes decide the units.
  public var isTimed: Bool?
  /// When it was begun, in milliseconds on any axis that all services of the day share; it only
  /// breaks ties.
  public var begun: Int64?

  public init(
    _ code: ProcedureCode, therapistMinutes: Int, assistantMinutes: Int = 0,
    typedUnits: Int? = nil, isTimed: Bool? = nil, begun: Int64? = nil
  ) {
    self.code = code
    self.therapistMinutes = therapistMinutes
    self.assistantMinutes = assistantMinutes
    self.typedUnits = typedUnits
    self.isTimed = isTimed
    self.begun = begun
  }

  /// Whole minutes by both.
  public var minutes: Int { therapistMinutes + assistantMinutes }
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

  public init(
    code: ProcedureCode, performer: String, start: Int64, end: Int64, label: String,
    isForAnotherClient: Bool = false
  ) {
    self.code = code
    self.performer = performer
    self.start = start
    self.end = end
    self.label = label
    self.isForAnotherClient = isForAnotherClient
  }
}
