import Billing
import Journal
import Paperwork
import SessionLog

/// What is known of the tables on a day, row by row.
struct TablesReport {
  let rows: [Row]
  let tables: Tables
  /// That payers on `cms` go by two kinds of tables; none where they do not.
  let mixture: String?
  let today: ServiceDate

  /// A table that was imported, or that the program brings.
  struct Row {
    var sort: OfficialTable.Sort
    /// None for add-on codes, which are the same for all.
    var kind: TableSource.Kind?
    var name: String
    var date: ServiceDate
    var rowsKept: Int
    /// None for what the program brings.
    var imported: ImportedTable?
    /// What payers may say to go by it; nothing where another was put in its place.
    var inForce: [String]
    /// Whether a service of today is of a later quarter.
    var isOlder: Bool
  }

  init(_ loaded: LoadedTables, on today: ServiceDate) {
    tables = loaded.tables
    mixture = loaded.mixture
    self.today = today
    let own = Tables.builtIn
    rows =
      loaded.imported.map { Row($0, in: loaded.tables, on: today) }
      + own.pairs.map {
        Row(
          .pairs, $0.source, count: $0.edits.count, among: loaded.tables.pairs.map(\.source), today)
      }
      + own.limits.map {
        Row(
          .limits, $0.source, count: $0.limits.count, among: loaded.tables.limits.map(\.source),
          today)
      }
  }

  /// The row of a table that was just imported.
  func row(of description: OfficialTable.Description) -> Row? {
    rows.first { $0.imported?.description == description }
  }
}

extension TablesReport.Row {
  init(_ table: ImportedTable, in tables: Tables, on today: ServiceDate) {
    let description = table.description
    let sources =
      switch description.sort {
      case .pairs: tables.pairs.map(\.source)
      case .limits: tables.limits.map(\.source)
      case .addOns: [TableSource]()
      }
    self.init(
      description.sort, table.source, count: description.rowsKept, among: sources, today)
    kind = description.kind
    imported = table
    if description.sort == .addOns { inForce = ["all"] }
  }

  fileprivate init(
    _ sort: OfficialTable.Sort, _ source: TableSource, count: Int, among sources: [TableSource],
    _ today: ServiceDate
  ) {
    self.sort = sort
    kind = source.kind
    name = source.name
    date = source.date
    rowsKept = count
    isOlder = source.isOlder(thanTheQuarterOf: today)
    inForce = []
    if sources.first == source { inForce.append(Payer.TableChoice.cms.rawValue) }
    if sources.contains(source) { inForce.append(source.kind.rawValue) }
  }
}
