import Billing
import SessionLog

extension VisitForm: Drafting {
  private static var drafted: [(name: String, field: WritableKeyPath<VisitForm, TextField>)] {
    [
      ("client", \.client), ("clinician", \.clinician), ("date", \.date), ("time", \.time),
      ("length", \.length), ("reason", \.reason),
    ]
  }

  /// The texts, and of the choices those that a person made.
  var draft: [String: String] {
    var texts = Dictionary(
      uniqueKeysWithValues: Self.drafted.map { ($0.name, self[keyPath: $0.field].text) })
    if chosen.contains(.discipline) { texts["discipline"] = discipline.rawValue }
    if chosen.contains(.payer) { texts["payer"] = payer.name }
    if chosen.contains(.secondaryPayer) { texts["secondaryPayer"] = secondaryPayer.name }
    return texts
  }

  /// Puts texts back as defaults, as the other fields have them.
  ///
  /// The first letter typed takes the place of one, so that the next client is not written behind the
  /// last. The choices go with the client whom they were made for.
  mutating func take(draft: [String: String]) {
    for (name, field) in Self.drafted {
      guard let text = draft[name] else { continue }
      self[keyPath: field] = TextField(
        text, limit: self[keyPath: field].limit, isDefault: true)
    }
    if let name = draft["discipline"] {
      choose(.discipline) { $0.disciplineChoice.choose(named: name) }
    }
    if let name = draft["payer"] { choose(.payer) { $0.payer.choose(named: name) } }
    if let name = draft["secondaryPayer"] {
      choose(.secondaryPayer) { $0.secondaryPayer.choose(named: name) }
    }
    chosenFor = chosen.isEmpty ? nil : client.text
  }

  private mutating func choose(_ field: Field, _ change: (inout Self) -> Void) {
    change(&self)
    chosen.insert(field)
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
