/// The text of a Swift file, seen three ways, line by line and column by column the same.
struct SourceText {
  enum View {
    /// As it was written.
    case everything
    /// With comments blanked.
    case withoutComments
    /// With comments and the contents of literals blanked; what stands in `\(…)` is code.
    case code
  }

  private let reader: Reader

  init(_ source: String) {
    var reader = Reader(source)
    reader.readCode(upToParenthesis: false)
    self.reader = reader
  }

  func lines(_ view: View) -> [Substring] {
    let bytes =
      switch view {
      case .everything: reader.bytes
      case .withoutComments: reader.withoutComments
      case .code: reader.code
      }
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}

/// Tells code, comments and literals apart: what the three views need, and no more of Swift's grammar.
private struct Reader {
  let bytes: [UInt8]
  var withoutComments: [UInt8] = []
  var code: [UInt8] = []
  private var position = 0

  private enum Part { case code, literal, comment }

  init(_ source: String) {
    bytes = Array(source.utf8)
  }

  mutating func readCode(upToParenthesis: Bool) {
    var depth = 0
    while position < bytes.count {
      if upToParenthesis, depth == 0, isNext(")") { return }
      if isNext("//") {
        readLineComment()
      } else if isNext("/*") {
        readBlockComment()
      } else if let literal = nextLiteral() {
        readLiteral(closing: literal.closing, pounds: literal.pounds, opening: literal.opening)
      } else {
        if isNext("(") { depth += 1 }
        if isNext(")") { depth -= 1 }
        take(1, as: .code)
      }
    }
  }

  private mutating func readLineComment() {
    while position < bytes.count, !isNext("\n") { take(1, as: .comment) }
  }

  private mutating func readBlockComment() {
    var depth = 0
    repeat {
      if isNext("/*") {
        depth += 1
        take(2, as: .comment)
      } else if isNext("*/") {
        depth -= 1
        take(2, as: .comment)
      } else {
        take(1, as: .comment)
      }
    } while depth > 0 && position < bytes.count
  }

  /// The literal that begins here, if one does: a string, plain or raw, or a `#/regex/#`.
  private func nextLiteral() -> (opening: Int, closing: String, pounds: String)? {
    let count = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
    let pounds = String(repeating: "#", count: count)
    for quote in ["\"\"\"", "\""] where isNext(pounds + quote) {
      return (pounds.utf8.count + quote.utf8.count, quote + pounds, pounds)
    }
    guard !pounds.isEmpty, isNext(pounds + "/") else { return nil }
    return (pounds.utf8.count + 1, "/" + pounds, pounds)
  }

  private mutating func readLiteral(closing: String, pounds: String, opening: Int) {
    take(opening, as: .code)
    let mayHoldNewlines = closing.hasPrefix("\"\"\"")
    while position < bytes.count {
      if isNext(closing) { return take(closing.utf8.count, as: .code) }
      if isNext("\n"), !mayHoldNewlines { return }
      if isNext("\\" + pounds + "(") {
        take(2 + pounds.utf8.count, as: .code)
        readCode(upToParenthesis: true)
        take(1, as: .code)
      } else if isNext("\\" + pounds) {
        take(2 + pounds.utf8.count, as: .literal)
      } else {
        take(1, as: .literal)
      }
    }
  }

  private func isNext(_ text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  private mutating func take(_ count: Int, as part: Part) {
    for byte in bytes[position...].prefix(count) {
      let blank = byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " ")
      withoutComments.append(part == .comment ? blank : byte)
      code.append(part == .code ? byte : blank)
      position += 1
    }
  }
}
