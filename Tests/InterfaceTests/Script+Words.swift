import Billing
import Interface
import Screen

/// A word that no script knows.
struct ScriptError: Error {
  let word: String
}

extension Script {
  /// Types on, word by word.
  mutating func type(_ words: String) throws {
    var rest = Substring(words).drop { $0 == " " }
    while let first = rest.first {
      let end: Character = first == "\"" ? "\"" : first == "<" ? ">" : " "
      let close = rest.dropFirst().firstIndex(of: end) ?? rest.endIndex
      let isClosed = close < rest.endIndex && end != " "
      let word = rest[..<(isClosed ? rest.index(after: close) : close)]
      rest = rest[word.endIndex...].drop { $0 == " " }
      switch first {
      case "\"" where isClosed: press(word.dropFirst().dropLast())
      case "<" where isClosed: try send(named: word.dropFirst().dropLast())
      case "\"": throw ScriptError(word: String(word))
      default: try send(word)
      }
    }
  }

  private mutating func press(_ characters: Substring) {
    for character in characters { send(.key(.character(character))) }
  }

  private mutating func send(_ word: Substring) throws {
    guard let match = word.wholeMatch(of: /([+~!])(\d+)(ms|s|m|h)/) else { return press(word) }
    guard let amount = Int64(match.2) else { throw ScriptError(word: String(word)) }
    let unit: Int64 =
      switch match.3 {
      case "ms": 1
      case "s": 1_000
      case "m": 60_000
      default: 3_600_000
      }
    switch match.1 {
    case "~": sleep(for: amount * unit)
    case "!": restartMachine(after: amount * unit)
    default: advance(by: amount * unit)
    }
  }

  private mutating func send(named name: Substring) throws {
    if name == "let-stand" { return letStand() }
    if name.hasPrefix("paste:") { return send(.paste(String(name.dropFirst(6)))) }
    if let match = name.wholeMatch(of: /c-([a-z])/), let letter = match.1.first {
      return send(.key(.control(letter)))
    }
    if let match = name.wholeMatch(of: /f(\d+)/), let number = Int(match.1) {
      return send(.key(.function(number)))
    }
    guard let input = Self.inputs[name] else { throw ScriptError(word: String(name)) }
    send(input)
  }

  /// Lets the open cautions before the signature stand, one kind after another.
  private mutating func letStand() {
    for _ in Finding.ID.allCases {
      guard case .findings = state.overlay else { return }
      press("D")
      if typed == "" { press("on paper") }
      send(.key(.enter))
    }
  }

  private static let inputs: [Substring: Input] = [
    "enter": .key(.enter), "esc": .key(.escape), "tab": .key(.tab), "back-tab": .key(.backTab),
    "backspace": .key(.backspace), "delete": .key(.delete), "space": .key(.character(" ")),
    "up": .key(.up), "down": .key(.down), "left": .key(.left), "right": .key(.right),
    "home": .key(.home), "end": .key(.end), "page-up": .key(.pageUp),
    "page-down": .key(.pageDown), "resize": .resize, "wake": .wake, "hang-up": .hangUp,
  ]
}
