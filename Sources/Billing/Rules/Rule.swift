/// How timed minutes become units.
public enum Rule: String, CaseIterable, Codable, Sendable {
  /// CMS, total time: the "8-minute rule" (Pub 100-04 ch. 5 s.20.2).
  case cms
  /// AMA, each code alone: a unit once the midpoint is passed (CPT, "time").
  case ama

  /// The rule that is shown beside this one.
  public var other: Rule { self == .cms ? .ama : .cms }

  /// The rule's name as the screen and the note write it.
  public var name: String {
    switch self {
    case .cms: "CMS 8-minute rule"
    case .ama: "AMA midpoint rule"
    }
  }

  /// The rule in one word, for narrow places.
  public var shortName: String { self == .cms ? "CMS" : "AMA" }
}
