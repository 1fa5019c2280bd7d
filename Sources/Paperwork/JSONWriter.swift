/// Writes JSON as it goes, in one line, members in the order in which they are written.
///
/// A batch spends most of its time writing answers, and Foundation's encoder, which builds a tree
/// of every value first, took four times as long. Whatever could steer a terminal is escaped, so
/// that a line is safe to look at too.
package struct JSONWriter {
  /// The text so far, as UTF-8.
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init() {}

  /// Makes room for another text, keeping the memory of the last.
  package mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  // MARK: Objects and arrays

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open("{")
    members(&self)
    close("}")
  }

  package mutating func array<Values: Sequence>(
    _ values: Values, _ write: (inout JSONWriter, Values.Element) -> Void
  ) {
    open("[")
    for value in values { write(&self, value) }
    close("]")
  }

  // MARK: Members of an object

  package mutating func member(_ name: String, _ write: (inout JSONWriter) -> Void) {
    value(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    write(&self)
  }

  package mutating func member(_ name: String, _ text: String?) {
    member(name) { json in text.map { json.value($0) } ?? json.null() }
  }

  package mutating func member(_ name: String, _ number: Int?) {
    member(name) { json in number.map { json.value($0) } ?? json.null() }
  }

  package mutating func member(_ name: String, _ bool: Bool?) {
    member(name) { json in bool.map { json.raw($0 ? "true" : "false") } ?? json.null() }
  }

  package mutating func member(_ name: String, _ texts: some Sequence<String>) {
    member(name) { json in json.array(texts) { $0.value($1) } }
  }

  // MARK: Values

  package mutating func value(_ number: Int) { raw(String(number)) }

  package mutating func null() { raw("null") }

  package mutating func value(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy(\.isPlain) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == "\"" || scalar == "\\" {
      bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
    } else if scalar.isUnprintable {
      for unit in String(scalar).utf16 {
        bytes += Array("\\u".utf8) + String(0x10000 + UInt32(unit), radix: 16).utf8.dropFirst()
      }
    } else {
      bytes.append(contentsOf: String(scalar).utf8)
    }
  }

  // MARK: Punctuation

  private mutating func raw(_ word: String) {
    separate()
    bytes.append(contentsOf: word.utf8)
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }
}

extension UInt8 {
  /// Whether it stands in a JSON string as it is.
  fileprivate var isPlain: Bool {
    (0x20..<0x7F).contains(self) && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }
}
