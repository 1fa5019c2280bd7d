/// A modifier that a person put on a code, and why.
public struct StatedModifier: Hashable, Codable, Sendable {
  /// Two capital letters or digits: `59`, `KX`.
  public var modifier: String
  /// Why, in the person's words; empty for those that need no reason.
  public var reason: String

  public init(_ modifier: String, reason: String = "") {
    self.modifier = modifier
    self.reason = reason
  }
}
