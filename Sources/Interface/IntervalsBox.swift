package import SessionLog

/// The intervals of a pane, one of which may be corrected.
package struct IntervalsBox: Hashable, Sendable {
  package var session: SessionID
  var field = TextField(limit: 40)
  package init(session: SessionID) { self.session = session }

  func with(_ field: TextField) -> Self {
    var box = self
    box.field = field
    return box
  }

  /// What stands there again when it is left.
  var behind: Overlay? { nil }

  var keyBar: [(String, String)] { [("Esc", "back")] }
}
