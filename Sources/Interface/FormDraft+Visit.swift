import SessionLog

extension VisitForm: Drafting {
  private static var drafted: [(name: String, field: WritableKeyPath<VisitForm, TextField>)] {
    [
      ("client", \.client), ("clinician", \.clinician), ("date", \.date), ("time", \.time),
      ("length", \.length), ("reason", \.reason),
    ]
  }

  var draft: [String: String] {
    Dictionary(uniqueKeysWithValues: Self.drafted.map { ($0.name, self[keyPath: $0.field].text) })
  }

  /// What comes back is a default as the other fields have them: the first letter typed takes its
  /// place, so that the next client is not written behind the last.
  mutating func take(draft: [String: String]) {
    for (name, field) in Self.drafted {
      guard let text = draft[name] else { continue }
      self[keyPath: field] = TextField(
        text, limit: self[keyPath: field].limit, isDefault: true)
    }
  }

  /// What its draft is kept under.
  var draftName: String {
    switch purpose {
    case .begin: "visit"
    case .plan: "plan"
    case .correct(let session, _): "correct \(session.rawValue)"
    }
  }
}

extension AbsenceBox: Drafting {
  var draft: [String: String] { ["reason": reason.text] }

  mutating func take(draft: [String: String]) {
    if let text = draft["reason"] { reason = TextField(text, limit: reason.limit) }
  }
}
