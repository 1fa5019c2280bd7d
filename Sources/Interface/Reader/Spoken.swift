import Screen

extension StringProtocol {
  /// The text as it is said: frames and bars are gone, columns are parts of a sentence, and a sign is
  /// its word.
  var spoken: String {
    let words = split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    if let first = words.first, let severity = severities[String(first)] {
      return "\(severity): \(words.dropFirst().joined().spoken)"
    }
    var text = ""
    let bare = String(map { drawn.contains($0) ? " " : $0 })
    for part in bare.split(separator: "  ").map(\.spokenPart) where !part.isEmpty {
      // A key stands before what it does; what follows a mark or a sentence goes on with it.
      let goesOn = text.isEmpty || text.last.map { ":,;.".contains($0) } == true
      text += text.isEmpty || goesOn ? "" : text.count == 1 ? ":" : ","
      text += text.isEmpty ? part : " \(part)"
    }
    return text
  }

  /// The same of a part that stands in one place.
  private var spokenPart: String {
    String(self).replacing("← →", with: "left or right").replacing("↑ ↓", with: "up or down")
      .split(separator: " ").compactMap(\.spokenWord).joined(separator: " ")
      .replacing(" ,", with: ",")
  }

  /// A word, or what a sign means; nothing for what only draws.
  private var spokenWord: String? {
    if let word = signs[String(self)] { return word.isEmpty ? nil : word }
    if first == "▸" { return "marked: \(dropFirst())" }
    // A field that nobody types into is filled up with points.
    let end = lastIndex { $0 != "·" }.map { index(after: $0) } ?? startIndex
    return end == startIndex ? nil : String(self[..<end])
  }
}

/// What draws, and says nothing.
private let drawn = Set("─│┌┐└┘├┤┬┴┼━┃═║█▓▒░▌▐▏▁▄▀■□")

/// Signs that stand alone, each with its word.
private let signs = [
  "▶": "running", "‖": "paused", "▸": "marked:", "◂": "", "→": "to", "←": "from", "↑": "up",
  "↓": "down", "‹": "", "›": "", "·": ",", "✓": "done", "●": "marked", "○": "not marked",
  "RUN": "", "PAUSE": "", "Esc": "back",
]

/// The marks of findings, which begin a line.
private let severities = ["i": "to know", "!": "caution", "STOP": "stop"]

extension [(String, String)] {
  /// The keys that work, each with what it does, as the key bar has them.
  var spokenKeys: String {
    let keys = map { key, word in
      let name = spokenNames[key] ?? key.spoken
      return word.isEmpty || word == name ? name : "\(name): \(word)"
    }
    return keys.joined(separator: "; ")
  }
}

/// Keys of the key bar that have other names where lines are typed.
private let spokenNames = [
  "Esc": "back", "Tab": "next", "← →": "left or right", "Tab ↑ ↓": "next, up or down",
  "↑ ↓": "up, down, or pick with a number",
]

extension Binding {
  /// What is typed for its keys.
  var spokenKeyLabel: String {
    if case .toggle = command { return "1 to 9, 0 for the tenth" }
    return keys.map(\.spoken).joined(separator: ", ")
  }
}

extension Key {
  /// What is typed for it in a line.
  fileprivate var spoken: String {
    switch self {
    case .tab: "next"
    case .backTab: "previous"
    case .escape: "back"
    case .up: "up"
    case .down: "down"
    case .left: "left"
    case .right: "right"
    case .pageUp: "page up"
    case .pageDown: "page down"
    case .character(" "): "space"
    case .enter: "Enter"
    case .control(let letter): "ctrl-\(letter)"
    case .function(let number): "f\(number)"
    default: label
    }
  }
}
