import Screen
import SessionLog

extension State {
  /// Locks the screen.
  mutating func lockScreen(at now: Moment) { lock = Lock(since: now) }

  mutating func pressOnLock(_ lock: Lock, _ key: Key, at now: Moment) -> [Effect] {
    self.lock = nil
    return []
  }

  /// Locks the screen where nobody has touched a key for as long as the settings say.
  mutating func lockIfIdle(at now: Moment) {}

  mutating func pressOnPIN(_ box: PINBox, _ key: Key, at now: Moment) -> [Effect] { [] }

  mutating func takePINCheck(_ isRight: Bool, at now: Moment) {}

  mutating func takePIN(isSet: Bool, refusal: String?) {}
}
