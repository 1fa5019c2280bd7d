import Interface
import SessionLog

extension Program {
  /// Whether a PIN is set by now: another copy of the program may have set it.
  mutating func readPIN() -> Message {
    pinFile?.reread()
    return .pinRead(
      isSet: pinFile?.isSet ?? false, attempts: pinFile?.attempts ?? PINAttempts())
  }

  /// Whether a typed PIN is the one that is set.
  mutating func check(_ pin: String) -> Message {
    pinFile?.reread()
    return .pinChecked(pinFile?.check(pin, at: clock.moment()) ?? true)
  }

  /// Sets a PIN or takes it away; practice has nothing to keep one beside.
  mutating func set(_ pin: String?) -> Message {
    let refusal: String?
    do throws(Failure) {
      try pinFile?.set(pin)
      refusal = pinFile == nil ? "practice keeps nothing, no PIN either." : nil
    } catch {
      refusal = error.reason
    }
    return .pinSet(isSet: pinFile?.isSet ?? false, refusal: refusal)
  }
}
