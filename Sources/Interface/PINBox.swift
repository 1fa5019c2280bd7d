/// The fields for a new PIN, one after another.
package struct PINBox: Hashable, Sendable {
  /// What is to be typed.
  enum Step: Hashable, Sendable {
    /// The PIN that is set.
    case old
    case new
    /// The new one a second time.
    case again(String)
  }

  var step: Step
  var field = TextField(limit: Self.limit)
  /// Whether there is one to take away.
  let hasPIN: Bool

  static let limit = 12
  static let shortest = 4
  static let lengths = "\(shortest) to \(limit) characters"

  package init(hasPIN: Bool) {
    self.hasPIN = hasPIN
    step = hasPIN ? .old : .new
  }

  func with(_ field: TextField) -> Self {
    var box = self
    box.field = field
    return box
  }

  /// The same box, at another step and with nothing typed.
  func at(_ step: Step) -> Self {
    var box = self
    box.step = step
    box.field = TextField(limit: Self.limit)
    return box
  }

  var keyBar: [(String, String)] {
    switch step {
    case .old: [("Enter", "go on"), ("Esc", "back")]
    case .new where hasPIN && field.isEmpty: [("Enter", "take it away"), ("Esc", "back")]
    case .new: [("Enter", "go on"), ("Esc", "back")]
    case .again: [("Enter", "set it"), ("Esc", "back")]
    }
  }
}

extension TextField {
  /// The same field with a dot for each character.
  var masked: TextField {
    var field = TextField(String(repeating: "•", count: text.count), limit: limit)
    field.move(by: cursor - text.count)
    return field
  }
}
