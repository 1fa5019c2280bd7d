/// One procedure of the catalogue: what decides its units, and when it may be billed.
public struct Procedure: Hashable, Sendable {
  public var code: ProcedureCode
  /// Our own short label; descriptors of the American Medical Association are not shipped.
  public var label: String
  /// Who bills it, the discipline that owns it first; empty where it is none of the three.
  public var disciplines: [Discipline]
  public var timing: Timing
  public var attendance: Attendance
  /// Whether it is an evaluation or a re-evaluation.
  public var isEvaluation: Bool
  /// The most units a day of CMS's practitioner table (MUE), and of its outpatient table; none
  /// where not seen.
  public var dailyMaximum: DailyMaximum?
  /// The first and last day on which it may be billed; none where it is not known, or still runs.
  public var firstDay: ServiceDate?
  public var lastDay: ServiceDate?
  /// What is billed now instead.
  public var successors: [ProcedureCode]
  /// How sure we are of the successors; the row may be surer of its days.
  public var successorConfidence: Confidence
  /// What else a person should know about it, in a few words.
  public var note: String
  /// How sure we are of this row, and where it stands.
  public var confidence: Confidence
  public var source: Source

  /// How its units come about.
  public enum Timing: Hashable, Sendable {
    /// By minutes; a unit is `length` minutes, and further units of a family go to the add-on.
    case timed(length: Int, counting: Counting)
    /// By minutes, as the further units of `base`; a unit is `length` minutes.
    case addOn(to: ProcedureCode, length: Int, counting: Counting)
    /// One a day, whatever the time.
    case untimed
    /// By something other than time, such as area; the units are typed.
    ///
    /// An add-on names its base.
    case counted(by: String, addOnTo: ProcedureCode?)
    /// By what was done: a person says whether it is timed.
    case depends

    /// The code that must stand beside an add-on; none for any other.
    var base: ProcedureCode? {
      switch self {
      case .addOn(let base, _, _): base
      case .counted(_, let base): base
      case .timed, .untimed, .depends: nil
      }
    }
  }

  /// When a timed unit is earned.
  public enum Counting: Hashable, Sendable {
    /// In the 15-minute pool of the CMS rule; at its midpoint under AMA.
    case pooled
    /// At the midpoint of its own length under either rule.
    case midpoint
    /// Only when its length is full, and without an add-on once.
    case full
  }

  /// How the performer is bound while it is given.
  public enum Attendance: String, Hashable, Sendable {
    case oneOnOne = "one-on-one"
    case constant = "constant attendance"
    case group
    case supervised
    case unstated

    /// Whether a performer can do nothing else at the time: everything but supervised modalities.
    ///
    /// Source: NCCI Policy Manual ch. 11 s.P.
    public var isExclusive: Bool { self != .supervised }
  }

  /// The most units of a day, and whether it is absolute.
  public struct DailyMaximum: Hashable, Sendable {
    public var practitioner: Int
    public var outpatient: Int
    /// CMS's adjudication indicator: 2 is absolute, 3 can be appealed with records.
    public var indicator: Int

    public init(practitioner: Int, outpatient: Int, indicator: Int) {
      self.practitioner = practitioner
      self.outpatient = outpatient
      self.indicator = indicator
    }
  }

  /// Whether a row was read in a named source, partly seen, or is general knowledge.
  public enum Confidence: String, CaseIterable, Codable, Sendable {
    case seen = "S"
    case partlySeen = "P"
    case general = "K"
  }

  public init(
    code: ProcedureCode, label: String, disciplines: [Discipline] = [], timing: Timing,
    attendance: Attendance = .unstated, isEvaluation: Bool = false,
    dailyMaximum: DailyMaximum? = nil, firstDay: ServiceDate? = nil, lastDay: ServiceDate? = nil,
    successors: [ProcedureCode] = [], successorConfidence: Confidence = .general, note: String = "",
    confidence: Confidence, source: Source
  ) {
    self.code = code
    self.label = label
    self.disciplines = disciplines
    self.timing = timing
    self.attendance = attendance
    self.isEvaluation = isEvaluation
    self.dailyMaximum = dailyMaximum
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.successors = successors
    self.successorConfidence = successorConfidence
    self.note = note
    self.confidence = confidence
    self.source = source
  }

  /// Whether it may be billed for a service of that day.
  public func isValid(on date: ServiceDate) -> Bool {
    date >= firstDay ?? date && date <= lastDay ?? date
  }

  /// The code that must stand beside an add-on; none for any other.
  public var base: ProcedureCode? { timing.base }

  /// Whether minutes decide the units; for codes whose timing depends, only where a person said so.
  public var isTimed: Bool {
    switch timing {
    case .timed, .addOn: true
    case .untimed, .counted, .depends: false
    }
  }
}
