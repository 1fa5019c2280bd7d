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

  private let everything: [Substring]
  private let withoutComments: [Substring]
  private let code: [Substring]

  init(_ source: String) {
    var reader = Reader(source)
    reader.readCode(upToParenthesis: false)
    everything = Self.lines(of: reader.bytes)
    withoutComments = Self.lines(of: reader.withoutComments)
    code = Self.lines(of: reader.code)
  }

  func lines(_ view: View) -> [Substring] {
    switch view {
    case .everything: everything
    case .withoutComments: withoutComments
    case .code: code
    }
  }

  private static func lines(of bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
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
      switch bytes[position] {
      case UInt8(ascii: ")") where upToParenthesis && depth == 0: return
      case UInt8(ascii: "/") where isNext("//"): readLineComment()
      case UInt8(ascii: "/") where isNext("/*"): readBlockComment()
      case UInt8(ascii: "\""), UInt8(ascii: "#"): readLiteralOrPound()
      case let byte:
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        take(1, as: .code)
      }
    }
  }

  private mutating func readLineComment() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { take(1, as: .comment) }
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

  /// Reads a string, plain or raw, or a `#/regex/#`; or the `#` of something else.
  private mutating func readLiteralOrPound() {
    let count = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
    let pounds = String(repeating: "#", count: count)
    for quote in ["\"\"\"", "\""] where isNext(pounds + quote) {
      return readLiteral(opening: pounds + quote, closing: quote + pounds, pounds: pounds)
    }
    if isNext(pounds + "/") {
      readLiteral(opening: pounds + "/", closing: "/" + pounds, pounds: pounds)
    } else {
      take(count, as: .code)
    }
  }

  private mutating func readLiteral(opening: String, closing: String, pounds: String) {
    take(opening.utf8.count, as: .code)
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
