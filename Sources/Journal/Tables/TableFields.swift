import Billing

/// One row of an official file, and how its fields are read: strictly, as a code that is cut or a
/// day that is no day would become a wrong bill.
struct TableFields: ~Copyable {
  private let file: String
  private let record: DelimitedRecord
  private let columns: [String]

  /// - Throws: where the row has more or fewer fields than there are columns.
  init(
    _ record: DelimitedRecord, of file: String, columns: [String]
  ) throws(TableFileError) {
    self.file = file
    self.record = record
    self.columns = columns
    guard record.count == columns.count else {
      let fields = record.count == 1 ? "1 field" : "\(record.count) fields"
      throw mistake(nil, "\(fields), not \(columns.count)")
    }
  }

  func mistake(_ field: Int?, _ problem: String) -> TableFileError {
    .mistake(
      file: file, line: record.line,
      field: field.map { "field \($0 + 1) (\(columns[$0]))" }, problem: problem)
  }

  /// A field in quotes, short, with nothing in it that could steer a terminal.
  private func quoted(_ field: Int) -> String {
    let text = record.text(field)
    let shown = text.prefix(20).map { $0.isASCII && !$0.isNewline && $0 >= " " ? $0 : "?" }
    return "\"\(String(shown))\(text.count > 20 ? "…" : "")\""
  }

  func isEmpty(_ field: Int) -> Bool { record[field].isEmpty }

  /// Whether a field is a star, which stands for "no data" and "in existence".
  func isStar(_ field: Int) -> Bool { record[field].elementsEqual([UInt8(ascii: "*")]) }

  func code(_ field: Int) throws(TableFileError) -> ProcedureCode {
    guard let code = ProcedureCode(record.text(field)) else {
      throw mistake(field, "\(quoted(field)) is not a code of five digits or letters")
    }
    return code
  }

  /// A day that is written as `20240701`.
  func day(_ field: Int, orElse other: String = "") throws(TableFileError) -> ServiceDate {
    guard record[field].count == 8, let number = record[field].wholeNumber,
      let day = ServiceDate(
        year: number / 10_000, month: number / 100 % 100, day: number % 100)
    else {
      throw mistake(field, "\(quoted(field)) is not a day written as 20240701\(other)")
    }
    return day
  }

  func number(_ field: Int, in range: ClosedRange<Int>) throws(TableFileError) -> Int {
    guard let number = record[field].wholeNumber, range.contains(number) else {
      throw mistake(
        field,
        "\(quoted(field)) is not a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// One of the numbers that a table uses as words: alone, or before a blank and what it means.
  func word<Word: RawRepresentable<Int> & CaseIterable>(
    _ field: Int
  ) throws(TableFileError) -> Word {
    let number = record[field].prefix { $0 != UInt8(ascii: " ") }
    guard let word = number.wholeNumber.flatMap(Word.init) else {
      let allowed = Word.allCases.map { "\($0.rawValue)" }.joined(separator: ", ")
      throw mistake(field, "\(quoted(field)) is none of \(allowed)")
    }
    return word
  }
}

extension ArraySlice<UInt8> {
  /// What one to nine digits say; none for anything else.
  fileprivate var wholeNumber: Int? {
    guard (1...9).contains(count) else { return nil }
    var number = 0
    for byte in self {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}
