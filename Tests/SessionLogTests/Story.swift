import Billing
import SessionLog

/// A day's log, told in words that read like the day.
///
/// | word | what happens |
/// |---|---|
/// | `+4`, `+40s`, `+1ms` | time goes by: minutes, seconds, milliseconds |
/// | `97110` | its clock starts, in a pane that is added where there is none |
/// | `97110.` | its clock stops |
/// | `pause`, `resume`, `stop` | everything pauses, goes on, stops |
/// | `97110<3`, `97110>3` | its last interval began three minutes earlier, later |
/// | `97110+5`, `97110-5` | five typed minutes are added, taken off |
/// | `97110=24` | its total is stated: 24 minutes |
/// | `97110@2-7` | an interval is stated: from minute 2 to minute 7 of the wall clock |
/// | `97110/assistant` | it is handed over: to the therapist A. Reyes, the assistant B. Cole, the student D. Lim or the aide E. Wu |
/// | `97110~PT5` | five of its minutes are given to that discipline |
/// | `97110#59`, `97110!59` | a modifier is put on it, taken off |
/// | `97110?twice`, `97110?` | what the note says to its goal; nothing any more |
/// | `dismiss` | the caution that 97110 and 97530 are a pair is dismissed |
/// | `elsewhere=500` | other providers were allowed 500 dollars |
/// | `undo`, `redo` | the last entry of the session is undone; what was undone comes back |
/// | `JB:` | we turn to that client's first session, which is opened where there is none |
/// | `asleep+30`, `off+30`, `wall+30`, `wall-30`, `zone+1` | sleep, a restart, a clock set anew (minutes), another zone (hours) |
/// | `b-8`, `b+2` | the last switch was eight minutes earlier, two minutes later |
/// | `97110[1]=2-7`, `97110[1]=2-` | its first interval was from minute 2 to minute 7, or still runs |
/// | `97110[1]\|5`, `97110[1]\|5>97530` | that is cut at minute 5; the later part is 97530's |
/// | `97110[1]^3-5` | minutes 3 to 5 are taken out of it |
/// | `97150*JB+RT`, `97150*.` | a group of this client and those starts; it stops for all of them |
/// | `noticed` | the program notices what the clocks did last, in every session whose clock runs |
/// | `keep`, `keep12`, `out` | all of that is treatment, its first 12 minutes, none |
/// | `no-show`, `cancelled` | the visit does not take place |
/// | `sign` | the session is signed |
///
/// The story begins at 10:00 with the session of KM.
struct Story {
  private(set) var logbook: Logbook
  private(set) var current = SessionID(rawValue: 1)
  var clocks = TestClocks()
  /// What the clocks did last.
  var gap: ClockGap?

  init(_ words: String = "", tables: Tables = .builtIn) throws {
    logbook = Logbook(tables: tables)
    try say("KM: " + words)
  }

  /// The session that the story is about at present.
  var session: Session {
    get throws { try session(current) }
  }

  /// Where the story has come to, on the log's axis.
  var now: Instant {
    get throws { logbook.instant(of: try clocks.moment) }
  }

  func pane(_ code: ProcedureCode) throws -> Session.Pane {
    guard let pane = try session[code] else { throw StoryError(word: code.description) }
    return pane
  }

  func minutes(_ code: ProcedureCode) throws -> Int { try pane(code).minutes(at: now) }

  /// What the bill of the present session's day is made of.
  var day: TreatmentDay {
    get throws { logbook.treatmentDay(of: try session, at: try now) }
  }

  /// Records one entry in the present session, and in others where it names them.
  mutating func record(_ kind: Entry.Kind, also others: [SessionID] = []) throws {
    try append(kind, in: [current] + others)
  }

  mutating func append(
    _ kind: Entry.Kind, in sessions: [SessionID], because reason: String? = nil
  ) throws {
    logbook = try logbook.trying(
      Draft(
        sessions: sessions, moment: clocks.moment, author: "A. Reyes", kind: kind, reason: reason))
  }

  private func session(_ id: SessionID) throws -> Session {
    guard let session = logbook.sessions[id] else { throw StoryError(word: "\(id)") }
    return session
  }
}

/// A word that no story knows.
struct StoryError: Error {
  let word: String
}

// MARK: - Words

extension Story {
  /// Tells on, word by word.
  mutating func say(_ words: String) throws {
    for word in words.split(separator: " ") { try say(word: word) }
  }

  private mutating func say(word: Substring) throws {
    switch word {
    case "pause": try record(.paused)
    case "resume": try record(.resumed, also: bound(by: session.resumes))
    case "stop": try record(.allStopped)
    case "undo": try takeBack(session.undoable.first, as: Entry.Kind.undone)
    case "redo": try takeBack(session.redoable.first, as: Entry.Kind.redone)
    case "sign": try record(.signed(signature))
    case "dismiss":
      let pair = Finding.Fact(id: .pair, codes: ["97110", "97530"])
      try record(.dismissed(finding: pair, reason: "apart"))
    default:
      if let match = word.wholeMatch(of: /elsewhere=(\d+)/) {
        try record(.allowedElsewhere(cents: Int(number(match.1)) * 100))
      } else if let match = word.wholeMatch(of: /(\d{5})([\/~#!?])(\w*)/),
        let code = ProcedureCode(String(match.1))
      {
        try state(of: code, match.2, match.3)
      } else if let match = word.wholeMatch(of: /\+(\d+)(s|ms)?/) {
        clocks.advance(
          by: try number(match.1) * (match.2 == "s" ? 1000 : match.2 == "ms" ? 1 : 60_000))
      } else if let match = word.wholeMatch(of: /(asleep|off|wall|zone)([-+]\d+)/) {
        try change(the: match.1, by: number(match.2))
      } else if let match = word.wholeMatch(of: /([A-Z]{2}):/) {
        try turn(to: String(match.1))
      } else if try isMending(word) || isOfTheDay(word) {
        return
      } else if let match = word.wholeMatch(of: /([0-9G]\d{4})([.<>+=@-]?)([-\d]*)/),
        let code = ProcedureCode(String(match.1))
      {
        try tell(of: code, match.2, match.3)
      } else {
        throw StoryError(word: String(word))
      }
    }
  }

  private mutating func tell(
    of code: ProcedureCode, _ sign: Substring, _ text: Substring
  ) throws {
    switch sign {
    case "":
      if try session[code] == nil { try record(.added(code: code)) }
      try record(.started(code: code), also: bound(by: [code]))
    case ".": try record(.stopped(code: code))
    case "<", ">":
      guard let start = try pane(code).intervals.last?.startTime else {
        throw StoryError(word: "\(code)\(sign)")
      }
      let minutes = try number(text) * (sign == "<" ? -1 : 1)
      try record(.startMoved(code: code, start: start.advanced(by: minutes * 60_000)))
    case "+": try record(.secondsTyped(code: code, seconds: number(text) * 60))
    case "-": try record(.secondsTyped(code: code, seconds: number(text) * -60))
    case "=": try record(.totalStated(code: code, seconds: number(text) * 60))
    default:
      let ends = text.split(separator: "-")
      guard ends.count == 2 else { throw StoryError(word: "\(code)@\(text)") }
      try record(
        .intervalStated(
          code: code, start: wallTime(number(ends[0])), end: wallTime(number(ends[1]))))
    }
  }

  private mutating func state(
    of code: ProcedureCode, _ sign: Substring, _ text: Substring
  ) throws {
    switch sign {
    case "/":
      let performer = try performer(text)
      let others =
        try session[code]?.isRunning == true && logbook.catalog.isExclusive(code)
        ? logbook.bound(by: performer, besides: session) : []
      try record(.performerStated(code: code, performer: performer), also: others.map(\.id))
    case "~":
      guard let match = text.wholeMatch(of: /([A-Z]+)(\d+)/),
        let discipline = Discipline(rawValue: String(match.1))
      else { throw StoryError(word: "\(code)~\(text)") }
      try record(.coTreated(code: code, with: discipline, seconds: number(match.2) * 60))
    case "#":
      let modifier = StatedModifier(String(text), reason: "at minute \(try minute)")
      try record(.modifierStated(code: code, modifier: modifier))
    case "!": try record(.modifierRemoved(code: code, modifier: String(text)))
    default: try record(.answered(code: code, question: "goal", text: String(text)))
    }
  }

  private func performer(_ role: Substring) throws -> Performer {
    switch role {
    case "therapist": Performer(role: .therapist, name: "A. Reyes")
    case "assistant": Performer(role: .assistant, name: "B. Cole")
    case "student": Performer(role: .student, name: "D. Lim")
    case "aide": Performer(role: .aide, name: "E. Wu")
    default: throw StoryError(word: String(role))
    }
  }

  /// Minutes since ten o'clock.
  private var minute: Int64 {
    get throws { try now.since(Instant(milliseconds: TestClocks.start)) / 60_000 }
  }

  /// So many minutes after ten o'clock, as the clock on the wall shows it.
  func wallTime(_ minute: Int64) throws -> WallTime {
    WallTime(
      milliseconds: TestClocks.start + minute * 60_000, utcOffset: try clocks.moment.utcOffset)
  }

  /// The same on the log's axis.
  func mark(_ minute: Int64) throws -> Mark {
    logbook.mark(of: try wallTime(minute), in: try session, at: try clocks.moment)
  }

  /// The sessions that stop where these codes start.
  private func bound(by codes: [ProcedureCode]) throws -> [SessionID] {
    try logbook.bound(byStarting: codes, in: session).map(\.id)
  }

  private mutating func takeBack(
    _ entry: Entry?, as kind: (EntryID) -> Entry.Kind
  ) throws {
    guard let entry else { throw StoryError(word: "nothing to undo or redo") }
    try append(kind(entry.id), in: entry.sessions)
  }

  private mutating func change(the what: Substring, by amount: Int64) throws {
    let start = try clocks.moment.wallTime
    switch what {
    case "asleep": clocks.sleep(for: amount * 60_000)
    case "off": clocks.restart(after: amount * 60_000)
    case "wall": clocks.step(by: amount * 60_000)
    default: clocks.turnZone(byHours: amount)
    }
    let causes: [Substring: ClockGap.Cause] = [
      "asleep": .slept, "off": .restarted, "wall": .clockMoved,
    ]
    guard let cause = causes[what] else { return }
    gap = ClockGap(
      cause: cause, start: start, end: try clocks.moment.wallTime,
      seconds: cause == .clockMoved ? amount * 60 : max(0, amount * 60))
  }

  private mutating func turn(to client: String) throws {
    let sessions = logbook.sessions.values.filter { $0.visit.client == client }
    guard let first = sessions.map(\.id).min() else { return try open(client) }
    current = first
  }

  /// Opens a session, and turns to it.
  mutating func open(
    _ client: String, _ discipline: Discipline = .occupationalTherapy, on date: ServiceDate? = nil,
    by clinician: String = "A. Reyes",
    payer: Payer = Payer(name: "Medicare B", rule: .cms), as role: Performer.Role? = nil
  ) throws {
    let id = SessionID(rawValue: Int64(logbook.sessions.count) + 1)
    let visit = Visit(
      client: client, discipline: discipline, payer: payer, clinician: clinician,
      date: try date ?? clocks.moment.localDay, role: role)
    try append(.opened(visit), in: [id])
    current = id
  }

  private var signature: Signature {
    get throws {
      Signature(
        name: "Ana Reyes", bill: bill(try day, for: try session.visit.payer), text: [],
        sessions: [current], madeBy: "tests")
    }
  }

  func number(_ text: Substring) throws -> Int64 {
    guard let number = Int64(text) else { throw StoryError(word: String(text)) }
    return number
  }
}
