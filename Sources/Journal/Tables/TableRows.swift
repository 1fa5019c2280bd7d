import Billing
import Foundation
import GRDB
import SessionLog

/// Tables as rows of the database: how they are written, and how they are read again.
enum TableRows {
  static func replace(with table: OfficialTable, at now: WallTime, in db: Database) throws {
    let description = table.description
    try db.execute(
      sql: "DELETE FROM tables WHERE sort = ? AND kind IS ?",
      arguments: [description.sort.rawValue, description.kind?.rawValue])
    try db.execute(
      sql: """
        INSERT INTO tables
          (sort, kind, files, date, date_basis, rows_read, rows_kept, wall, utc_offset)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        description.sort.rawValue, description.kind?.rawValue,
        String(decoding: try JSONEncoder().encode(description.files), as: UTF8.self),
        description.date.description, description.dateBasis.rawValue, description.rowsRead,
        description.rowsKept, now.milliseconds, now.utcOffset,
      ])
    try insert(table.rows, of: db.lastInsertedRowID, into: db)
  }

  private static func insert(
    _ rows: OfficialTable.Rows, of table: Int64, into db: Database
  ) throws {
    switch rows {
    case .pairs(let edits):
      let insertion = try db.makeStatement(sql: "INSERT INTO pairs VALUES (?, ?, ?, ?, ?, ?)")
      for edit in edits {
        try insertion.execute(arguments: [
          table, edit.column1.description, edit.column2.description, edit.firstDay?.description,
          edit.lastDay?.description, edit.indicator.rawValue,
        ])
      }
    case .limits(let limits):
      let insertion = try db.makeStatement(sql: "INSERT INTO limits VALUES (?, ?, ?, ?)")
      for (code, limit) in limits {
        try insertion.execute(arguments: [table, code.description, limit.units, limit.indicator])
      }
    case .addOns(let edits):
      let insertion = try db.makeStatement(sql: "INSERT INTO add_ons VALUES (?, ?, ?, ?)")
      for edit in edits {
        try insertion.execute(arguments: [
          table, edit.primary?.description, edit.addOn.description, edit.type.rawValue,
        ])
      }
    }
  }

  /// What is known of each table, the last imported first.
  static func descriptions(in db: Database) throws -> [(id: Int64, table: ImportedTable)] {
    try Row.fetchAll(db, sql: "SELECT * FROM tables ORDER BY id DESC").map { row in
      let description = OfficialTable.Description(
        sort: try value("sort", in: row), kind: try (row["kind"] as String?).map { try known($0) },
        files: try JSONDecoder().decode([String].self, from: Data((row["files"] as String).utf8)),
        date: try value("date", in: row), dateBasis: try value("date_basis", in: row),
        rowsRead: row["rows_read"], rowsKept: row["rows_kept"])
      let imported = WallTime(milliseconds: row["wall"], utcOffset: row["utc_offset"])
      return (row["id"], ImportedTable(description: description, imported: imported))
    }
  }

  /// The tables as a bill uses them, the last imported first.
  static func tables(in db: Database) throws -> (
    pairs: [PairTable], limits: [LimitTable], addOns: AddOnTable?
  ) {
    var pairs: [PairTable] = []
    var limits: [LimitTable] = []
    var addOns: AddOnTable?
    for (id, table) in try descriptions(in: db) {
      switch table.description.sort {
      case .pairs: pairs.append(PairTable(source: table.source, edits: try edits(of: id, in: db)))
      case .limits:
        limits.append(LimitTable(source: table.source, limits: try self.limits(of: id, in: db)))
      case .addOns:
        addOns = AddOnTable(source: table.source, primaries: try primaries(of: id, in: db))
      }
    }
    return (pairs, limits, addOns)
  }

  private static func edits(of table: Int64, in db: Database) throws -> [PairEdit] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT column1, column2, first_day, last_day, indicator FROM pairs
        WHERE table_id = ? ORDER BY rowid
        """, arguments: [table])
    var edits: [PairEdit] = []
    while let row = try rows.next() {
      edits.append(
        PairEdit(
          column1: try known(row[0]), column2: try known(row[1]),
          firstDay: try (row[2] as String?).map { try known($0) },
          lastDay: try (row[3] as String?).map { try known($0) },
          indicator: try known(row[4])))
    }
    return edits
  }

  private static func limits(
    of table: Int64, in db: Database
  ) throws -> [ProcedureCode: LimitTable.Limit] {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT code, units, indicator FROM limits WHERE table_id = ?",
      arguments: [table])
    var limits: [ProcedureCode: LimitTable.Limit] = [:]
    while let row = try rows.next() {
      limits[try known(row[0])] = LimitTable.Limit(units: row[1], indicator: row[2])
    }
    return limits
  }

  /// The primary codes of the add-ons of which the table names all.
  ///
  /// Where it leaves some or all of them to the payer, a missing one proves nothing.
  private static func primaries(
    of table: Int64, in db: Database
  ) throws -> [ProcedureCode: [ProcedureCode]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT DISTINCT add_on, primary_code FROM add_ons AS edits
        WHERE table_id = ?1 AND NOT EXISTS (
          SELECT 1 FROM add_ons WHERE table_id = ?1 AND add_on = edits.add_on AND type <> 1)
        ORDER BY add_on, primary_code
        """, arguments: [table])
    var primaries: [ProcedureCode: [ProcedureCode]] = [:]
    while let row = try rows.next() {
      primaries[try known(row[0]), default: []].append(try known(row[1]))
    }
    return primaries
  }

  // MARK: Values

  private static func value<Value: RawRepresentable<String>>(
    _ column: String, in row: Row
  ) throws -> Value {
    try known(row[column])
  }

  private static func value(_ column: String, in row: Row) throws -> ServiceDate {
    try known(row[column])
  }

  private static func known<Value: RawRepresentable>(_ raw: Value.RawValue) throws -> Value {
    guard let value = Value(rawValue: raw) else { throw unknown(raw) }
    return value
  }

  private static func known<Value: LosslessStringConvertible>(_ text: String) throws -> Value {
    guard let value = Value(text) else { throw unknown(text) }
    return value
  }

  private static func unknown(_ value: Any) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(value) is not of its column")
  }
}
