package import Billing

extension OfficialTable {
  /// Which files are to be read as one table, and what the person says of it.
  package struct Request: Sendable {
    package var sort: Sort
    /// The paths, one at least; more than one for code pairs only.
    package var files: [String]
    package var kind: TableSource.Kind?
    package var date: ServiceDate?
    /// Rows of other codes than this catalogue's are checked, and not kept.
    package var catalog: Catalog
    package var today: ServiceDate

    package init(
      sort: Sort, files: [String], kind: TableSource.Kind? = nil, date: ServiceDate? = nil,
      catalog: Catalog = .builtIn, today: ServiceDate
    ) {
      self.sort = sort
      self.files = files
      self.kind = kind
      self.date = date
      self.catalog = catalog
      self.today = today
    }
  }

  /// How far the reading has come, all files together.
  package struct Progress: Hashable, Sendable {
    package var rows: Int
    package var bytes: Int
  }

  /// Reads the files of a table from front to back, in memory for the rows that are kept.
  ///
  /// - Throws: the first ``TableFileError``.
  package init(
    reading request: Request, progress: @escaping (Progress) -> Void = { _ in }
  ) throws(TableFileError) {
    let names = request.files.map(TableName.init)
    try Self.check(names)
    let named = try request.date(from: names)
    var tally = Tally(request: request, date: named?.date, progress: progress)
    var headerKind: TableSource.Kind?
    switch request.sort {
    case .pairs: rows = .pairs(try Self.pairs(in: request.files, &tally))
    case .limits: (rows, headerKind) = try Self.limits(in: request.files, &tally)
    case .addOns: rows = .addOns(try Self.addOns(in: request.files, &tally))
    }
    let date = if let named { named } else { try Self.date(of: names, tally) }
    let kind = try request.kind(from: names, header: headerKind)
    kindBasis = kind.basis
    description = Description(
      sort: request.sort, kind: request.sort == .addOns ? nil : kind.kind,
      files: names.map(\.file), date: date.date, dateBasis: date.basis, rowsRead: tally.rows,
      rowsKept: rows.count)
    newestCode = tally.newestCode
    notes = [names.missingParts, rows.strangers(to: request.catalog)].compactMap(\.self)
    if rows.count == 0 {
      notes.append("None of its rows is of codes that the catalogue has: it decides nothing.")
    }
    if let headerKind, headerKind != kind.kind {
      notes.append(
        """
        The header of \(names[0].file) says \(headerKind.rawValue); it was taken as \
        \(kind.kind.rawValue).
        """)
    }
  }

  /// Files of one table bear the names of one table.
  private static func check(_ names: [TableName]) throws(TableFileError) {
    for (index, name) in names.enumerated() {
      if let other = names[..<index].first(where: { $0.file == name.file }) {
        throw .undecided("\(other.file) is given twice.")
      }
      for other in names[..<index] where other.kind != name.kind || other.date != name.date {
        throw .undecided(
          "\(other.file) and \(name.file) are not of one table by their names. Import one at a time."
        )
      }
    }
  }

  /// The last day that the rows know of.
  private static func date(
    of names: [TableName], _ tally: Tally
  ) throws(TableFileError) -> (date: ServiceDate, basis: Basis) {
    if let date = tally.latestDay { return (date, tally.newestCode == nil ? .rows : .codes) }
    throw .undecided(
      """
      Neither the name nor the rows of \(names.map(\.file).joined(separator: ", ")) tell when the \
      table was true. Say it with --date, such as --date 2026-07-01.
      """)
  }
}

extension OfficialTable.Request {
  /// The day that the person states, else that of the names; the two must be of one quarter.
  fileprivate func date(
    from names: [TableName]
  ) throws(TableFileError) -> (date: ServiceDate, basis: OfficialTable.Basis)? {
    let name = names.first { $0.date != nil }
    guard let date else { return name?.date.map { ($0, .name) } }
    if let name, let named = name.date, date.quarter != named.quarter {
      throw .undecided(
        """
        \(name.file) is by its name of the quarter of \(named), and --date says \(date). Leave \
        --date out, or rename the file if its name is wrong.
        """)
    }
    guard date.quarter <= today.quarter + 1 else {
      throw .undecided(
        """
        --date says \(date), and today is \(today): CMS publishes a table no earlier than in the \
        quarter before its own.
        """)
    }
    return (date, .option)
  }

  /// Whose table it is: as the person says, else the name, else the header.
  ///
  /// What the person says and the name must agree.
  fileprivate func kind(
    from names: [TableName], header: TableSource.Kind?
  ) throws(TableFileError) -> (kind: TableSource.Kind, basis: OfficialTable.Basis) {
    let name = names.first { $0.kind != nil }
    if let kind {
      if let name, let named = name.kind, named != kind {
        throw .undecided(
          """
          \(name.file) is by its name the \(named.rawValue) table, and --table says \
          \(kind.rawValue). Leave --table out, or rename the file if its name is wrong.
          """)
      }
      return (kind, .option)
    }
    if let kind = name?.kind { return (kind, .name) }
    return header.map { ($0, .header) } ?? (.practitioner, .assumed)
  }
}

/// What is counted while the files of a table are read.
struct Tally {
  private let catalog: Catalog
  private let today: ServiceDate
  /// The day on which the table is said to be true, by a person or its name.
  private let date: ServiceDate?
  private let progress: (OfficialTable.Progress) -> Void
  private(set) var rows = 0
  /// The latest day up to today that the rows know of.
  private(set) var latestDay: ServiceDate?
  /// The code of the rows that began last.
  private(set) var newestCode: ProcedureCode?
  private var bytesBefore = 0

  /// The most rows that are kept: many times what CMS has for all codes of therapy, so that a file
  /// which is none of CMS's cannot fill the memory.
  static let mostKept = 500_000
  private static let rowsBetweenReports = 16_384

  fileprivate init(
    request: OfficialTable.Request, date: ServiceDate?,
    progress: @escaping (OfficialTable.Progress) -> Void
  ) {
    catalog = request.catalog
    today = request.today
    self.date = date
    self.progress = progress
  }

  func wants(_ code: ProcedureCode) -> Bool { catalog[code] != nil }

  mutating func countRow(of file: borrowing DelimitedFile) {
    rows += 1
    if rows.isMultiple(of: Self.rowsBetweenReports) {
      progress(.init(rows: rows, bytes: bytesBefore + file.bytesRead))
    }
  }

  mutating func end(_ file: borrowing DelimitedFile) {
    bytesBefore += file.bytesRead
    progress(.init(rows: rows, bytes: bytesBefore))
  }

  mutating func saw(_ day: ServiceDate) {
    if day <= today, latestDay.map({ $0 < day }) ?? true { latestDay = day }
  }

  /// A table that holds a code was made when the code had begun, or for that day.
  mutating func saw(_ code: ProcedureCode) {
    guard let day = catalog[code]?.firstDay, day <= today else { return }
    if latestDay.map({ $0 < day }) ?? true { newestCode = code }
    saw(day)
  }

  /// A table holds what is deleted later, but nothing that begins after its own quarter.
  func checkStart(
    of edit: PairEdit, in row: borrowing TableFields
  ) throws(TableFileError) {
    guard let date, let first = edit.firstDay, first.quarter > date.quarter else { return }
    throw row.mistake(
      3, "\(first) is after the quarter of \(date), of which the table is said to be")
  }

  func checkRoom(for count: Int, in file: borrowing DelimitedFile) throws(TableFileError) {
    guard count < Self.mostKept else {
      throw file.mistake("more than \(Self.mostKept) rows of codes of therapy: no table of CMS's")
    }
  }
}
