import ArgumentParser
import Billing
import Paperwork
import SessionLog

/// Every unit, modifier and finding of a session, derived line by line.
struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Why a session is billed as it is, line by line, for an auditor.",
    discussion: """
      From the entries of the log to whole minutes, from those to units, lines
      and modifiers; then every finding with its source, the tables with their
      dates, and the entries themselves, the undone ones too. Of a signed
      session the bill is the one that was signed.

        unitclock why 12
        unitclock why 12 --json
      """)

  @OptionGroup var asked: SessionOption

  func run() throws {
    let now = Clock.moment()
    let (session, logbook) = try asked.journal.session(numbered: asked.session)
    let why = WhyText(
      of: session, in: logbook, at: now,
      madeBy: Unitclock.edition(with: logbook.tables, try .ofThisUser()))
    if asked.json {
      try Output.print { $0.why(why) }
    } else {
      try Output.print(why.lines)
    }
  }
}
