import ArgumentParser
import Billing
import Journal
import Paperwork
import SessionLog

/// What is open and running, in one line, without names.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "What is open and running, in one line, without names.",
    discussion: """
      For a status bar or a shell prompt. It changes nothing and may be asked
      while the interface is open.
      """)

  @OptionGroup var journal: JournalOption

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let now = Clock.moment()
    let status = StatusReport(try openSessions(at: now), at: now)
    if json {
      try Output.print { $0.status(status) }
    } else {
      try Output.print([NoteLine(status.line)])
    }
  }

  /// Before the first session there is no journal: then nothing is open.
  private func openSessions(at now: Moment) throws -> Logbook {
    do {
      return try journal.logbook(of: .current(on: now.localDay))
    } catch JournalError.missing {
      return Logbook()
    }
  }
}

/// A list of sessions.
struct Sessions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sessions",
    abstract: "List sessions, of a day or of a client.",
    discussion: """
      Number, date, client, discipline, standing, treatment minutes of the visit,
      units of the day. Without options it lists today's.

        unitclock sessions
        unitclock sessions --date 2026-11-20
        unitclock sessions --client KM-47 --json
      """)

  @OptionGroup var day: DayOption

  @Option(help: ArgumentHelp("Initials or code, without regard to case.", valueName: "client"))
  var client: String?

  @OptionGroup var journal: JournalOption

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let reports = try sessions()
    if json {
      try Output.print { $0.sessions(reports) }
    } else {
      try Output.print(SessionsText(reports).lines)
    }
    if reports.isEmpty { Output.note(nothing) }
  }

  /// `No session on 2026-11-22.`: an empty list is an answer, but one that is easily overlooked.
  private var nothing: String {
    let whose = client.map { " of \($0.visible)" } ?? ""
    let date = client == nil ? day.day : day.date
    return "No session\(whose)\(date.map { " on \($0)" } ?? "")."
  }

  private func sessions() throws -> [SessionReport] {
    let now = Clock.moment()
    let date = client == nil ? day.day : day.date
    let logbook = try journal.logbook(
      of: client.map { Selection.client($0) } ?? .day(day.day))
    return logbook.sessions.values
      .filter { session in
        (client.map { session.visit.clientKey == Visit.clientKey(of: $0) } ?? true)
          && (date.map { session.visit.date == $0 } ?? true)
      }
      .sorted { ($0.visit.date, $0.id) < ($1.visit.date, $1.id) }
      .map { SessionReport($0, in: logbook, at: now) }
  }
}

/// One session, whole.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One session: intervals, minutes, bill, findings.",
    discussion: """
      Plain text to paste into a record. A signed session is printed as it was
      signed, word for word. --json adds the audit trail: every entry, when and
      by whom.

        unitclock show 12
        unitclock show 12 --json
      """)

  @OptionGroup var asked: SessionOption

  func run() throws {
    let now = Clock.moment()
    let (session, logbook) = try asked.journal.session(numbered: asked.session)
    if asked.json {
      try Output.print { $0.session(SessionReport(session, in: logbook, at: now)) }
    } else {
      try Output.print(NoteText(of: session, in: logbook, at: now).lines)
    }
  }
}
