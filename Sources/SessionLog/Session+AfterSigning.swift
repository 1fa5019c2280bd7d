import Billing

/// The signature, and what is taken after it.
extension Session {
  mutating func sign(_ signature: Signature, by entry: Entry) throws(ImpossibleEntry) {
    guard !hasClock else {
      throw ImpossibleEntry(entry: entry.id, reason: "a clock runs or is paused")
    }
    self.signature = signature
    signing = entry.id
  }

  /// Adds to a signed session; what was signed stays word for word.
  mutating func add(_ text: String, by entry: Entry) throws(ImpossibleEntry) {
    guard isSigned else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "an addendum follows the signature: what is not signed is changed")
    }
    addenda.append(
      Addendum(
        entry: entry.id, author: entry.author, moment: entry.moment, text: text,
        reason: entry.reason))
  }

  mutating func coSign(as name: String, by entry: Entry) throws(ImpossibleEntry) {
    guard let signature else {
      throw ImpossibleEntry(entry: entry.id, reason: "a co-signature follows the signature")
    }
    guard coSignature == nil else {
      throw ImpossibleEntry(entry: entry.id, reason: "session \(id.rawValue) is co-signed already")
    }
    guard isSignedByAssistant else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "a co-signature stands beside an assistant's, and none signed")
    }
    guard Visit.clientKey(of: name) != Visit.clientKey(of: signature.name) else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "\(signature.name) signed: another therapist co-signs")
    }
    guard !hasAssistant(named: name) else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "\(name) is an assistant of the visit: a therapist co-signs")
    }
    coSignature = CoSignature(entry: entry.id, name: name, moment: entry.moment)
  }

  /// Whether the signature is an assistant's: of the visit, or of somebody who gave time in it as
  /// one.
  public var isSignedByAssistant: Bool {
    guard let signature else { return false }
    return visit.performer.role == .assistant || hasAssistant(named: signature.name)
  }

  /// Whether somebody of that name gives the visit, or gave time in it, as an assistant.
  public func hasAssistant(named name: String) -> Bool {
    let givers = panes.flatMap { pane in
      [pane.performer] + pane.intervals.map(\.performer) + pane.typed.map(\.performer)
    }
    let assistant = Performer(role: .assistant, name: name)
    return ([visit.performer] + givers).contains { $0.isSame(as: assistant) }
  }
}
