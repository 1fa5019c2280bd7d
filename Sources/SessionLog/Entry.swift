public import Billing

/// The number of an entry in its journal, in the order of recording.
public struct EntryID: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  /// From 1 to 2^53.
  public var rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The number of a session in its journal: 1 for the first, and so on.
public struct SessionID: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  /// From 1 to that of ``last``.
  public var rawValue: Int64
  /// The last there can be: to number one after another never ends before.
  public static let last = SessionID(rawValue: 1 << 53)
  public init(rawValue: Int64) { self.rawValue = rawValue }
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// One line of the journal: what happened, when, by whom.
///
/// Corrections are entries too; nothing is rewritten.
public struct Entry: Hashable, Sendable {
  public var id: EntryID
  /// The session it is about, then those whose running timers it stops; none where it is about a
  /// client alone.
  public var sessions: [SessionID]
  public var moment: Moment
  /// Who made it.
  public var author: String
  public var kind: Kind
  /// Why it was made, where it corrects something and a person said so.
  public var reason: String?

  public init(
    id: EntryID, sessions: [SessionID], moment: Moment, author: String, kind: Kind,
    reason: String? = nil
  ) {
    self.id = id
    self.sessions = sessions
    self.moment = moment
    self.author = author
    self.kind = kind
    self.reason = reason
  }
}

/// An entry before the journal has taken it and given it a number.
public struct Draft: Hashable, Sendable {
  /// As in ``Entry``; empty for an opening, to which the journal gives the next free number.
  public var sessions: [SessionID]
  public var moment: Moment
  public var author: String
  public var kind: Entry.Kind
  /// Why it is made, where it corrects something.
  public var reason: String?

  public init(
    sessions: [SessionID], moment: Moment, author: String, kind: Entry.Kind, reason: String? = nil
  ) {
    self.sessions = sessions
    self.moment = moment
    self.author = author
    self.kind = kind
    self.reason = reason
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

    // MARK: Several clients

    /// A group code starts for every client of the group at once: `members`, which are the entry's
    /// first sessions. Where a member has no pane of the code, it gets one, and it is with
    /// `performer` from now on, whoever treats the member else; in a journal from before, with whom
    /// it was. The performer's clocks stop in the entry's further sessions.
    case groupStarted(
      code: ProcedureCode, members: [SessionID], performer: Performer? = nil)
    /// The group code stops for every client whose clock of it runs; `members` are the entry's
    /// sessions.
    case groupStopped(code: ProcedureCode, members: [SessionID])

    // MARK: Mending

    /// The switch that an entry made happened at another time: whatever it ended and began, in every
    /// session of it, ends and begins at `time`.
    case switchMoved(entry: EntryID, time: WallTime)
    /// An interval, named by the entry that began it, was from `start` to `end`; without an end it
    /// still runs.
    case intervalCorrected(
      code: ProcedureCode, interval: EntryID, start: WallTime, end: WallTime?)
    /// An interval is cut in two at `time`; the later part belongs to `rest`, where that is another
    /// code. The later part is named by this entry.
    case intervalSplit(
      code: ProcedureCode, interval: EntryID, time: WallTime, rest: ProcedureCode?)
    /// A stretch of an interval was no treatment: it is taken out; the whole interval where the
    /// stretch covers it.
    case stretchRemoved(
      code: ProcedureCode, interval: EntryID, start: WallTime, end: WallTime)

    // MARK: The clocks of the machine

    /// The program noticed that the clocks did not go on evenly under running timers.
    case noticed(ClockGap)
    /// Of the gap that an entry noticed so many seconds, its first, are treatment: all of them keep
    /// it, 0 takes it out.
    case gapSettled(entry: EntryID, seconds: Int64)

    // MARK: The visit as a whole

    /// The particulars of the visit were wrong: these are right. The date of service and the panes
    /// that it began with stay.
    case visitCorrected(Visit)
    /// The visit did not take place, and why.
    case notHeld(Absence)
    /// What is added to a signed session: its text changes nothing that was signed.
    case addendum(String)
    /// The therapist stands for what an assistant signed.
    case coSigned(name: String)

    // MARK: Clients

    /// What is known of a client, in place of what was known before; about no session.
    case clientStated(ClientRecord)
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
  /// When the visit was planned for; none for one that began as it was opened.
  public var appointment: Appointment?
  /// The codes whose panes it begins with, from a template or the visit before.
  public var codes: [ProcedureCode]?

  public init(
    client: String, discipline: Discipline, payer: Payer, clinician: String, date: ServiceDate,
    role: Performer.Role? = nil, secondaryPayer: Payer? = nil, appointment: Appointment? = nil,
    codes: [ProcedureCode]? = nil
  ) {
    self.client = client
    self.discipline = discipline
    self.payer = payer
    self.clinician = clinician
    self.date = date
    self.role = role
    self.secondaryPayer = secondaryPayer
    self.appointment = appointment
    self.codes = codes
  }
}

/// When a visit is planned for.
public struct Appointment: Hashable, Codable, Sendable {
  /// The minute of the day, 0 to 1439.
  public var start: Int
  /// How long it is to be, in minutes, 1 to 1440.
  public var minutes: Int

  public init(start: Int, minutes: Int) {
    self.start = start
    self.minutes = minutes
  }

  /// The minute of the day at which it is to end; beyond 1439 where that is past midnight.
  public var end: Int { start + minutes }

  /// When it begins and is to end as `10:00`; an end past midnight as the clock shows it.
  public var startTime: String { Self.clock(start) }
  public var endTime: String { Self.clock(end) }
  /// From when to when, as `10:00-10:45`.
  public var span: String { "\(startTime)-\(endTime)" }

  private static func clock(_ minute: Int) -> String {
    WallTime(milliseconds: Int64(minute) * 60_000, utcOffset: 0).text
  }
}

/// Why a visit did not take place.
public struct Absence: Hashable, Codable, Sendable {
  public enum Cause: String, CaseIterable, Codable, Sendable {
    case noShow = "no-show"
    case cancelled
  }

  public var cause: Cause
  /// In a person's words; may be empty for a no-show.
  public var reason: String

  public init(cause: Cause, reason: String) {
    self.cause = cause
    self.reason = reason
  }
}

/// A stretch in which the machine's clocks did not go on evenly.
public struct ClockGap: Hashable, Codable, Sendable {
  public enum Cause: String, Codable, Sendable {
    /// The machine slept: the steady clock went on, the awake one did not.
    case slept
    /// The machine was started anew: the stretch is known by the wall clock alone.
    case restarted
    /// The wall clock was set: no duration changes.
    case clockMoved = "clock-moved"
  }

  public var cause: Cause
  /// Where it lay by the wall clock; for a clock that was set, what it showed before and after.
  public var start: WallTime
  public var end: WallTime
  /// Whole seconds asleep or away; for a clock that was set, the seconds it was set on, negative
  /// where it was set back.
  public var seconds: Int64
  /// When the program had looked last; none where it looked all the while.
  ///
  /// Where it was closed since, the gap lay anywhere between then and `end`.
  public var lookedLast: WallTime?

  public init(
    cause: Cause, start: WallTime, end: WallTime, seconds: Int64, lookedLast: WallTime? = nil
  ) {
    self.cause = cause
    self.start = start
    self.end = end
    self.seconds = seconds
    self.lookedLast = lookedLast
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
