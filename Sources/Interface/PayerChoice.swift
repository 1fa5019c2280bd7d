import Billing
import Screen

/// One of the payers, or none where none is a choice: by arrows, or by the letters of its name.
package struct PayerChoice: Hashable, Sendable {
  /// The index among the payers to choose from; none where nobody pays.
  package private(set) var index: Int?
  /// What was typed of a name.
  package private(set) var typed = ""
  private let names: [String]
  /// Whether none is a choice.
  private let mayBeNone: Bool

  init(among payers: [Payer], chosen: Int?, mayBeNone: Bool = false) {
    names = payers.map { ($0.name ?? "").lowercased() }
    self.mayBeNone = mayBeNone
    index = chosen ?? (mayBeNone || payers.isEmpty ? nil : 0)
  }

  /// How many letters of a name are looked at.
  private static let mostLetters = 24

  /// Takes a key that chooses; whether it was one.
  mutating func press(_ key: Key) -> Bool {
    switch key {
    case .left: turn(by: -1)
    case .right: turn(by: 1)
    case .backspace: find(String(typed.dropLast()))
    case .character(let character): take(character)
    default: return false
    }
    return true
  }

  /// Forgets what was typed of a name.
  mutating func settle() { typed = "" }

  private mutating func turn(by step: Int) {
    settle()
    // None stands before the first, in a place of its own.
    let first = mayBeNone ? -1 : 0
    let count = names.count - first
    guard count > 0 else { return }
    let place = ((index ?? -1) - first + step + count) % count + first
    index = place < 0 ? nil : place
  }

  /// A letter goes on with the name, or begins another; a blank that goes on with none turns to the
  /// next.
  private mutating func take(_ character: Character) {
    let letter = character.lowercased()
    if typed.count < Self.mostLetters, place(of: typed + letter) != nil {
      find(typed + letter)
    } else if character == " " {
      turn(by: 1)
    } else if place(of: letter) != nil {
      find(letter)
    }
  }

  private mutating func find(_ letters: String) {
    typed = letters
    if let place = place(of: letters) { index = place }
  }

  /// The first payer whose name begins with the letters, else the first that has them in it.
  private func place(of letters: String) -> Int? {
    guard letters.contains(where: { !$0.isWhitespace }) else { return nil }
    return names.firstIndex { $0.hasPrefix(letters) } ?? names.firstIndex { $0.contains(letters) }
  }
}
