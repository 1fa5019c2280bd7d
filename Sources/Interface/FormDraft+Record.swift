import Billing
import SessionLog

extension ClientForm: Drafting {
  /// What was typed since the form was filled with the record; a choice is made again with one key,
  /// and the client is what the draft is named after.
  var draft: [String: String] {
    let typed = Field.allCases.filter { $0 != .client }.compactMap { field in
      self[field].map { (field.rawValue, $0.text) }
    }
    return Dictionary(uniqueKeysWithValues: typed.filter { $0.1 != filled[$0.0] })
  }

  mutating func take(draft: [String: String]) {
    let focused = focus
    for field in Field.allCases {
      guard let text = draft[field.rawValue], let typed = self[field] else { continue }
      focus = field
      edit { $0 = TextField(text, limit: typed.limit) }
    }
    focus = focused
  }

  /// What its draft is kept under: the record that it was filled with.
  var draftName: String {
    "client \(filled[Field.client.rawValue] ?? "") \(discipline.rawValue)"
  }
}

extension AddendumForm: Drafting {
  private static let names: [(field: Field, name: String)] = [
    (.text, "text"), (.reason, "reason"), (.author, "author"),
  ]

  var draft: [String: String] {
    Dictionary(uniqueKeysWithValues: Self.names.map { ($0.name, self[$0.field].text) })
  }

  mutating func take(draft: [String: String]) {
    for (field, name) in Self.names {
      if let text = draft[name] { self[field] = TextField(text, limit: self[field].limit) }
    }
  }
}
