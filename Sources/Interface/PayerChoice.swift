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
  ///
  /// - Parameter taken: a payer that is no choice, for it is chosen elsewhere.
  mutating func press(_ key: Key, besides taken: Int? = nil) -> Bool {
    switch key {
    case .left: turn(by: -1, besides: taken)
    case .right: turn(by: 1, besides: taken)
    case .backspace: find(String(typed.dropLast()), besides: taken)
    case .character(let character): take(character, besides: taken)
    default: return false
    }
    return true
  }

  /// What is chosen, by a name that ``choose(named:)`` knows; empty where nobody pays.
  var name: String { index.map { names[$0] } ?? "" }

  /// Chooses the payer of that name, or nobody; one that is no longer among them changes nothing.
  mutating func choose(named name: String) {
    settle()
    if let place = names.firstIndex(of: name.lowercased()) {
      index = place
    } else if name.isEmpty, mayBeNone {
      index = nil
    }
  }

  /// Forgets what was typed of a name.
  mutating func settle() { typed = "" }

  private mutating func turn(by step: Int, besides taken: Int?) {
    settle()
    turn(by: step)
    if let taken, index == taken { turn(by: step) }
  }

  private mutating func turn(by step: Int) {
    // None stands before the first, in a place of its own.
    let first = mayBeNone ? -1 : 0
    let count = names.count - first
    guard count > 0 else { return }
    let place = ((index ?? -1) - first + step + count) % count + first
    index = place < 0 ? nil : place
  }

  /// A letter goes on with the name, or begins another; a blank that goes on with none turns to the
  /// next.
  private mutating func take(_ character: Character, besides taken: Int?) {
    let letter = character.lowercased()
    if typed.count < Self.mostLetters, place(of: typed + letter, besides: taken) != nil {
      find(typed + letter, besides: taken)
    } else if character == " " {
      turn(by: 1, besides: taken)
    } else if place(of: letter, besides: taken) != nil {
      find(letter, besides: taken)
    }
  }

  private mutating func find(_ letters: String, besides taken: Int?) {
    typed = letters
    if let place = place(of: letters, besides: taken) { index = place }
  }

  /// The first payer whose name begins with the letters, else the first that has them in it.
  private func place(of letters: String, besides taken: Int?) -> Int? {
    guard letters.contains(where: { !$0.isWhitespace }) else { return nil }
    let free = names.indices.filter { $0 != taken }
    return free.first { names[$0].hasPrefix(letters) } ?? free.first { names[$0].contains(letters) }
  }
}
