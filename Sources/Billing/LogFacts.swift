/// What a log knows of a day beside its services: how its clocks went, what was entered late, and
/// how long its performers were there.
public struct LogFacts: Hashable, Sendable {
  /// The timers that are on.
  public var timers: [RunningTimer]
  /// Where the machine's clocks did not go on evenly under a timer.
  public var gaps: [Gap]
  /// What was entered after the day of service.
  public var lateEntries: [LateEntry]
  /// How long each performer of the day was there, and what they gave in that time.
  public var presences: [Presence]

  static let minutesOfDay = 1440

  public init(
    timers: [RunningTimer] = [], gaps: [Gap] = [], lateEntries: [LateEntry] = [],
    presences: [Presence] = []
  ) {
    self.timers = timers
    self.gaps = gaps
    self.lateEntries = lateEntries
    self.presences = presences
  }

  /// A timer that is on.
  public struct RunningTimer: Hashable, Sendable {
    public var code: ProcedureCode
    /// Whole minutes since it was started last.
    public var minutes: Int
    /// The end that was planned for the visit, where that is past.
    public var overrun: Overrun?

    public init(code: ProcedureCode, minutes: Int, overrun: Overrun? = nil) {
      self.code = code
      self.minutes = minutes
      self.overrun = overrun
    }
  }

  /// A visit that goes on past the end that was planned for it.
  public struct Overrun: Hashable, Sendable {
    /// When it was to end, as `11:00`.
    public var plannedEnd: String
    /// Whole minutes since then, 1 or more.
    public var minutes: Int

    public init(plannedEnd: String, minutes: Int) {
      self.plannedEnd = plannedEnd
      self.minutes = minutes
    }
  }

  /// A stretch in which the machine's clocks did not go on evenly.
  public struct Gap: Hashable, Sendable {
    public enum Cause: Hashable, Sendable {
      case slept
      /// The machine was started anew: the stretch is known by the wall clock alone.
      case restarted
      /// The wall clock was set.
      case clockMoved
    }

    public var cause: Cause
    /// The codes whose clocks ran.
    public var codes: [ProcedureCode]
    /// What the wall clock showed before and after, as `10:05`.
    public var start: String
    public var end: String
    /// Whole seconds asleep or away, or by which the wall clock was set on, negative where back.
    public var seconds: Int
    /// Seconds of it that a person said are treatment; none where nobody has said.
    public var keptSeconds: Int?
    /// When the program had looked last, as `10:00`, where it was closed since: the gap lay anywhere
    /// between then and `end`.
    public var lookedLast: String?

    public init(
      cause: Cause, codes: [ProcedureCode], start: String, end: String, seconds: Int,
      keptSeconds: Int? = nil, lookedLast: String? = nil
    ) {
      self.cause = cause
      self.codes = codes
      self.start = start
      self.end = end
      self.seconds = seconds
      self.keptSeconds = keptSeconds
      self.lookedLast = lookedLast
    }
  }

  /// An entry about a code's time or units that was made after the day of service.
  public struct LateEntry: Hashable, Sendable {
    public var code: ProcedureCode
    /// Its number in the journal.
    public var entry: Int64
    /// The day on which it was made.
    public var made: ServiceDate
    public var author: String

    public init(code: ProcedureCode, entry: Int64, made: ServiceDate, author: String) {
      self.code = code
      self.entry = entry
      self.made = made
      self.author = author
    }
  }

  /// What one performer gave on the date of service, to all clients, and how long they were there.
  public struct Presence: Hashable, Sendable {
    /// Who it is.
    public var performer: String
    /// The first and the last moment stated for them on that date, as `10:05`, and the milliseconds
    /// between.
    public var first: String
    public var last: String
    public var milliseconds: Int64
    /// Milliseconds that they gave between clock times, where each stands for one client or one
    /// group.
    public var clocked: Int64
    /// Milliseconds that they gave without clock times; negative where corrections take off more.
    public var typed: Int64
    /// The codes of the day's own client that they gave, and those of them that have time without
    /// clock times.
    public var codes: [ProcedureCode]
    public var typedCodes: [ProcedureCode]

    public init(
      performer: String, first: String, last: String, milliseconds: Int64, clocked: Int64,
      typed: Int64, codes: [ProcedureCode], typedCodes: [ProcedureCode]
    ) {
      self.performer = performer
      self.first = first
      self.last = last
      self.milliseconds = milliseconds
      self.clocked = clocked
      self.typed = typed
      self.codes = codes
      self.typedCodes = typedCodes
    }
  }
}
