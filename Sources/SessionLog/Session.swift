public import Billing

/// A session as its entries tell it.
public struct Session: Hashable, Sendable {
  public let id: SessionID
  public internal(set) var visit: Visit
  /// When it was opened.
  public internal(set) var opened: WallTime
  /// The codes of the visit, in the order in which they were added.
  public internal(set) var panes: [Pane] = []
  public internal(set) var pauses: [Pause] = []
  /// What the open pause stopped, and goes on with; empty without a pause.
  public internal(set) var resumes: [ProcedureCode] = []
  /// Of these the ones that go on in a group, with the entry that began it.
  var resumedGroups: [ProcedureCode: EntryID] = [:]
  /// The allocation chosen last, with the entry that chose it.
  public internal(set) var choice: Choice?
  /// Cautions that a person let stand, and why.
  public internal(set) var dismissals: [Finding.Fact: String] = [:]
  /// US cents that other providers were allowed in the calendar year, where a person said so.
  public var allowedElsewhere: Int? { elsewhere?.cents }
  var elsewhere: Elsewhere?
  /// Gaps of the machine's clocks under its timers, in the order in which they were noticed.
  public internal(set) var gaps: [NoticedGap] = []
  /// Why the visit did not take place.
  public internal(set) var absence: Absence?
  /// What was added after the signature.
  public internal(set) var addenda: [Addendum] = []
  public internal(set) var coSignature: CoSignature?
  /// What was signed; from then on nothing changes.
  public internal(set) var signature: Signature?
  /// Entries that read as never made.
  public internal(set) var undone: Set<EntryID> = []
  /// How the clock on the wall went, as its entries read it.
  var axis = Axis()
  /// What entries found that they changed; of an undone one nothing is told.
  public internal(set) var former: [EntryID: Former] = [:]
  /// All entries of the session, in the order of recording.
  public let entries: [Entry]

  /// Where a clinician chose among equal allocations.
  public struct Choice: Hashable, Sendable {
    public var entry: EntryID
    public var units: [ProcedureCode: Int]
  }

  /// What other providers were allowed, with the entry that states it.
  struct Elsewhere: Hashable, Sendable {
    var entry: EntryID
    var cents: Int
  }

  /// A gap of the machine's clocks, and what a person said of it.
  public struct NoticedGap: Hashable, Sendable {
    /// The entry that noticed it.
    public var entry: EntryID
    public var gap: ClockGap
    /// When it was noticed: as soon as it was over.
    public var moment: Moment
    /// The same on the log's axis.
    public var end: Instant
    /// Seconds of it that are treatment; none as long as nobody has said.
    ///
    /// A clock that was set asks nothing.
    public var keptSeconds: Int64?

    /// Whether it waits for an answer.
    public var isOpen: Bool { gap.cause != .clockMoved && keptSeconds == nil }
  }

  /// What was added after the signature, by whom, when and why.
  public struct Addendum: Hashable, Sendable {
    public var entry: EntryID
    public var author: String
    public var moment: Moment
    public var text: String
    public var reason: String?
  }

  /// Who stands for what an assistant signed, and since when.
  public struct CoSignature: Hashable, Sendable {
    public var entry: EntryID
    public var name: String
    public var moment: Moment
  }

  /// One code of a session.
  public struct Pane: Hashable, Sendable {
    public let code: ProcedureCode
    public internal(set) var intervals: [Interval] = []
    public internal(set) var typed: [TypedTime] = []
    /// Units typed for a code that is counted.
    public internal(set) var units: Int?
    /// Whether a code whose timing depends is timed, where a person said so.
    public internal(set) var isTimed: Bool?
    /// Whose hands do the work from now on.
    public internal(set) var performer: Performer
    /// Modifiers that a person put on the code, in the order in which they were first put.
    public internal(set) var modifiers: [StatedModifier] = []
    /// What the note says, by question.
    public internal(set) var answers: [String: String] = [:]
    /// Seconds that belong to another discipline, which treated the client at the same time.
    public internal(set) var coTreatment: [Discipline: Int64] = [:]

    init(code: ProcedureCode, performer: Performer) {
      self.code = code
      self.performer = performer
    }

    public var isRunning: Bool { intervals.contains(where: \.isRunning) }
    /// Whether it was given: a clock was started, or time or units were typed.
    public var isTreated: Bool { !intervals.isEmpty || !typed.isEmpty || units ?? 0 > 0 }
  }

  public var isSigned: Bool { signature != nil }
  /// Whether it wants nothing any more: signed, or not held.
  public var isClosed: Bool { isSigned || absence != nil }
  /// Whether it was planned, and nothing was done in it yet.
  public var isPlanned: Bool { visit.appointment != nil && !isClosed && !isTreated }
  /// Whether something was done in it.
  public var isTreated: Bool { panes.contains(where: \.isTreated) }
  /// The entry that signed it, after which only addenda and a co-signature are taken.
  var signing: EntryID?
  public var isPaused: Bool { pauses.last.map { $0.end == nil } ?? false }
  public var running: [ProcedureCode] { panes.filter(\.isRunning).map(\.code) }
  /// Whether a clock runs, or waits in a pause.
  public var hasClock: Bool { isPaused || panes.contains(where: \.isRunning) }

  public subscript(code: ProcedureCode) -> Pane? { panes.first { $0.code == code } }

  /// Whose hands do the work on a code, or would.
  public func performer(of code: ProcedureCode) -> Performer {
    self[code]?.performer ?? visit.performer
  }

  /// Whether the two are billed as one day: one client, one date of service, one discipline.
  public func isBilled(with other: Session) -> Bool {
    visit.clientKey == other.visit.clientKey && visit.date == other.visit.date
      && visit.discipline == other.visit.discipline
  }
}

extension Visit {
  /// The client for comparison: small letters, no blanks around.
  public var clientKey: String { Self.clientKey(of: client) }

  /// A client's name for comparison: what one person types, another finds.
  public static func clientKey(of client: String) -> String {
    var name = client.lowercased()[...]
    while name.first?.isWhitespace == true { name.removeFirst() }
    while name.last?.isWhitespace == true { name.removeLast() }
    return String(name)
  }
}
