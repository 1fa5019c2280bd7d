import ArgumentParser
import Billing
import Paperwork
import SessionLog

/// Which tables there are, and which decide.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "List the tables: which are in force, from which file, for which dates.",
    discussion: """
      Code pairs (ptp), most units a day (mue) and add-on codes (addon): those
      imported, the last first, then those that the program brings; then the
      catalogue of codes and the yearly thresholds.

      Payers whose terms say cms go by the first table of a sort; payers that
      name practitioner or outpatient by that one.

        unitclock tables
        unitclock tables --json
      """)

  @OptionGroup var journal: JournalOption

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let report = TablesReport(
      try LoadedTables.load(beside: journal.path), on: Clock.moment().localDay)
    if json {
      try Output.print { $0.tables(report) }
    } else {
      try Output.print(report.lines)
    }
  }
}
