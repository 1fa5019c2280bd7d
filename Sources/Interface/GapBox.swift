package import SessionLog

/// A gap of the machine's clocks that wants an answer.
package struct GapBox: Hashable, Sendable {
  package var session: SessionID
  /// The entry that noticed it.
  package var entry: EntryID
  /// The minutes of it that count, while they are typed.
  package var field: TextField?

  package init(session: SessionID, entry: EntryID) {
    self.session = session
    self.entry = entry
  }

  func with(_ field: TextField) -> Self {
    var box = self
    box.field = field
    return box
  }

  /// What stands there again when it is left: the choices after the field.
  var behind: Overlay? {
    guard field != nil else { return nil }
    var box = self
    box.field = nil
    return .gap(box)
  }

  var keyBar: [(String, String)] {
    field == nil
      ? [("k", "keep"), ("t", "take out"), ("s", "split"), ("Esc", "later")]
      : [("Enter", "store"), ("Esc", "back")]
  }
}

/// What a person may say of a gap.
enum GapAnswer: Hashable {
  case keep, takeOut
  /// So many minutes from its beginning count.
  case split(minutes: Int)

  /// The seconds of it that are treatment.
  func seconds(of gap: ClockGap) -> Int64 {
    switch self {
    case .keep: gap.seconds
    case .takeOut: 0
    case .split(let minutes): Int64(minutes) * 60
    }
  }
}
