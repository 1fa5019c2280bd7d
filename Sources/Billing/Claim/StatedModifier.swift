/// A modifier that a person put on a code, and why.
public struct StatedModifier: Hashable, Codable, Sendable {
  /// Two capital letters or digits: `59`, `KX`.
  public var modifier: String
  /// Why, in the person's words; empty for those that need no reason.
  public var reason: String

  /// Of 59 and its finer forms, the first codes of the pairs that the reason was given for; none
  /// where it is for any.
  public var beside: [ProcedureCode]?

  public init(_ modifier: String, reason: String = "", beside: [ProcedureCode]? = nil) {
    self.modifier = modifier
    self.reason = reason
    self.beside = beside
  }
}
