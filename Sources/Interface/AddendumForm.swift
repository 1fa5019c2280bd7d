package import SessionLog

/// What is added to a signed session, and why.
package struct AddendumForm: Hashable, Sendable {
  package var session: SessionID
  var field = TextField(limit: 40)
  package init(session: SessionID) { self.session = session }

  func with(_ field: TextField) -> Self {
    var box = self
    box.field = field
    return box
  }

  var keyBar: [(String, String)] { [("Esc", "back")] }
}
