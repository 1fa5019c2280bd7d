import Billing
import SessionLog

extension ClientForm: Drafting {
  /// What was typed and chosen since the form was filled with the record; the client is what the
  /// draft is named after.
  var draft: [String: String] {
    let texts = texts
    let kept = Field.allCases.filter { $0 != .client && $0 != .discipline }.map { field in
      (field.rawValue, texts[field.rawValue] ?? "")
    }
    return Dictionary(uniqueKeysWithValues: kept.filter { $0.1 != filled[$0.0] ?? "" })
  }

  mutating func take(draft: [String: String]) {
    let focused = focus
    for field in Field.allCases {
      guard let text = draft[field.rawValue], let typed = self[field] else { continue }
      focus = field
      edit { $0 = TextField(text, limit: typed.limit) }
    }
    focus = focused
    if let name = draft[Field.payer.rawValue] { payer.choose(named: name) }
    if let name = draft[Field.secondaryPayer.rawValue] { secondaryPayer.choose(named: name) }
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
