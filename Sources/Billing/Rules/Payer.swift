/// Who pays, and what that decides.
public struct Payer: Hashable, Codable, Sendable {
  /// The payer's name; none where only a rule was given.
  public var name: String?
  /// The arithmetic of units.
  public var rule: Rule

  public init(name: String?, rule: Rule) {
    self.name = name
    self.rule = rule
  }

  /// No payer in particular: the arithmetic alone.
  public static func unnamed(_ rule: Rule) -> Payer { Payer(name: nil, rule: rule) }
}
