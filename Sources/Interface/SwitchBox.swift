package import SessionLog

/// The field for when the last switch was.
package struct SwitchBox: Hashable, Sendable {
  package var session: SessionID
  package var field = TextField(limit: 60)
  /// The marked one of the ways to mend what cannot be, while they are asked for.
  var ways: Int?

  package init(session: SessionID) { self.session = session }

  func with(_ field: TextField) -> Self {
    var box = self
    box.field = field
    return box
  }

  /// The typed time, and why where a reason stands behind it.
  func typed() throws(TimeRefusal) -> (time: TimeText, reason: String?) {
    try TimeText.withReason(field.text, takesBareMinutes: true)
  }

  /// Puts another time before the reason that was typed.
  mutating func state(_ time: WallTime) {
    let reason = (try? typed())?.reason
    field = TextField(
      [time.text, reason].compactMap(\.self).joined(separator: " "), limit: field.limit)
  }

  /// What stands there again when it is left: the field after the ways to mend it.
  var behind: Overlay? {
    guard ways != nil else { return nil }
    var box = self
    box.ways = nil
    return .switchBack(box)
  }

  var keyBar: [(String, String)] {
    ways == nil
      ? [("Enter", "store"), ("Esc", "back"), ("8 -8 1321, then why", "")]
      : [("1 2 3", "mend it so"), ("Esc", "back to the time")]
  }
}
