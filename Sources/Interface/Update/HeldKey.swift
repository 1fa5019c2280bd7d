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

  /// What the same key is when it comes again.
  enum Again { case held, perhapsHeld, pressed }

  /// Milliseconds after which a keyboard begins to repeat a key that is held down, at the latest.
  private static let firstRepeat: Int64 = 700
  /// Milliseconds between the repeats that follow; no finger is as fast.
  private static let nextRepeat: Int64 = 120

  func again(at now: Moment) -> Again {
    let gap = now.elapsed(since: moment)
    return gap < Self.nextRepeat ? .held : gap < Self.firstRepeat ? .perhapsHeld : .pressed
  }
}

extension Lock {
  /// Whether a key is the one that locked, held down since then.
  ///
  /// Its first repeat comes as late as the first character of a PIN would, and a PIN may begin with
  /// it: it is taken as typed, and taken back when the next repeat shows what it was. Where any key
  /// returns, it is passed over for as long.
  mutating func isHeld(_ key: Key, hasPIN: Bool, at now: Moment) -> Bool {
    guard let last = held, last.key == key else {
      held = nil
      return false
    }
    switch last.again(at: now) {
    case .held:
      if last.mayBeRepeat { field.clear() }
      held = LastKey(key: key, moment: now, isHeld: true)
      return true
    case .perhapsHeld:
      held = LastKey(key: key, moment: now, mayBeRepeat: true)
      return !hasPIN
    case .pressed:
      held = nil
      return false
    }
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
    guard setup.keysCanBeHeld, let last, last.key == key,
      commandReached(by: key)?.countsOnceWhenHeld == true
    else { return nil }
    let again = last.again(at: now)
    guard again == .held else {
      lastKey?.mayBeRepeat = again == .perhapsHeld
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

  /// The command of the session screen that a key reaches, through a box that lets it pass: a clock
  /// does not wait until what is due was read, or a reason typed that nobody has begun.
  func commandReached(by key: Key) -> Command? {
    guard scene == .session, let command = setup.keymap.command(for: key, in: .session) else {
      return nil
    }
    let passes: Bool =
      switch overlay {
      case nil: true
      case .pauseReason(let field)?: field.isUntouched && command.passesBoxes
      case .dues?: command.passesBoxes
      default: false
      }
    return passes ? command : nil
  }
}
