extension PairEdit {
  /// The columns of a file of code pairs, in order.
  static let columns = [
    "column1", "column2", "indicator", "firstDay", "lastDay", "confidence", "source", "sourceDate",
    "note",
  ]

  /// Reads the rows of a file of code pairs in our own format.
  ///
  /// - Throws: the first mistake, with file, line and column.
  static func all(
    parsing text: String, named file: String
  ) throws(TableMistake) -> [PairEdit] {
    var edits: [PairEdit] = []
    var lines: [PairEdit: Int] = [:]
    for row in try TableRow.all(of: text, named: file, columns: columns) {
      let edit = try row.pairEdit()
      if let first = lines.updateValue(row.line, forKey: edit) {
        throw row.mistake("column2", "the same row already stands in line \(first)")
      }
      edits.append(edit)
    }
    return edits
  }
}

extension TableRow {
  /// A row of code pairs; that it says where it stands is checked too.
  fileprivate func pairEdit() throws(TableMistake) -> PairEdit {
    let edit = PairEdit(
      column1: try needed("column1"), column2: try needed("column2"),
      firstDay: try optional("firstDay"), lastDay: try lastDay(), indicator: try indicator())
    guard edit.column1 != edit.column2 else {
      throw mistake("column2", "\(edit.column2) is no pair with itself")
    }
    _ = try (confidence(), source())
    return edit
  }

  private func indicator() throws(TableMistake) -> PairEdit.Indicator {
    let number: Int = try needed("indicator")
    guard let indicator = PairEdit.Indicator(rawValue: number) else {
      throw mistake("indicator", "\(number) is none of 0, 1, 9")
    }
    return indicator
  }
}
