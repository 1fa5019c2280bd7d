/// What the components of an evaluation come to: its level, its code, and why.
public struct EvaluationLevel: Hashable, Codable, Sendable {
  public var level: Level
  public var code: ProcedureCode
  /// Whole minutes that such an evaluation typically takes: never a threshold, for the code is
  /// untimed.
  ///
  /// Source: Pub 100-04 ch. 5 s.20.2 D.
  public var typicalMinutes: Int
  /// Which level each component supports, then which one counts; a sentence each.
  public var because: [String]
  /// Where the levels were read, and when.
  public var source: String
  public var sourceDate: ServiceDate

  /// How complex it was, in order.
  public enum Level: String, CaseIterable, Codable, Comparable, Sendable {
    case low, moderate, high

    public static func < (left: Self, right: Self) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// A component that cannot be, and what is allowed, in a sentence.
  public struct Mistake: Error, Hashable, CustomStringConvertible {
    public let description: String
  }

  /// The highest level that one component supports; the lower ones it supports too.
  struct Component {
    let words: String
    let level: Level
  }

  /// A code of a level, and how long it typically takes.
  typealias Choice = (code: ProcedureCode, typicalMinutes: Int)

  /// The lowest of what the components support, for all of them must reach it.
  init(of components: [Component], as choice: (Level) -> Choice) {
    level = components.map(\.level).min() ?? .low
    (code, typicalMinutes) = choice(level)
    because = components.map(\.words)
    because.append("What all components support counts, the lowest: \(level.rawValue), \(code).")
    source = Source.evaluationLevels.text
    sourceDate = Source.evaluationLevels.date
  }
}
