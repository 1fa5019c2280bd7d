extension Thresholds {
  /// The columns of a file of yearly amounts, in order.
  static let columns = ["year", "amount", "review", "confidence", "source", "sourceDate"]

  /// The yearly amounts that the program brings.
  ///
  /// A test reads the built-in file, so a mistake in it does not get this far; one that did would
  /// leave every year not known, which is said.
  public static let builtIn =
    (try? Thresholds(parsing: builtInText, named: "Thresholds.tsv")) ?? Thresholds(rows: [])

  /// The text of the built-in file.
  static var builtInText: String {
    String(decoding: PackageResources.Thresholds_tsv, as: UTF8.self)
  }

  /// Reads a file of yearly amounts, in whole US dollars.
  ///
  /// - Throws: the first mistake, with file, line and column.
  init(parsing text: String, named file: String) throws(TableMistake) {
    var rows: [Row] = []
    var lines: [Int: Int] = [:]
    for line in try TableRow.all(of: text, named: file, columns: Self.columns) {
      let row = try line.threshold()
      if let first = lines.updateValue(line.line, forKey: row.year) {
        throw line.mistake("year", "\(row.year) already stands in line \(first)")
      }
      rows.append(row)
    }
    self.init(rows: rows)
  }
}

extension TableRow {
  fileprivate func threshold() throws(TableMistake) -> Thresholds.Row {
    let year: Int = try needed("year")
    guard (1900...9999).contains(year) else {
      throw mistake("year", "\(year) is not from 1900 to 9999")
    }
    let amount: Int = try needed("amount")
    let review: Int? = try optional("review")
    for (column, dollars) in [("amount", amount), ("review", review ?? amount)] {
      guard (1...1_000_000).contains(dollars) else {
        throw mistake(column, "\(dollars) is not from 1 to 1000000 dollars")
      }
    }
    if let review, review < amount {
      throw mistake("review", "\(review) is below the amount, \(amount)")
    }
    return Thresholds.Row(
      year: year, amount: amount * 100, review: review.map { $0 * 100 },
      confidence: try confidence(), source: try source())
  }
}
