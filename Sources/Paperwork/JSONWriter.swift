import Foundation

/// Writes values as one line of JSON, names in alphabetical order.
///
/// The line is safe for a terminal too: whatever could steer one is escaped.
package struct JSONWriter {
  private let encoder = JSONEncoder()

  package init() { encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes] }

  /// The value as UTF-8, without a line break at its end.
  package func write(_ value: some Encodable) throws -> [UInt8] {
    let json = [UInt8](try encoder.encode(value))
    return json.allSatisfy { $0 < 0x7F } ? json : Self.escapingUnprintable(json)
  }

  /// The encoder escapes the controls below U+0020; this, what comes above.
  private static func escapingUnprintable(_ json: [UInt8]) -> [UInt8] {
    let text = String(decoding: json, as: UTF8.self)
    let escaped = text.unicodeScalars.reduce(into: "") { escaped, scalar in
      guard scalar.isUnprintable else { return escaped.unicodeScalars.append(scalar) }
      for unit in String(scalar).utf16 {
        escaped += "\\u" + String(0x10000 + UInt32(unit), radix: 16).dropFirst()
      }
    }
    return Array(escaped.utf8)
  }
}
