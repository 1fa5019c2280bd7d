/// A mistake in a table's file: where it stands, and what is wrong.
public struct TableMistake: Error, Hashable, CustomStringConvertible, Sendable {
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column's name; none where the whole line is wrong.
  public var field: String?
  public var problem: String

  public init(file: String, line: Int, field: String? = nil, problem: String) {
    self.file = file
    self.line = line
    self.field = field
    self.problem = problem
  }

  public var description: String {
    "\(file), line \(line)\(field.map { ", \($0)" } ?? ""): \(problem)"
  }
}

/// One line of a table's file, and how its fields are read.
struct TableRow {
  let file: String
  let line: Int
  private let columns: [String]
  private let fields: [Substring]

  /// The rows of a file: fields apart by one tab, under a line that names the columns; lines that
  /// begin with `#` are comments.
  ///
  /// Bytes are what is split, not characters: the built-in files are read at the start.
  static func all(
    of text: String, named file: String, columns: [String]
  ) throws(TableMistake) -> [TableRow] {
    var rows: [TableRow] = []
    var hasHeader = false
    let texts = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, text) in texts.enumerated()
    where !text.isEmpty && text.first != UInt8(ascii: "#") {
      let row = try TableRow(text, file: file, line: index + 1, columns: columns)
      if hasHeader {
        rows.append(row)
      } else {
        guard row.fields.elementsEqual(columns, by: ==) else {
          throw row.mistake(nil, "the first row names the columns: \(columns)")
        }
        hasHeader = true
      }
    }
    return rows
  }

  private init(
    _ text: Substring.UTF8View, file: String, line: Int, columns: [String]
  ) throws(TableMistake) {
    self.file = file
    self.line = line
    self.columns = columns
    fields = text.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map(Substring.init)
    guard fields.count == columns.count else {
      throw mistake(nil, "\(fields.count) fields, not \(columns.count)")
    }
    for (column, field) in zip(columns, fields) where field.isEmpty {
      throw mistake(column, "is empty; - says that there is nothing")
    }
  }

  /// The field of that column; none where it is `-`.
  subscript(column: String) -> String? {
    columns.firstIndex(of: column).map { fields[$0] }.flatMap { $0 == "-" ? nil : String($0) }
  }

  func mistake(_ field: String?, _ problem: String) -> TableMistake {
    TableMistake(file: file, line: line, field: field, problem: problem)
  }
}

// What several tables have: codes, days, how sure we are of a row and where it stands.
extension TableRow {
  func optional<Value: LosslessStringConvertible>(
    _ column: String
  ) throws(TableMistake) -> Value? {
    guard let text = self[column] else { return nil }
    guard let value = Value(text) else { throw mistake(column, "\(text) cannot be read") }
    return value
  }

  func needed<Value: LosslessStringConvertible>(_ column: String) throws(TableMistake) -> Value {
    guard let value: Value = try optional(column) else { throw mistake(column, "is missing") }
    return value
  }

  func codes(_ column: String) throws(TableMistake) -> [ProcedureCode] {
    var codes: [ProcedureCode] = []
    for text in self[column]?.split(separator: " ") ?? [] {
      guard let code = ProcedureCode(String(text)) else {
        throw mistake(column, "\(text) is no code")
      }
      codes.append(code)
    }
    return codes
  }

  func lastDay() throws(TableMistake) -> ServiceDate? {
    guard let last: ServiceDate = try optional("lastDay") else { return nil }
    if let first: ServiceDate = try optional("firstDay"), last < first {
      throw mistake("lastDay", "\(last) is before the first day, \(first)")
    }
    return last
  }

  func confidence(
    in column: String = "confidence"
  ) throws(TableMistake) -> Procedure.Confidence {
    let text: String = try needed(column)
    guard let confidence = Procedure.Confidence(rawValue: text) else {
      throw mistake(column, "\(text) is none of S, P, K")
    }
    return confidence
  }

  func source() throws(TableMistake) -> Source {
    Source(text: try needed("source"), date: try needed("sourceDate"))
  }
}
