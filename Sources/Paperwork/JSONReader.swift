/// A JSON value as it was written: numbers as their digits, members in their order, a name given
/// twice twice.
///
/// Foundation's decoder keeps one of two equal names and reads `1e1` as 10; a contract that refuses
/// both, and says where, needs the text itself.
enum JSONValue: Hashable {
  case object([JSONMember])
  case array([JSONValue])
  case string(String)
  case number(String)
  case bool(Bool)
  case null
}

/// One name and its value in an object.
struct JSONMember: Hashable {
  var name: String
  var value: JSONValue
}

/// Reads one JSON text, strictly as RFC 8259 has it.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0

  /// How deep values may stand in each other; a record needs 3.
  static let mostLevels = 16

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a text that is one object, and nothing after it.
  ///
  /// What was read before a fault stays in `members`.
  mutating func readObject(into members: inout [JSONMember]) throws(Refusal) {
    skipSpace()
    guard next == UInt8(ascii: "{") else { throw fault("a record begins with {") }
    try object(into: &members, level: 1)
    skipSpace()
    guard position == bytes.count else { throw fault("nothing may follow the record") }
  }

  private mutating func value(level: Int) throws(Refusal) -> JSONValue {
    guard level <= Self.mostLevels else { throw fault("nested too deep") }
    switch next {
    case UInt8(ascii: "{"):
      var members: [JSONMember] = []
      try object(into: &members, level: level)
      return .object(members)
    case UInt8(ascii: "["): return .array(try array(level: level))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object(
    into members: inout [JSONMember], level: Int
  ) throws(Refusal) {
    position += 1
    skipSpace()
    if take("}") { return }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("a name in quotes is expected") }
      let name = try string()
      skipSpace()
      guard take(":") else { throw fault("a colon is expected") }
      skipSpace()
      members.append(JSONMember(name: name, value: try value(level: level + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw fault("a comma or } is expected") }
  }

  private mutating func array(level: Int) throws(Refusal) -> [JSONValue] {
    var values: [JSONValue] = []
    position += 1
    skipSpace()
    if take("]") { return values }
    repeat {
      skipSpace()
      values.append(try value(level: level + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw fault("a comma or ] is expected") }
    return values
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Refusal) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw fault("a value is expected") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(Refusal) -> String {
    let start = position
    _ = take("-")
    let hasLeadingZero = next == UInt8(ascii: "0")
    let digits = skipDigits()
    guard digits > 0 else {
      position = start
      throw fault("a value is expected")
    }
    guard digits == 1 || !hasLeadingZero else {
      throw fault("a number begins with no 0", at: start)
    }
    if take(".") {
      guard skipDigits() > 0 else { throw fault("a digit is expected") }
    }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      guard skipDigits() > 0 else { throw fault("a digit is expected") }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}

// MARK: - Strings

extension JSONReader {
  private mutating func string() throws(Refusal) -> String {
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    if next == UInt8(ascii: "\"") {
      position += 1
      return try text(bytes[start..<position - 1], from: start)
    }
    position = start
    return try escapedString()
  }

  private mutating func escapedString() throws(Refusal) -> String {
    let start = position
    var plain: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault("a control character is written as an escape") }
      if byte == UInt8(ascii: "\\") {
        plain.append(contentsOf: Character(try escape()).utf8)
      } else {
        plain.append(byte)
        position += 1
      }
    }
    guard take("\"") else { throw fault("the quotes are not closed") }
    return try text(plain[...], from: start)
  }

  private mutating func escape() throws(Refusal) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let letter = next else { throw fault("the quotes are not closed") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      if let scalar = codePoint() { return scalar }
    default: break
    }
    position = start
    throw fault("no such escape")
  }

  /// The character of one `\u` escape, or of two that make a pair; nothing for half a pair.
  private mutating func codePoint() -> Unicode.Scalar? {
    guard let first = hexadecimal() else { return nil }
    guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(first) }
    guard take("\\"), take("u"), let second = hexadecimal(), UTF16.isTrailSurrogate(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
  }

  private mutating func hexadecimal() -> UInt16? {
    guard position + 4 <= bytes.count else { return nil }
    let digits = bytes[position..<position + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    position += 4
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private func text(_ bytes: ArraySlice<UInt8>, from start: Int) throws(Refusal) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fault("the text is not UTF-8", at: start)
    }
    return text
  }
}

// MARK: - Bytes

extension JSONReader {
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position - start
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D {
      position += 1
    }
  }

  private func fault(_ reason: String, at place: Int? = nil) -> Refusal {
    Refusal("column \((place ?? position) + 1): \(reason)")
  }
}
