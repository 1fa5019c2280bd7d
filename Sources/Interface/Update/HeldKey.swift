import Screen
import SessionLog

/// The last key and when it came, to tell one that is held down.
struct LastKey: Hashable {
  var key: Key
  var moment: Moment
  /// Whether the same key came before it so shortly that it may be the first repeat.
  var mayBeRepeat = false
  /// Whether it is known to be held down.
  var isHeld = false

  /// Milliseconds after which a keyboard begins to repeat a key that is held down, at the latest.
  fileprivate static let firstRepeat: Int64 = 700
  /// Milliseconds between the repeats that follow; no finger is as fast.
  fileprivate static let nextRepeat: Int64 = 120

  /// Whether a key is this very one, come again so shortly that it may be held down.
  func isRepeated(by key: Key, at now: Moment) -> Bool {
    self.key == key
      && now.elapsed(since: moment) < (isHeld ? Self.nextRepeat : Self.firstRepeat)
  }
}

extension State {
  /// What to do where a key that starts and stops clocks, or undoes it, is only held down; nothing
  /// where it was pressed.
  ///
  /// A key that is held down counts once, so that no clock is lost to it. Its first repeat comes as
  /// late as a second press would, and is taken as one; when the next shows what it was, what it did
  /// is undone.
  mutating func answerHeldKey(_ key: Key, at now: Moment) -> [Effect]? {
    let last = lastKey
    lastKey = LastKey(key: key, moment: now)
    guard takesSessionKeys, let last, last.key == key, isCountedOnce(key) else { return nil }
    let gap = now.elapsed(since: last.moment)
    guard gap < LastKey.nextRepeat else {
      lastKey?.mayBeRepeat = gap < LastKey.firstRepeat
      return nil
    }
    lastKey?.isHeld = true
    guard !last.isHeld else { return [] }
    notice = Notice("\(key.label) held down counts once.")
    return last.mayBeRepeat ? undoRepeat(of: last, at: now) : []
  }

  /// Takes back what the first repeat of a key did to a clock.
  private mutating func undoRepeat(of last: LastKey, at now: Moment) -> [Effect] {
    guard let entry = session?.undoable.first, entry.moment == last.moment else { return [] }
    switch entry.kind {
    case .started, .stopped, .groupStarted, .groupStopped, .paused, .resumed:
      return record(.undone(entry: entry.id), in: entry.sessions, at: now)
    default: return []
    }
  }

  /// Whether keys reach the session: nothing stands before it but, in a pause, the field for a
  /// reason that nobody has begun to type; or what is due, which lets the clocks' keys through.
  private var takesSessionKeys: Bool {
    guard scene == .session else { return false }
    switch overlay {
    case nil: return true
    case .pauseReason(let field)?: return field.isEmpty
    case .dues?: return true
    default: return false
    }
  }

  /// Whether a key counts once when it is held down: it starts or stops clocks, or undoes that.
  private func isCountedOnce(_ key: Key) -> Bool {
    switch setup.keymap.command(for: key, in: .session) {
    case .toggle, .toggleFocused, .pause, .undo, .redo, .swapPerson: true
    default: false
    }
  }
}
