/// Whose hands do the work.
public struct Performer: Hashable, Codable, Sendable {
  public var role: Role
  public var name: String

  public init(role: Role, name: String) {
    self.role = role
    self.name = name
  }

  /// What a performer is; it decides whether the minutes are billed, and how.
  public enum Role: String, CaseIterable, Codable, Sendable {
    case therapist, assistant
    /// Kept apart and never billed: what a student does while a therapist directs it and treats
    /// nobody else is the therapist's (Pub 100-02 ch. 15 s.230 B).
    case student
    /// Kept apart and never billed (Pub 100-04 ch. 5 s.20.3).
    case aide

    /// Whether the minutes can be billed at all.
    public var isBilled: Bool { self == .therapist || self == .assistant }
  }
}

extension Performer: CustomStringConvertible {
  /// The role, then the name, as `assistant B. Cole`.
  public var description: String { "\(role.rawValue) \(name)" }

  /// Whether the two are one person in one role: names are compared without regard to case and to
  /// blanks around them.
  public func isSame(as other: Performer) -> Bool {
    role == other.role && key == other.key
  }

  /// The name for comparison.
  var key: String { Visit.clientKey(of: name) }
}

extension Visit {
  /// Whose hands do the work where nothing else is said.
  public var performer: Performer { Performer(role: role ?? .therapist, name: clinician) }
}
