import Screen
import SessionLog

/// The last key and when it came, to tell one that is held down.
struct LastKey: Hashable {
  var key: Key
  var moment: Moment
  /// Whether it is known to be held down.
  var isHeld = false
}

extension State {
  /// Milliseconds after which a keyboard begins to repeat a key that is held down, at the latest.
  private static let firstRepeat: Int64 = 700
  /// Milliseconds between the repeats that follow.
  private static let nextRepeat: Int64 = 120

  /// Whether a key that starts and stops clocks, or undoes it, is only held down.
  ///
  /// It counts once, so that no clock is lost to it. A key that was let go counts again.
  mutating func isHeld(_ key: Key, at now: Moment) -> Bool {
    let last = lastKey
    lastKey = LastKey(key: key, moment: now)
    guard takesSessionKeys, let last, last.key == key,
      let patience = patience(for: key, isHeld: last.isHeld),
      now.elapsed(since: last.moment) < patience
    else { return false }
    lastKey?.isHeld = true
    if !last.isHeld, overlay == nil { notice = Notice("\(key.label) held down counts once.") }
    return true
  }

  /// How soon the same key again is a repeat; nothing for keys that may repeat.
  private func patience(for key: Key, isHeld: Bool) -> Int64? {
    switch Binding.command(for: key, in: .session) {
    case .toggle, .toggleFocused, .pause: isHeld ? Self.nextRepeat : Self.firstRepeat
    case .undo, .redo: Self.nextRepeat
    default: nil
    }
  }

  /// Whether keys reach the session: nothing stands before it but, in a pause, the field for a
  /// reason that nobody has begun to type.
  private var takesSessionKeys: Bool {
    guard scene == .session else { return false }
    switch overlay {
    case nil: return true
    case .pauseReason(let field)?: return field.isEmpty
    default: return false
    }
  }
}
