package import SessionLog

/// The sessions of which a group is made.
package struct GroupBox: Hashable, Sendable {
  package var session: SessionID
  package init(session: SessionID) { self.session = session }

  /// What stands there again when it is left.
  var behind: Overlay? { nil }

  var keyBar: [(String, String)] { [("Esc", "back")] }
}
