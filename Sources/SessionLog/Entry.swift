public import Billing

/// The number of an entry in its journal, in the order of recording.
public struct EntryID: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  public var rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The number of a session in its journal: 1 for the first, and so on.
public struct SessionID: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  public var rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One line of the journal: what happened, when, by whom.
///
/// Corrections are entries too; nothing is rewritten.
public struct Entry: Hashable, Sendable {
  public var id: EntryID
  /// The session it is about, then those whose running timers it stops.
  public var sessions: [SessionID]
  public var moment: Moment
  /// Who made it.
  public var author: String
  public var kind: Kind

  public init(id: EntryID, sessions: [SessionID], moment: Moment, author: String, kind: Kind) {
    self.id = id
    self.sessions = sessions
    self.moment = moment
    self.author = author
    self.kind = kind
  }
}

/// An entry before the journal has taken it and given it a number.
public struct Draft: Hashable, Sendable {
  /// As in ``Entry``; empty for an opening, to which the journal gives the next free number.
  public var sessions: [SessionID]
  public var moment: Moment
  public var author: String
  public var kind: Entry.Kind

  public init(sessions: [SessionID], moment: Moment, author: String, kind: Entry.Kind) {
    self.sessions = sessions
    self.moment = moment
    self.author = author
    self.kind = kind
  }
}

extension Entry {
  /// What happened.
  ///
  /// Each case is stored as JSON under its own name and the names of its values: they are the
  /// format of the journal.
  public enum Kind: Hashable, Codable, Sendable {
    /// A session begins.
    case opened(Visit)
    /// A code gets its pane.
    case added(code: ProcedureCode)
    /// A clock starts. An exclusive code stops what the performer had running, here and in the
    /// entry's further sessions; during a pause it ends the pause.
    case started(code: ProcedureCode)
    /// A clock stops.
    case stopped(code: ProcedureCode)
    /// Everything that runs stops, to go on later.
    case paused
    /// Why the pause was made.
    case pauseReason(String)
    /// What the pause stopped goes on; it stops what the performer had running in the entry's
    /// further sessions.
    case resumed
    /// Everything stops, in every session of the entry; a pause ends without going on.
    case allStopped
    /// The last interval of the code began earlier or later than its key was pressed: at `start` by
    /// the wall clock.
    case startMoved(code: ProcedureCode, start: WallTime)
    /// Seconds without clock times are added to the code; negative takes them off.
    case secondsTyped(code: ProcedureCode, seconds: Int64)
    /// The code's seconds are stated to be `seconds` at the moment of the entry.
    case totalStated(code: ProcedureCode, seconds: Int64)
    /// An interval is stated by its clock times.
    case intervalStated(code: ProcedureCode, start: WallTime, end: WallTime)
    /// Units of a code that is counted by area, by extremity or by 30 days.
    case unitsStated(code: ProcedureCode, units: Int)
    /// Whether a code whose timing depends is timed.
    case timingStated(code: ProcedureCode, isTimed: Bool)
    /// Whose hands do the work on a code from now on; where its clock runs, one interval ends and
    /// the next begins.
    case performerStated(code: ProcedureCode, performer: Performer)
    /// So many seconds of a code belong to another discipline, which treated the client at the same
    /// time; 0 takes that back.
    case coTreated(code: ProcedureCode, with: Discipline, seconds: Int64)
    /// A modifier is put on a code, or its reason is changed.
    case modifierStated(code: ProcedureCode, modifier: StatedModifier)
    /// A modifier that was put on a code is taken off.
    case modifierRemoved(code: ProcedureCode, modifier: String)
    /// What the note says to a question of a code; an empty text takes it back.
    case answered(code: ProcedureCode, question: String, text: String)
    /// A caution stands as it is, and why.
    case dismissed(finding: Finding.Fact, reason: String)
    /// US cents that other providers were allowed in the calendar year of the session, of services
    /// that count toward the same threshold.
    case allowedElsewhere(cents: Int)
    /// Among equal allocations of the day, this one.
    case chosen(units: [ProcedureCode: Int])
    /// The log reads as if that entry had never been made.
    case undone(entry: EntryID)
    /// It reads as if it had not been undone.
    case redone(entry: EntryID)
    /// The session is signed: this is what was billed, word for word.
    case signed(Signature)
  }
}

/// Who is treated, under which plan and payer, by whom, on which day.
public struct Visit: Hashable, Codable, Sendable {
  /// Initials or a client code.
  public var client: String
  public var discipline: Discipline
  public var payer: Payer
  /// Whose hands do the work.
  public var clinician: String
  /// The date of service.
  public var date: ServiceDate
  /// What the clinician is; none is a therapist.
  public var role: Performer.Role?
  /// Who pays what the payer leaves.
  public var secondaryPayer: Payer?

  public init(
    client: String, discipline: Discipline, payer: Payer, clinician: String, date: ServiceDate,
    role: Performer.Role? = nil, secondaryPayer: Payer? = nil
  ) {
    self.client = client
    self.discipline = discipline
    self.payer = payer
    self.clinician = clinician
    self.date = date
    self.role = role
    self.secondaryPayer = secondaryPayer
  }
}

/// What was signed: kept whole, so that no later version of the program says anything else.
public struct Signature: Hashable, Codable, Sendable {
  /// The clinician's name as typed at signing.
  public var name: String
  /// The day's bill.
  public var bill: Bill
  /// The note, line by line.
  public var text: [String]
  /// The sessions that were billed together, this one included.
  public var sessions: [SessionID]
  /// The program and tables that made it.
  public var madeBy: String

  public init(name: String, bill: Bill, text: [String], sessions: [SessionID], madeBy: String) {
    self.name = name
    self.bill = bill
    self.text = text
    self.sessions = sessions
    self.madeBy = madeBy
  }
}
