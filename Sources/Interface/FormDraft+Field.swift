import SessionLog

extension TextField: Drafting {
  private static let name = "text"

  var draft: [String: String] { [Self.name: text] }

  /// As a default, whose place the first letter takes: what was meant before may not be meant now.
  mutating func take(draft: [String: String]) {
    if let text = draft[Self.name] { self = TextField(text, limit: limit, isDefault: true) }
  }
}

extension State {
  /// What the draft of a box is kept under that has one field and nothing else; nothing for a search,
  /// and for a PIN.
  func draftName(of overlay: Overlay) -> String? {
    guard let session else { return nil }
    let id = session.id.rawValue
    switch overlay {
    case .time:
      guard case .session(let place) = place, session.panes.indices.contains(place.focus) else {
        return nil
      }
      return "time \(id) \(session.panes[place.focus].code)"
    case .pauseReason: return session.pauses.last.map { Self.draftName(ofReasonFor: $0, id) }
    case .switchBack: return "switch \(id)"
    case .signature: return "signature \(id)"
    case .coSignature: return "co-signature \(id)"
    case .allowedElsewhere: return "allowed \(id)"
    default: return nil
    }
  }

  /// Every pause has a reason of its own.
  private static func draftName(ofReasonFor pause: Pause, _ session: Int64) -> String {
    "pause \(session) \(pause.entry.rawValue)"
  }

  /// The field for the reason of a pause, where one was begun and not stored.
  func begunPauseReason(of session: Session) -> Overlay? {
    guard !setup.isLookOnly, session.isPaused, let pause = session.pauses.last,
      drafts[Self.draftName(ofReasonFor: pause, session.id.rawValue)] != nil
    else { return nil }
    return .pauseReason(TextField(limit: Self.pauseReasonLimit))
  }
}
