import Billing

// What makes a table doubtful that was read without a mistake.

extension OfficialTable {
  /// Refuses a table that is so small that its file may have been cut at the end of a line, which
  /// no row tells.
  ///
  /// - Parameters:
  ///   - before: the imported table whose place it takes; none where there is none.
  ///   - starter: how many pairs the program brings: a whole table has many more.
  /// - Throws: ``TableFileError/small(_:)``.
  package func checkSize(
    besides before: Description?, starter: Int = PairTable.builtIn.edits.count
  ) throws(TableFileError) {
    let files = description.files.joined(separator: ", ")
    guard rows.count > 0 else {
      throw .small("No row of \(files) is of codes that the catalogue has")
    }
    if case .pairs = rows, rows.count < starter {
      throw .small(
        "\(files): \(rows.count) pairs of therapy codes, and the program alone brings \(starter)")
    }
    if let before, description.rowsRead * 2 < before.rowsRead {
      throw .small(
        """
        \(files): \(description.rowsRead) rows in all, less than half of the \(before.rowsRead) \
        of the table whose place it would take
        """)
    }
  }
}

extension OfficialTable.Rows {
  /// What should be said of codes that the table adds to others and the catalogue does not.
  func strangers(to catalog: Catalog) -> String? {
    guard case .addOns(let edits) = self else { return nil }
    let codes = Set(edits.map(\.addOn)).filter { catalog[$0].map { $0.base == nil } ?? false }
    guard !codes.isEmpty else { return nil }
    let words = codes.sorted().map(\.description).joined(separator: ", ")
    return """
      In the table these are add-on codes, and in the catalogue they are none: \(words). Each is now \
      asked for its primary code.
      """
  }
}

extension ServiceDate {
  /// Quarters of a year since the year 0, to compare.
  var quarter: Int { year * 4 + (month - 1) / 3 }
}
