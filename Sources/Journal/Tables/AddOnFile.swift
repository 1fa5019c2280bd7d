import Billing

// CMS's add-on code edits as CSV under the line `primary,add_on,type`.
extension OfficialTable {
  /// The rows whose codes are wanted.
  static func addOns(
    in files: [String], _ tally: inout Tally
  ) throws(TableFileError) -> [AddOnEdit] {
    var edits: [AddOnEdit] = []
    for path in files {
      var file = try DelimitedFile(path: path, layout: .commas)
      try file.findHeader(of: .addOns)
      let rowsBefore = tally.rows
      while try file.next() {
        if file.record.isBlank { continue }
        let row = try TableFields(file.record, of: path, columns: Sort.addOns.columns)
        tally.countRow(of: file)
        let edit = try AddOnEdit(row)
        guard tally.wants(edit.addOn), edit.primary.map(tally.wants) ?? true else { continue }
        tally.saw(edit.addOn)
        try tally.checkRoom(for: edits.count, in: file)
        edits.append(edit)
      }
      guard tally.rows > rowsBefore else { throw file.withoutRows }
      tally.end(file)
    }
    return edits
  }
}

extension AddOnEdit {
  fileprivate init(_ row: borrowing TableFields) throws(TableFileError) {
    let type: Kind = try row.word(2)
    let addOn = try row.code(1)
    // Where the payer knows the primary codes, the table may name none.
    let primary = type == .payers && row.isEmpty(0) ? nil : try row.code(0)
    guard primary != addOn else {
      throw row.mistake(1, "\(addOn) cannot be added to itself")
    }
    self.init(primary: primary, addOn: addOn, type: type)
  }
}
