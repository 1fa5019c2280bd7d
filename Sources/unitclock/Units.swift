import ArgumentParser
import Billing
import Paperwork

/// What minutes come to, and why; one client's day, or a batch of them.
struct Units: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "units",
    abstract: "What minutes come to in units, and why.",
    discussion: """
      Minutes are whole numbers from 0 to 1440, and 1440 in all.
      97110=13+23 is therapist + assistant.

        unitclock units 97110=33 97140=7
        unitclock units 97110=33 97140=7 --rule ama
        unitclock units 97110=13+23 --payer "Medicare B" --discipline PT
        unitclock units 97110=33 --discipline PT --modifier 97110=95
        unitclock units 97110=33 --modifier "97110=KX:needed after the fall"

      --batch reads one JSON record a line, from FILE or standard input, and
      answers each in one line:

        {"id": "x1", "minutes": {"97110": 33, "97140": {"assistant": 7}}}

      A record's keys are id, rule, payer, date, discipline and minutes; only
      minutes is needed. The options below stand in for what a record leaves
      out; a record that names its payer keeps that payer's rule. A line that
      cannot be read is answered by its id and an error, the rest goes on, and
      the exit code is 65.
      """)

  @Flag(help: "Read records, one JSON object a line, from FILE or standard input.")
  var batch = false

  @Argument(
    help: ArgumentHelp("Codes and their minutes; with --batch, a file.", valueName: "code=min"))
  var arguments: [String] = []

  @Option(
    help: "The arithmetic: cms (total time) or ama (midpoint). Otherwise the payer's, or cms.",
    transform: { text in try Rule.named(text.lowercased(), as: "rule") })
  var rule: Rule?

  @Option(
    help: ArgumentHelp(
      "Who pays, such as \"Medicare B\"; `unitclock payers` lists them.", valueName: "name"))
  var payer: String?

  @Option(
    help: ArgumentHelp("Who pays what the payer leaves; needs --payer.", valueName: "name"))
  var secondary: String?

  @Option(
    help: ArgumentHelp(
      "A modifier on a code, such as 97110=95, or with why: 97110=KX:words.",
      valueName: "code=mod"))
  var modifier: [String] = []

  @Option(
    help: "Whose plan of care: PT, OT or SLP.",
    transform: { text in try Discipline.named(text.uppercased(), as: "discipline") })
  var discipline: Discipline?

  @OptionGroup var day: DayOption

  @OptionGroup var journal: JournalOption

  @Flag(help: "Print the JSON object that --batch prints.")
  var json = false

  func validate() throws {
    guard secondary == nil || payer != nil || batch else {
      throw ValidationError("--secondary needs --payer: who pays first?")
    }
    if batch {
      guard arguments.count <= 1 else { throw ValidationError("--batch takes one file at most.") }
      guard modifier.isEmpty else {
        throw ValidationError("--modifier is for codes given here, not for --batch.")
      }
    } else if arguments.isEmpty {
      throw ValidationError("Give codes and their minutes, such as 97110=33 97140=7.")
    } else {
      do throws(Refusal) {
        _ = try record(over: Record())
      } catch {
        throw ValidationError(error.reason)
      }
    }
  }

  func run() throws {
    do {
      try answer()
    } catch let refusal as Refusal {
      throw Failure.wrongArguments(refusal.reason)
    }
  }

  private func answer() throws {
    if batch {
      let payers = try Payers.ofThisUser()
      try Batch(
        defaults: defaults(among: payers), payers: payers, today: day.day, tables: journal.tables
      ).run(file: arguments.first ?? "-")
    } else {
      // The file of payers is read only where one is named.
      let payers = payer == nil ? nil : try Payers.ofThisUser()
      let bill = try record(over: defaults(among: payers)).bill(
        today: day.day, using: journal.tables)
      if json {
        try Output.print { $0.bill(bill) }
      } else {
        try Output.print(BillText(bill).lines)
      }
    }
  }

  /// What the options say of every record.
  private func defaults(among payers: Payers?) throws(Refusal) -> Record {
    var record = Record()
    record.rule = rule
    record.discipline = discipline
    if let payer { record.payer = try payers?.known(payer) }
    if let secondary {
      record.secondaryPayer = try payers?.known(secondary, as: "secondary payer")
    }
    return record
  }

  private func record(over defaults: Record) throws(Refusal) -> Record {
    var record = defaults
    for argument in arguments { try record.add(Service(argument: argument)) }
    for argument in modifier {
      let (code, stated) = try StatedModifier.written(argument)
      try record.put(stated, on: code)
    }
    return record
  }
}
