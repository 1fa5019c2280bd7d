import Foundation

/// A file of records, one to a line, whose fields stand apart by tabs or commas.
///
/// It is read once and from the front, in constant memory, so that a pipe will do and a quarter of
/// a gigabyte costs no more than a page.
struct DelimitedFile: ~Copyable {
  enum Layout {
    /// A tab between fields, and a quotation mark like any other character.
    case tabs
    /// A comma between fields; in quotation marks a field may hold commas and line feeds, and two
    /// of them for one (RFC 4180).
    case commas
  }

  /// The longest record; no table of CMS has one of a twentieth of that.
  static let mostBytes = 1 << 16

  /// What zip files, which Excel's are too, and gzip files begin with.
  private static let packed: [[UInt8]] = [Array("PK\u{3}\u{4}".utf8), [0x1F, 0x8B]]

  /// The file as the person named it.
  let name: String
  /// The record that was read last.
  private(set) var record = DelimitedRecord()
  /// How much of the file was read so far.
  private(set) var bytesRead = 0

  private let layout: Layout
  private let descriptor: Int32
  private var chunk: [UInt8] = []
  private var position = 0
  private var line = 1

  init(path: String, layout: Layout) throws(TableFileError) {
    name = path
    self.layout = layout
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable() }
    try fill()
    if chunk.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    guard !Self.packed.contains(where: { chunk.starts(with: $0) }) else {
      throw mistake(
        line: 1, "this is a packed or Excel file; unpack it, and give the text file that is in it")
    }
  }

  deinit { close(descriptor) }

  func mistake(line: Int? = nil, field: String? = nil, _ problem: String) -> TableFileError {
    .mistake(file: name, line: line ?? record.line, field: field, problem: problem)
  }

  /// Reads the next record into ``record``; whether there was one.
  ///
  /// Every line ends in a line feed: one that does not was cut off.
  mutating func next() throws(TableFileError) -> Bool {
    record.begin(at: line)
    let separator = layout == .tabs ? UInt8(ascii: "\t") : UInt8(ascii: ",")
    while try hasMore() {
      let byte = chunk[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        record.endLine()
        return true
      case separator:
        try checkRoom()
        record.endField()
      case UInt8(ascii: "\"") where layout == .commas && record.isAtStartOfField:
        try readQuoted(separator)
      default: try append(byte)
      }
    }
    guard !record.isEmpty else { return false }
    throw mistake("the file ends in the middle of this line: it is cut short, get it again")
  }

  /// Reads on to the quotation mark that ends a field.
  private mutating func readQuoted(_ separator: UInt8) throws(TableFileError) {
    while try hasMore() {
      let byte = chunk[position]
      position += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte == UInt8(ascii: "\"") else {
        try append(byte)
        continue
      }
      guard try peek() == UInt8(ascii: "\"") else { return try checkEndOfQuoted(separator) }
      position += 1
      try append(byte)
    }
    throw mistake(
      "a quotation mark is opened here and never closed: the file is cut short, get it again")
  }

  private mutating func checkEndOfQuoted(_ separator: UInt8) throws(TableFileError) {
    switch try peek() {
    case separator, UInt8(ascii: "\r"), UInt8(ascii: "\n"), nil: return
    default:
      throw mistake(
        field: "field \(record.count + 1)", "after a closing quotation mark the field must end")
    }
  }

  private mutating func peek() throws(TableFileError) -> UInt8? {
    guard try hasMore() else { return nil }
    return chunk[position]
  }

  private mutating func append(_ byte: UInt8) throws(TableFileError) {
    try checkRoom()
    record.append(byte)
  }

  private func checkRoom() throws(TableFileError) {
    guard record.size < Self.mostBytes else {
      throw mistake("longer than \(Self.mostBytes) bytes: this is no table of CMS")
    }
  }

  private mutating func hasMore() throws(TableFileError) -> Bool {
    if position < chunk.count { return true }
    return try fill()
  }

  /// Takes what there is of the file; whether it goes on.
  @discardableResult
  private mutating func fill() throws(TableFileError) -> Bool {
    let room = 1 << 16
    var code: Int32 = 0
    chunk = Array(unsafeUninitializedCapacity: room) { [descriptor] buffer, count in
      var taken = read(descriptor, buffer.baseAddress, room)
      while taken < 0, errno == EINTR { taken = read(descriptor, buffer.baseAddress, room) }
      if taken < 0 { code = errno }
      count = max(0, taken)
    }
    guard code == 0 else { throw unreadable(code) }
    position = 0
    bytesRead += chunk.count
    return !chunk.isEmpty
  }

  private func unreadable(_ code: Int32 = errno) -> TableFileError {
    .unreadable(file: name, reason: String(cString: strerror(code)))
  }
}

/// The fields of one record, in memory that the next one takes over.
struct DelimitedRecord {
  /// The line on which it begins, from 1.
  private(set) var line = 1
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// How many fields there are.
  var count: Int { ends.count }
  /// How much it takes: a byte each for what stands in its fields and for each of their ends.
  var size: Int { bytes.count + ends.count }
  var isEmpty: Bool { bytes.isEmpty && ends.isEmpty }
  /// Whether nothing stands on the line.
  var isBlank: Bool { ends.count == 1 && self[0].isEmpty }

  /// A field without the spaces around it.
  subscript(field: Int) -> ArraySlice<UInt8> {
    var slice = bytes[(field == 0 ? 0 : ends[field - 1])..<ends[field]]
    while let first = slice.first, first == UInt8(ascii: " ") { slice.removeFirst() }
    while let last = slice.last, last == UInt8(ascii: " ") { slice.removeLast() }
    return slice
  }

  /// A field as text.
  func text(_ field: Int) -> String { String(decoding: self[field], as: UTF8.self) }

  fileprivate var isAtStartOfField: Bool { bytes.count == ends.last ?? 0 }

  fileprivate mutating func begin(at line: Int) {
    self.line = line
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  fileprivate mutating func append(_ byte: UInt8) { bytes.append(byte) }

  fileprivate mutating func endField() { ends.append(bytes.count) }

  /// Ends the last field; a carriage return before the line feed is none of it.
  fileprivate mutating func endLine() {
    if bytes.count > ends.last ?? 0, bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    endField()
  }
}
