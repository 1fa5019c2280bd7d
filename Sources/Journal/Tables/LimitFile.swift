import Billing

// CMS's files of most units a day: CSV, a quoted notice of several lines, then the names of the
// columns, whose second says whose services the table is for.
//
// Source: CMS's practitioner table of 2026-07-01.
extension OfficialTable {
  /// The rows of codes that are wanted, and whose services the header says they are for.
  static func limits(
    in files: [String], _ tally: inout Tally
  ) throws(TableFileError) -> (rows: Rows, kind: TableSource.Kind?) {
    var limits: [ProcedureCode: LimitTable.Limit] = [:]
    var kind: TableSource.Kind?
    for path in files {
      var file = try DelimitedFile(path: path, layout: .commas)
      try file.findHeader(of: .limits)
      kind = try file.kindOfHeader()
      let rowsBefore = tally.rows
      while try file.next() {
        if file.record.isBlank { continue }
        let row = try TableFields(file.record, of: path, columns: Sort.limits.columns)
        tally.countRow(of: file)
        let (code, limit) = try row.limit()
        guard tally.wants(code) else { continue }
        tally.saw(code)
        guard limits.updateValue(limit, forKey: code) == nil else {
          throw row.mistake(0, "\(code) stands in the table twice")
        }
      }
      guard tally.rows > rowsBefore else { throw file.withoutRows }
      tally.end(file)
    }
    return (.limits(limits), kind)
  }
}

extension DelimitedFile {
  /// Whose services the second name of the columns says: `Practitioner Services MUE Values`.
  fileprivate func kindOfHeader() throws(TableFileError) -> TableSource.Kind? {
    let names = (0..<record.count).map { record.text($0).lowercased() }
    guard let name = names.first(where: { $0.contains("mue values") }) else { return nil }
    if name.contains("dme") {
      throw mistake(
        "this is the table of suppliers of equipment (DME), which therapy does not need")
    }
    if name.contains("practitioner") { return .practitioner }
    return name.contains("outpatient") ? .outpatient : nil
  }
}

extension TableFields {
  /// The most units that CMS's field holds.
  private static let mostUnits = 99_999

  private enum Indicator: Int, CaseIterable { case line = 1, policy, clinical }

  fileprivate func limit() throws(TableFileError) -> (ProcedureCode, LimitTable.Limit) {
    let code = try code(0)
    let units = try number(1, in: 0...Self.mostUnits)
    let indicator: Indicator = try word(2)
    return (code, LimitTable.Limit(units: units, indicator: indicator.rawValue))
  }
}
