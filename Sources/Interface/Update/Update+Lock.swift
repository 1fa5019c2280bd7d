import Screen
import SessionLog

extension State {
  /// Locks the screen; the key that says so may still be held down.
  ///
  /// Another copy of the program may have set a PIN meanwhile, or taken it away.
  mutating func lockScreen(at now: Moment, by key: LastKey? = nil) -> [Effect] {
    notice = nil
    lock = Lock(since: now, held: setup.keysCanBeHeld ? key : nil)
    return [.readPIN]
  }

  /// Whether a key locks wherever one is: in a box, in a form; a character only where it is not text.
  func locks(_ key: Key) -> Bool {
    if case .character = key, takesCharacters { return false }
    return setup.keymap.command(for: key, in: .session) == .lock
  }

  /// Whether a character is typed, or chooses a word by its first letter.
  private var takesCharacters: Bool {
    guard let overlay else { return scene == nil }
    if case .evaluation = overlay { return true }
    return overlay.field != nil
  }

  /// Any key returns, but for the one that locked while it is held down; where a PIN is set, only
  /// that.
  mutating func pressOnLock(_ lock: Lock, _ key: Key, at now: Moment) -> [Effect] {
    var lock = lock
    defer { self.lock = lock }
    guard !lock.isHeld(key, hasPIN: setup.hasPIN, at: now) else { return [] }
    guard setup.hasPIN else {
      lock.isReturning = true
      return [.readPIN]
    }
    // What is typed during a wait is not kept for later.
    guard setup.pinAttempts.millisecondsToWait(at: now) == 0 else { return [] }
    switch key {
    case .enter where !lock.field.isEmpty: return [.checkPIN(lock.field.text)]
    case .escape: lock.field.clear()
    default: _ = lock.field.press(key)
    }
    return []
  }

  // MARK: Idle

  /// Locks the screen where nobody has touched a key for as long as the settings say, and says so a
  /// minute before.
  mutating func lockIfIdle(at now: Moment) -> [Effect] {
    guard lock == nil, let after = idleLimit else { return [] }
    guard let last = lastInput else {
      lastInput = now
      return []
    }
    let idle = now.elapsed(since: last)
    if idle >= after { return lockScreen(at: now) }
    if idle >= after - warningTime(before: after) {
      notice = Notice(
        "Locks in \(after > 60_000 ? "a minute" : "half a minute"); any key keeps it open.")
    }
    return []
  }

  /// Milliseconds until the warning of the idle lock is due, then until the lock.
  func millisecondsToIdleLock(at now: Moment) -> Int64 {
    guard lock == nil, let after = idleLimit, let last = lastInput else { return .max }
    let idle = now.elapsed(since: last)
    let warning = after - warningTime(before: after)
    return max(1, (idle < warning ? warning : after) - idle)
  }

  /// Milliseconds without a key after which the screen locks itself; practice has nobody to hide.
  private var idleLimit: Int64? {
    setup.isPractice ? nil : setup.preferences.lockAfterMinutes.map { Int64($0) * 60_000 }
  }

  /// Milliseconds by which the warning comes before the lock.
  private func warningTime(before limit: Int64) -> Int64 { min(60_000, limit / 2) }

  // MARK: PIN

  mutating func pressOnPIN(_ box: PINBox, _ key: Key, at now: Moment) -> [Effect] {
    guard key == .enter else {
      var field = box.field
      if field.press(key) { overlay = .pin(box.with(field)) }
      return []
    }
    let typed = box.field.text
    switch box.step {
    case .old:
      let wait = setup.pinAttempts.millisecondsToWait(at: now)
      guard wait == 0 else {
        notice = Notice(
          "Error: wrong PIN; the next is looked at in \(Wording.clock(milliseconds: wait)).",
          tone: .error)
        return []
      }
      return typed.isEmpty ? [] : [.checkPIN(typed)]
    case .new where typed.isEmpty:
      if box.hasPIN { return [.setPIN(nil)] }
      overlay = nil
    case .new:
      guard typed.count >= PINBox.shortest else {
        notice = Notice("Error: \(PINBox.lengths) are taken.", tone: .error)
        return []
      }
      overlay = .pin(box.at(.again(typed)))
    case .again(let first):
      if typed == first { return [.setPIN(typed)] }
      notice = Notice("Error: the two are not the same; type the new PIN again.", tone: .error)
      overlay = .pin(box.at(.new))
    }
    return []
  }

  /// Goes on where the typed PIN was right; where it was not, the next has to wait.
  mutating func takePINCheck(_ isRight: Bool, at now: Moment) {
    if isRight {
      setup.pinAttempts = PINAttempts()
    } else {
      setup.pinAttempts.addWrong(at: now)
    }
    if lock != nil {
      lock?.field.clear()
      if isRight { lock = nil }
    } else if case .pin(let box)? = overlay {
      overlay = .pin(box.at(isRight ? .new : .old))
      if !isRight { notice = Notice("Error: that is not the PIN that is set.", tone: .error) }
    }
  }

  /// What stands on disk of the PIN; where none does, a key that asked to return has returned.
  ///
  /// A disk that took nothing does not make wrong ones be forgotten.
  mutating func takePINRead(isSet: Bool, attempts: PINAttempts) {
    setup.hasPIN = isSet
    if attempts.wrong > setup.pinAttempts.wrong { setup.pinAttempts = attempts }
    if lock?.isReturning == true, !isSet { lock = nil }
    lock?.isReturning = false
  }

  mutating func takePIN(isSet: Bool, refusal: String?) {
    if let refusal {
      notice = Notice("Error: \(refusal)", tone: .error)
      return
    }
    setup.hasPIN = isSet
    overlay = nil
    notice = Notice(
      isSet
        ? "The PIN is set: it is asked for on the locked screen and at the start."
        : "The PIN is gone: any key returns from the locked screen.", tone: .done)
  }
}

extension Wording {
  /// Time to wait as a clock, the begun second whole.
  static func clock(milliseconds: Int64) -> String { clock(seconds: (milliseconds + 999) / 1_000) }
}
