import Screen
import SessionLog

extension State {
  /// Who adds to what is signed: whoever works here, else the one who signed.
  private func author(after signature: Signature) -> String {
    setup.preferences.clinician ?? signature.name
  }

  mutating func openAddendum(to session: Session, at now: Moment) {
    guard !refusesToRecord() else { return }
    guard let signature = session.signature else {
      notice = Notice("It is not signed: mend the visit itself; an addendum is for what is signed.")
      return
    }
    overlay = .addendum(
      AddendumForm(session: session.id, author: author(after: signature)))
  }

  mutating func pressOnAddendum(_ form: AddendumForm, _ key: Key, at now: Moment) -> [Effect] {
    var form = form
    switch key {
    case .tab, .down: form.moveFocus(by: 1)
    case .backTab, .up: form.moveFocus(by: -1)
    case .enter where form.focus != .author: form.moveFocus(by: 1)
    case .enter:
      guard let empty = form.firstEmpty else {
        return record(
          .addendum(form.text.trimmed), in: [form.session], by: form.author.trimmed,
          because: form.reason.trimmed, at: now)
      }
      form.ask(for: empty)
    default: guard form.field.press(key) else { return [] }
    }
    overlay = .addendum(form)
    return []
  }

  // MARK: Co-signing

  mutating func openCoSignature(of session: Session) {
    guard !refusesToRecord() else { return }
    if let objection = session.objectionToCoSignature {
      notice = Notice(objection)
      return
    }
    let name = [setup.preferences.clinician, setup.author].compactMap(\.self)
      .first { !session.isSigned(by: $0) && !session.hasAssistant(named: $0) }
    overlay = .coSignature(TextField(name ?? "", limit: 60, isDefault: true))
  }

  mutating func pressOnCoSignature(
    _ field: TextField, _ key: Key, at now: Moment
  ) -> [Effect] {
    guard let session else { return [] }
    guard key == .enter else {
      var field = field
      if field.press(key) { overlay = .coSignature(field) }
      return []
    }
    guard !field.trimmed.isEmpty else {
      notice = Notice("Error: a name is needed to co-sign.", tone: .error)
      return []
    }
    guard !session.isSigned(by: field.trimmed) else {
      notice = Notice(
        "Error: \(field.trimmed) signed it already; another therapist co-signs.", tone: .error)
      return []
    }
    guard !session.hasAssistant(named: field.trimmed) else {
      notice = Notice(
        "Error: \(field.trimmed) is an assistant of this visit; a therapist co-signs.",
        tone: .error)
      return []
    }
    return record(.coSigned(name: field.trimmed), in: [session.id], by: field.trimmed, at: now)
  }
}

extension Session {
  /// Whether a therapist may still stand for what an assistant signed.
  var awaitsCoSignature: Bool { objectionToCoSignature == nil }

  /// Why it is not co-signed; nothing where it can be.
  fileprivate var objectionToCoSignature: String? {
    guard isSigned else { return "It is not signed yet: a co-signature follows the signature." }
    if let coSignature { return "Co-signed by \(coSignature.name) already." }
    return isSignedByAssistant ? nil : "A therapist signed it: there is nothing to co-sign."
  }

  func isSigned(by name: String) -> Bool {
    signature.map { Visit.clientKey(of: $0.name) == Visit.clientKey(of: name) } ?? false
  }
}
