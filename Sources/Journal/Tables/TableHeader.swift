/// The lines before the rows of an official file: notices, then the line that names the columns.
extension DelimitedFile {
  /// The most lines before the one that names the columns.
  private static let mostNotices = 100

  /// Reads on to the line that names the columns of that sort of table, which ``record`` then is.
  mutating func findHeader(of sort: OfficialTable.Sort) throws(TableFileError) {
    for _ in 0..<Self.mostNotices {
      guard try next() else { break }
      guard let found = record.headerSort else { continue }
      guard found == sort else {
        throw mistake(
          """
          this is CMS's table of \(found.words): import it with `unitclock import \
          \(found.rawValue)`
          """)
      }
      return
    }
    throw mistake(line: 1, "no line names the columns: \(sort.columns.joined(separator: ", "))")
  }
}

extension DelimitedRecord {
  /// The sort of table whose columns this line names, however it was cut into fields.
  fileprivate var headerSort: OfficialTable.Sort? {
    let names = (0..<count).flatMap { field in
      text(field).lowercased().split(omittingEmptySubsequences: false) { $0 == "," || $0 == "\t" }
        .map { $0.filter { $0.isLetter || $0.isNumber || $0 == "_" } }
    }
    if names.starts(with: ["column1", "column2"]) { return .pairs }
    if names.contains(where: { $0.hasSuffix("muevalues") }) { return .limits }
    if names == ["primary", "add_on", "type"] { return .addOns }
    return nil
  }
}

extension OfficialTable.Sort {
  /// What a table of this sort holds.
  package var words: String {
    switch self {
    case .pairs: "code pairs (PTP)"
    case .limits: "most units a day (MUE)"
    case .addOns: "add-on codes"
    }
  }

  /// The columns of its files, in order.
  var columns: [String] {
    switch self {
    case .pairs:
      [
        "Column 1", "Column 2", "in existence prior to 1996", "Effective Date", "Deletion Date",
        "Modifier", "PTP Edit Rationale",
      ]
    case .limits:
      ["HCPCS/CPT Code", "MUE Values", "MUE Adjudication Indicator", "MUE Rationale"]
    case .addOns: ["primary", "add_on", "type"]
    }
  }
}
