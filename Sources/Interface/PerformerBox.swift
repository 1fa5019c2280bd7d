package import Billing
package import SessionLog

/// The box in which one says who gives a code, and what another discipline does with it.
package enum PerformerBox: Hashable, Sendable {
  /// What can be said; which of it is marked.
  case list(Choice)
  /// The name of whoever takes over.
  case name(Performer.Role, TextField)
  /// What is another discipline's.
  case together(CoTreatmentFields)

  /// What can be said of a code: a role takes over, or it is given together with a discipline.
  package enum Choice: Hashable, Sendable {
    case role(Performer.Role)
    case together

    package static let all = Performer.Role.allCases.map(Choice.role) + [.together]

    /// The key that chooses it.
    package var letter: Character {
      switch self {
      case .role(.therapist): "t"
      case .role(.assistant): "a"
      case .role(.student): "s"
      case .role(.aide): "d"
      case .together: "c"
      }
    }
  }

  /// The field that is typed into, where there is one.
  var field: TextField? {
    switch self {
    case .list: nil
    case .name(_, let field): field
    case .together(let fields): fields.minutes
    }
  }

  /// The same box with another text in its field.
  func with(_ field: TextField) -> PerformerBox {
    switch self {
    case .list: return self
    case .name(let role, _): return .name(role, field)
    case .together(var fields):
      fields.minutes = field
      return .together(fields)
    }
  }
}

/// With whom a code was given together, and how many of its minutes are theirs.
package struct CoTreatmentFields: Hashable, Sendable {
  /// The disciplines to choose from: all but the visit's own.
  package let disciplines: [Discipline]
  package var choice: NamedChoice
  package var minutes: TextField

  /// Fields with what was said before, as a default.
  ///
  /// - Parameter stated: seconds that are another discipline's already.
  package init(besides own: Discipline, stated: [Discipline: Int64]) {
    disciplines = Discipline.allCases.filter { $0 != own }
    let discipline = disciplines.first { stated[$0] != nil } ?? disciplines[0]
    choice = NamedChoice(among: disciplines, chosen: discipline)
    let minutes = stated[discipline].map { "\($0 / 60)" } ?? ""
    self.minutes = TextField(minutes, limit: 4, isDefault: true)
  }

  package var discipline: Discipline { disciplines[choice.index ?? 0] }
}
