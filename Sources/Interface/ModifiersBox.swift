package import Billing

/// The modifiers of a code, and a field to put on another.
package struct ModifiersBox: Hashable, Sendable {
  package let code: ProcedureCode
  /// The modifier, or words of its meaning, as it is typed.
  package var field = TextField(limit: 30)
  /// What is marked: 0 the field, -1 and less the modifiers put on already, upwards from it, 1 and
  /// more those that the field may mean, downwards.
  package var mark = 0
  /// What is wrong with what was typed, told when it was to be stored.
  package var objection: String?
  /// Why a modifier is put on, while it is typed.
  package var reasoning: Reasoning?
  /// The findings it was opened from; they stand there again when it is left.
  package var origin: FindingsBox?

  package init(code: ProcedureCode, from origin: FindingsBox? = nil) {
    self.code = code
    self.origin = origin
  }

  /// A modifier whose reason is asked for.
  package struct Reasoning: Hashable, Sendable {
    package var modifier: String
    package var field: TextField
    /// The codes beside which it was offered; none where a person thought of it.
    package var beside: [ProcedureCode]?

    /// The reason that stands there is to be accepted or changed.
    package init(_ modifier: StatedModifier) {
      self.modifier = modifier.modifier
      field = TextField(modifier.reason, limit: 200)
      beside = modifier.beside
    }

    var stated: StatedModifier { StatedModifier(modifier, reason: field.trimmed, beside: beside) }

    /// Whether another modifier was typed where its reason is asked for.
    var isModifier: Bool { Modifier.named(field.trimmed.uppercased()) != nil }
  }

  /// Takes a changed text into the field that is typed into.
  mutating func edit(_ field: TextField) {
    objection = nil
    if reasoning == nil {
      self.field = field
      mark = 0
    } else {
      reasoning?.field = field
    }
  }

  /// What stands there again when it is left: the field from the reason, the findings from either
  /// where they opened it.
  var behind: Overlay? {
    guard reasoning != nil, origin == nil || !field.isEmpty else {
      return origin.map { .findings($0) }
    }
    var box = self
    box.reasoning = nil
    box.objection = nil
    return .modifiers(box)
  }
}
