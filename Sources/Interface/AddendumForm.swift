package import SessionLog

/// What is added to a signed session: its text, why it is added, and by whom.
package struct AddendumForm: Hashable, Sendable {
  package enum Field: Int, CaseIterable, Hashable, Sendable {
    case text, reason, author
  }

  package var session: SessionID
  package var text = TextField(limit: 2_000)
  package var reason = TextField(limit: 200)
  package var author: TextField
  package var focus = Field.text
  /// What was missing when it was sent, until that field is typed into.
  package private(set) var missing: Field?

  package init(session: SessionID, author: String) {
    self.session = session
    self.author = TextField(author, limit: 60, isDefault: true)
  }

  /// The field with the focus.
  var field: TextField {
    get { self[focus] }
    set {
      if missing == focus { missing = nil }
      self[focus] = newValue
    }
  }

  subscript(field: Field) -> TextField {
    get {
      switch field {
      case .text: text
      case .reason: reason
      case .author: author
      }
    }
    set {
      switch field {
      case .text: text = newValue
      case .reason: reason = newValue
      case .author: author = newValue
      }
    }
  }

  func with(_ field: TextField) -> Self {
    var form = self
    form.field = field
    return form
  }

  mutating func moveFocus(by step: Int) {
    let count = Field.allCases.count
    focus = Field(rawValue: (focus.rawValue + step + count) % count) ?? .text
  }

  /// The first field that must be filled and is not.
  var firstEmpty: Field? { Field.allCases.first { self[$0].trimmed.isEmpty } }

  /// Goes to a field that must be filled, and says so there.
  mutating func ask(for field: Field) {
    missing = field
    focus = field
  }

  var keyBar: [(String, String)] {
    [
      ("Enter", focus == .author ? "add it" : "next field"), ("Esc", "back"),
      ("Tab ↑ ↓", "field"),
    ]
  }
}

extension AddendumForm.Field {
  var label: String {
    switch self {
    case .text: "Addendum"
    case .reason: "Why"
    case .author: "By"
    }
  }

  /// What is wrong where it is empty.
  var want: String {
    switch self {
    case .text: "Error: what is to be added is needed."
    case .reason: "Error: a reason is needed: why it is added after the signature."
    case .author: "Error: a name is needed: who adds it."
    }
  }

  var hint: String {
    switch self {
    case .text: "what is to be added"
    case .reason: "why it is added after the signature"
    case .author: "who adds it"
    }
  }
}
