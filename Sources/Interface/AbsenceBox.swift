package import SessionLog

/// Why a visit does not take place: the cause, then the reason in a person's words.
package struct AbsenceBox: Hashable, Sendable {
  package var session: SessionID
  /// The cause that was said; until then it is asked for.
  var cause: Absence.Cause?
  /// The marked cause, while it is asked for.
  var selected = 0
  var reason = TextField(limit: 60)

  package init(session: SessionID) { self.session = session }

  /// The field that is typed into, once there is one.
  var field: TextField? { cause == nil ? nil : reason }

  func with(_ field: TextField) -> Self {
    var box = self
    box.reason = field
    return box
  }

  /// What stands there again when it is left: the question for the cause, with what was typed.
  var behind: Overlay? {
    guard cause != nil else { return nil }
    var box = self
    box.cause = nil
    return .absence(box)
  }

  var keyBar: [(String, String)] {
    cause == nil
      ? [("n", "no-show"), ("c", "cancelled"), ("↑ ↓", "mark"), ("Esc", "back")]
      : [("Enter", "store"), ("Esc", "back")]
  }
}

extension Absence.Cause {
  /// The key that says it.
  var letter: Character {
    switch self {
    case .noShow: "n"
    case .cancelled: "c"
    }
  }
}
