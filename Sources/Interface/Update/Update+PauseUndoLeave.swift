import Billing
import Screen
import SessionLog

extension State {
  /// The reasons for a pause that a first letter or two complete.
  static let pauseReasons = ["rest", "toilet", "phone", "physician", "equipment"]

  static let pauseReasonLimit = 40

  mutating func openPauseReason(of session: Session) {
    guard !refusesChange(of: session) else { return }
    guard session.isPaused, let pause = session.pauses.last else {
      notice = Notice("Nothing is paused: \(key(of: .pause)) pauses what runs.")
      return
    }
    overlay = .pauseReason(
      TextField(pause.reason ?? "", limit: Self.pauseReasonLimit, isDefault: true))
  }

  mutating func pressOnPauseReason(
    _ field: TextField, _ key: Key, at now: Moment
  ) -> [Effect] {
    guard let session else { return [] }
    if commandReached(by: key) != nil { return pressOnPlace(key, at: now) }
    if key == .enter {
      guard !field.trimmed.isEmpty else {
        overlay = nil
        return []
      }
      let completed = Self.pauseReasons.filter { $0.hasPrefix(field.trimmed.lowercased()) }
      let reason = completed.count == 1 ? completed[0] : field.trimmed
      return record(.pauseReason(reason), in: [session.id], at: now)
    }
    var field = field
    if field.press(key) { overlay = .pauseReason(field) }
    return []
  }

  mutating func pressOnUndo(of id: EntryID, _ key: Key, at now: Moment) -> [Effect] {
    guard key == .enter, let session, let entry = session.entries.first(where: { $0.id == id })
    else { return [] }
    return record(UndoPreview(of: entry, in: session, from: logbook, at: now).drafts)
  }

  mutating func pressOnLeave(_ key: Key, at now: Moment) -> [Effect] {
    switch key {
    case .character("s"):
      let effects = record(.allStopped, in: sessionsWithClock.map(\.id), at: now)
      return effects.isEmpty ? [] : effects + [.end]
    case .character("r"), .character("q"): return [.end]
    default: return []
    }
  }

  mutating func pressOnInUse(_ key: Key) -> [Effect] {
    switch key {
    case .character("l"), .enter:
      overlay = nil
      return []
    case .character("q"), .escape, .control("c"): return [.end]
    default: return []
    }
  }
}
