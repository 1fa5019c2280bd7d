/// The field for a new PIN.
package struct PINBox: Hashable, Sendable {
  package var field = TextField(limit: 12)
  package init() {}

  func with(_ field: TextField) -> Self {
    var box = self
    box.field = field
    return box
  }

  var keyBar: [(String, String)] { [("Enter", "set"), ("Esc", "back")] }
}
