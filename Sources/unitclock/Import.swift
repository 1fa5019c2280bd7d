import ArgumentParser
import Billing
import Journal
import Paperwork
import SessionLog

/// Takes CMS's published tables into use.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take CMS's published tables into use.",
    discussion: """
      ptp    code pairs: the text files of one table, all at once
      mue    the most units a day: the CSV file
      addon  add-on codes: CSV under the line primary,add_on,type

        unitclock import ptp ccipra-v322r0-f1.TXT ccipra-v322r0-f2.TXT
        unitclock import mue MCR_MUE_PractitionerServices_Eff_07-01-2026.csv
        unitclock import addon addons.csv --date 2026-07-01

      Whose table it is, and on which day it was true, is taken from the name
      where no option says it; the answer says what was taken. Rows of codes
      that the catalogue does not have are checked and not kept.

      A table takes the place of the one before of the same sort and kind when
      it is whole: a file with a mistake changes nothing, nor one so small that
      it may be cut (--smaller takes it). `unitclock tables` lists what is in
      force. Tables lie beside the journal, in tables.sqlite.
      """)

  @Argument(
    help: ArgumentHelp("What the files hold: ptp, mue or addon.", valueName: "sort"),
    transform: { text in try OfficialTable.Sort.named(text.lowercased(), as: "sort") })
  var sort: OfficialTable.Sort

  @Argument(help: ArgumentHelp("The files of one table.", valueName: "file"))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Whose services it is for: practitioner or outpatient.", valueName: "kind"),
    transform: { text in try TableSource.Kind.named(text.lowercased(), as: "table") })
  var table: TableSource.Kind?

  @Option(
    help: ArgumentHelp("The day on which it was true.", valueName: "yyyy-mm-dd"),
    transform: { text in try ServiceDate.written(text) })
  var date: ServiceDate?

  @Flag(help: "Take a table that is so small that its file may be cut.")
  var smaller = false

  @OptionGroup var journal: JournalOption

  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard sort == .pairs || files.count == 1 else {
      throw ValidationError("A table of \(sort.words) is one file; \(files.count) were given.")
    }
    guard sort != .addOns || table == nil else {
      throw ValidationError("--table: add-on codes are the same for practitioner and outpatient.")
    }
  }

  func run() throws {
    let now = Clock.moment()
    // What cannot be written is told before a quarter of a gigabyte is read.
    let store = try TableStore.open(at: TableStore.path(beside: journal.path))
    let before = try LoadedTables.load(beside: journal.path)
    let bar = ProgressBar(files: files)
    defer { bar.end() }
    let table = try OfficialTable(
      reading: OfficialTable.Request(
        sort: sort, files: files, kind: table, date: date, today: now.localDay),
      progress: bar.show)
    if !smaller { try table.checkSize(besides: before.imported(like: table.description)) }
    try store.replace(
      with: table, at: WallTime(milliseconds: now.wall, utcOffset: now.utcOffset))
    bar.end()
    let after = try LoadedTables.load(beside: journal.path)
    let notes = table.notes + [after.change(since: before, of: sort)].compactMap(\.self)
    for note in notes { Output.note("Note: \(note)".visible) }
    let report = TablesReport(after, on: now.localDay)
    guard let row = report.row(of: table.description) else { return }
    if json {
      try Output.print { $0.table(row) }
    } else {
      try Output.print(table.answer + row.standing)
    }
  }
}

extension OfficialTable {
  /// What was read, and what was taken it for.
  fileprivate var answer: [NoteLine] {
    let known = description
    var lines = [
      NoteLine("Imported \(known.name) of \(known.date)", .heading),
      NoteLine("  \(counted(known.rowsKept, "row")) kept of \(known.rowsRead) read"),
    ]
    if let kind = known.kind {
      lines.append(NoteLine("  for \(kind.rawValue) services, \(kindBasis.words)"))
    }
    let code = known.dateBasis == .codes ? newestCode.map { ", \($0)" } : nil
    lines.append(NoteLine("  \(known.dateInWords), \(known.dateBasis.words)\(code ?? "")"))
    return lines
  }
}

extension OfficialTable.Basis {
  /// How something is known of a table.
  var words: String {
    switch self {
    case .option: "as it was said"
    case .name: "by the file's name"
    case .header: "by the file's header"
    case .rows: "by its rows"
    case .codes: "by its newest code"
    case .assumed: "as nothing says otherwise (--table)"
    }
  }
}

extension OfficialTable.Description {
  /// `true on 2026-07-01`; what only the rows tell is the least that is sure.
  var dateInWords: String {
    "true \([.rows, .codes].contains(dateBasis) ? "at least " : "")on \(date)"
  }
}
