package import Screen

extension Key {
  /// The key as a person reads it.
  package var label: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    }
  }

  /// The key that a person means by a name: one character stands for itself, `a` and `A` for two
  /// keys; every other name may be written in small letters.
  package init?(named name: String) {
    if name.count == 1, let character = name.first {
      guard let named = Self.named.first(where: { $0.label == name }) else {
        guard !character.isWhitespace, TextField(name, limit: 1).text == name else { return nil }
        self = .character(character)
        return
      }
      self = named
      return
    }
    let name = name.lowercased()
    if let key = Self.words[name] ?? Self.named.first(where: { $0.label.lowercased() == name }) {
      self = key
    } else if name.hasPrefix("ctrl-"), name.count == 6, let letter = name.last,
      ("a"..."z").contains(letter)
    {
      self = .control(letter)
    } else if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// What a key may be called, for one who wrote something else.
  package static let nameForms =
    "one character, Space, Up, Down, Left, Right, Home, End, PgUp, PgDn, Del, Backspace, "
    + "Ctrl-A to Ctrl-Z, F1 to F12"

  private static let named: [Key] = [
    .character(" "), .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left,
    .right, .home, .end, .pageUp, .pageDown,
  ]

  /// Names beside those that are shown.
  private static let words: [String: Key] = [
    "up": .up, "down": .down, "left": .left, "right": .right, "page-up": .pageUp,
    "page-down": .pageDown, "delete": .delete, "escape": .escape,
  ]
}
