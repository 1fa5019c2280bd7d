/// What was typed into the fields of a form and not stored yet, by the field's name.
package struct FormDraft: Hashable, Codable, Sendable {
  package var texts: [String: String]

  package init(texts: [String: String] = [:]) { self.texts = texts }

  /// The name under which the commands used last are kept among the drafts, which outlive the
  /// program as they do: no form has it.
  static let commandHistory = "palette"
}

/// A form whose typed text outlives it: Esc, a lost line and a crash leave it to be found again.
protocol Drafting {
  /// What stands in its fields, by their names.
  var draft: [String: String] { get }
  /// Puts texts back into the fields of those names; of a name that it does not have, nothing.
  mutating func take(draft: [String: String])
}

/// The form in front, and what stood in it before anything was typed or put back.
struct DraftedForm: Hashable {
  let name: String
  var initial: [String: String]
  var current: [String: String]
  /// Whether it is a client's record, whose name changes with the discipline that is chosen in it.
  var isRecord = false

  /// What was typed and is not stored; nothing where that is nothing.
  var typed: FormDraft? {
    let texts = current.filter { $0.value != initial[$0.key] }
    return texts.isEmpty ? nil : FormDraft(texts: texts)
  }
}
