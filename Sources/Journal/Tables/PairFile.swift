import Billing

// CMS's files of code pairs: tab-separated, the columns named in one line and the three after it,
// of which the first two fields are then empty; days as 20240701, * where there is none.
//
// Source: CMS's practitioner table v322r0, of the third quarter of 2026.
extension OfficialTable {
  /// The rows of the files in which both codes are wanted.
  ///
  /// The same pair may come again, on other days or on the same: which row counts is for
  /// ``PairTable`` to say.
  static func pairs(
    in files: [String], _ tally: inout Tally
  ) throws(TableFileError) -> [PairEdit] {
    var edits: [PairEdit] = []
    for path in files {
      var file = try DelimitedFile(path: path, layout: .tabs)
      try file.findHeader(of: .pairs)
      let rowsBefore = tally.rows
      while try file.next() {
        if file.record.isBlank { continue }
        let row = try TableFields(file.record, of: path, columns: Sort.pairs.columns)
        if tally.rows == rowsBefore, row.isEmpty(0), row.isEmpty(1) { continue }
        tally.countRow(of: file)
        let edit = try PairEdit(row, &tally)
        try tally.checkStart(of: edit, in: row)
        guard tally.wants(edit.column1), tally.wants(edit.column2) else { continue }
        try tally.checkRoom(for: edits.count, in: file)
        edits.append(edit)
      }
      guard tally.rows > rowsBefore else { throw file.withoutRows }
      tally.end(file)
    }
    return edits
  }
}

extension PairEdit {
  private enum Column: Int {
    case column1, column2, priorTo1996, effective, deletion, modifier
  }

  fileprivate init(
    _ row: borrowing TableFields, _ tally: inout Tally
  ) throws(TableFileError) {
    let isOlder = row.isStar(Column.priorTo1996.rawValue)
    guard isOlder || row.isEmpty(Column.priorTo1996.rawValue) else {
      throw row.mistake(Column.priorTo1996.rawValue, "only * may stand here, or nothing")
    }
    let first = try row.day(Column.effective.rawValue)
    tally.saw(first)
    var last: ServiceDate?
    if !row.isStar(Column.deletion.rawValue) {
      let day = try row.day(Column.deletion.rawValue, orElse: ", nor * for none")
      guard day >= first else {
        throw row.mistake(Column.deletion.rawValue, "\(day) is before the effective date, \(first)")
      }
      tally.saw(day)
      last = day
    }
    self.init(
      column1: try row.code(Column.column1.rawValue),
      column2: try row.code(Column.column2.rawValue),
      firstDay: isOlder || first == .beginningOfPairs ? nil : first, lastDay: last,
      indicator: try row.word(Column.modifier.rawValue))
  }
}

extension DelimitedFile {
  /// Nothing follows the line that names the columns.
  var withoutRows: TableFileError {
    mistake("no row follows the names of the columns: the file is cut short, get it again")
  }
}

extension ServiceDate {
  /// What stands for a row that was in force before the table began, or whose start is not known.
  fileprivate static let beginningOfPairs = ServiceDate(year: 1996, month: 1, day: 1)
}
