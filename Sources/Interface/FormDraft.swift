/// What was typed into the fields of a form and not stored yet, by the field's name.
package struct FormDraft: Hashable, Codable, Sendable {
  package var texts: [String: String]

  package init(texts: [String: String] = [:]) { self.texts = texts }
}
