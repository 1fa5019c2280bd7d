/// What to do, in a sentence.
///
/// Where a command of the program does it, the sentence names its key; who shows it puts the key there
/// that the person has chosen.
///
///     let advice: Advice = "Correct the times (\(.intervals)) so that each minute stands once."
public struct Advice: Hashable, Sendable {
  /// A command that a sentence sends a person to.
  public enum Command: CaseIterable, Hashable, Sendable {
    case time, intervals, switchBack, performer, modifiers, note, findings, choose, client

    /// The key that the program comes with.
    public var standardKey: String {
      switch self {
      case .time: "t"
      case .intervals: "e"
      case .switchBack: "b"
      case .performer: "p"
      case .modifiers: "m"
      case .note: "n"
      case .findings: "w"
      case .choose, .client: "c"
      }
    }
  }

  fileprivate enum Part: Sendable {
    case words(String)
    case command(Command)
  }

  fileprivate let parts: [Part]

  /// A sentence that names no command.
  public init(_ words: String) { parts = [.words(words)] }

  /// With the keys that the program comes with: for whatever leaves it.
  public var text: String { text(naming: \.standardKey) }

  /// With the keys that a person has.
  public func text(naming key: (Command) -> String) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .command(let command): key(command)
      }
    }.joined()
  }
}

extension Advice: ExpressibleByStringInterpolation {
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) { parts.append(.words(literal)) }

    public mutating func appendInterpolation(_ command: Command) { parts.append(.command(command)) }

    public mutating func appendInterpolation(_ advice: Advice) { parts += advice.parts }

    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      parts.append(.words(value.description))
    }
  }

  public init(stringLiteral words: String) { self.init(words) }

  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  public static func + (one: Self, other: Self) -> Self { "\(one)\(other)" }
}

extension Advice {
  // Equal is what reads the same: what was kept knows its words alone.
  public static func == (one: Self, other: Self) -> Bool { one.text == other.text }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension Advice: Codable {
  /// What was signed is kept as it reads.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
