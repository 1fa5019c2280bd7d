/// The number of a procedure: a CPT or HCPCS Level II code, such as `97110` or `G0283`.
///
/// Five characters, digits and capital letters. That a code is well formed does not say that it
/// exists: ask the ``Catalog``.
public struct ProcedureCode: Hashable, Sendable, LosslessStringConvertible {
  /// The five characters as bytes, the first the highest: as numbers they sort as they do as text,
  /// and a bill, which handles little else, copies and compares them at no cost.
  private let characters: UInt64

  /// Reads five digits or letters; small letters become capitals.
  ///
  /// Nothing for any other text.
  public init?(_ text: String) {
    guard text.utf8.count == 5 else { return nil }
    var characters: UInt64 = 0
    for byte in text.utf8 {
      guard let capital = Self.capital(byte) else { return nil }
      characters = characters << 8 | UInt64(capital)
    }
    self.characters = characters
  }

  /// A code of five digits that stands in this module's own text; a test holds each against the
  /// catalogue.
  init(written number: UInt64) {
    characters = [10_000, 1_000, 100, 10, 1].reduce(0) { characters, place in
      characters << 8 | (UInt64(UInt8(ascii: "0")) + number / place % 10)
    }
  }

  /// The five characters.
  public var description: String {
    String(unsafeUninitializedCapacity: 5) { buffer in
      for place in 0..<5 {
        buffer[place] = UInt8(truncatingIfNeeded: characters >> (8 * (4 - place)))
      }
      return 5
    }
  }

  private static func capital(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): byte
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
    default: nil
    }
  }
}

extension ProcedureCode: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.characters < right.characters }
}

extension ProcedureCode: Codable, CodingKeyRepresentable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let code = ProcedureCode(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(text) is not a code of five digits or letters")
    }
    self = code
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  public var codingKey: any CodingKey { Key(stringValue: description) }

  public init?<T: CodingKey>(codingKey: T) { self.init(codingKey.stringValue) }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
