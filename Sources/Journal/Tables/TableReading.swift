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
    var tally = Tally(request: request, progress: progress)
    var headerKind: TableSource.Kind?
    switch request.sort {
    case .pairs: rows = .pairs(try Self.pairs(in: request.files, &tally))
    case .limits: (rows, headerKind) = try Self.limits(in: request.files, &tally)
    case .addOns: rows = .addOns(try Self.addOns(in: request.files, &tally))
    }
    let date = try Self.date(of: names, tally, stated: request.date)
    let kind = request.kind(from: names, header: headerKind)
    kindBasis = kind.basis
    description = Description(
      sort: request.sort, kind: request.sort == .addOns ? nil : kind.kind,
      files: names.map(\.file), date: date.0, dateBasis: date.1, rowsRead: tally.rows,
      rowsKept: rows.count)
    notes = [names.missingParts].compactMap(\.self)
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

  /// The day that the person states, else that of the names, else the last that the rows know of.
  private static func date(
    of names: [TableName], _ tally: Tally, stated: ServiceDate?
  ) throws(TableFileError) -> (ServiceDate, Basis) {
    if let stated { return (stated, .option) }
    if let date = names.compactMap(\.date).first { return (date, .name) }
    if let date = tally.latestDay { return (date, .rows) }
    throw .undecided(
      """
      Neither the name nor the rows of \(names.map(\.file).joined(separator: ", ")) tell when the \
      table was true. Say it with --date, such as --date 2026-07-01.
      """)
  }
}

extension OfficialTable.Request {
  /// Whose table it is: as the person says, else the name, else the header.
  fileprivate func kind(
    from names: [TableName], header: TableSource.Kind?
  ) -> (kind: TableSource.Kind, basis: OfficialTable.Basis) {
    if let kind { return (kind, .option) }
    if let kind = names.compactMap(\.kind).first { return (kind, .name) }
    return header.map { ($0, .header) } ?? (.practitioner, .assumed)
  }
}

/// What is counted while the files of a table are read.
struct Tally {
  private let catalog: Catalog
  private let today: ServiceDate
  private let progress: (OfficialTable.Progress) -> Void
  private(set) var rows = 0
  /// The latest day up to today that the rows know of.
  private(set) var latestDay: ServiceDate?
  private var bytesBefore = 0

  /// The most rows that are kept: many times what CMS has for all codes of therapy, so that a file
  /// which is none of CMS's cannot fill the memory.
  static let mostKept = 500_000
  private static let rowsBetweenReports = 16_384

  fileprivate init(
    request: OfficialTable.Request, progress: @escaping (OfficialTable.Progress) -> Void
  ) {
    catalog = request.catalog
    today = request.today
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
    if let day = catalog[code]?.firstDay { saw(day) }
  }

  func checkRoom(for count: Int, in file: borrowing DelimitedFile) throws(TableFileError) {
    guard count < Self.mostKept else {
      throw file.mistake("more than \(Self.mostKept) rows of codes of therapy: no table of CMS's")
    }
  }
}
