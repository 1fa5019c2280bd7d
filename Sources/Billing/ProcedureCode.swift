/// The number of a procedure: a CPT or HCPCS Level II code, such as `97110` or `G0283`.
///
/// Five characters, digits and capital letters. That a code is well formed does not say that it exists: ask the ``Catalog``.
public struct ProcedureCode: Hashable, Sendable, LosslessStringConvertible {
  /// The five characters.
  public let description: String

  /// Reads five digits or letters; small letters become capitals. Nothing for any other text.
  public init?(_ text: String) {
    let capitals = text.uppercased()
    guard capitals.utf8.count == 5, capitals.utf8.allSatisfy(Self.isAllowed) else { return nil }
    description = capitals
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}

extension ProcedureCode: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
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
