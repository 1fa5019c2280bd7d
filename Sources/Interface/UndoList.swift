package import SessionLog

/// Everything that can be undone and redone in a session.
package struct UndoList: Hashable, Sendable {
  package var session: SessionID
  package init(session: SessionID) { self.session = session }

  var keyBar: [(String, String)] { [("Esc", "back")] }
}
