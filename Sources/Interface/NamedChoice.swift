import Screen

/// One of several things by their names, or none where that is a choice: by arrows, or by letters.
///
/// Letters that begin a name, or a word in it, choose it. Others stay as they were typed and choose
/// nothing: they are to be mended, or left with an arrow or Esc.
package struct NamedChoice: Hashable, Sendable {
  /// The index of what is chosen; none where that is nothing.
  package private(set) var index: Int?
  /// What was typed of a name.
  package private(set) var typed = ""
  package let names: [String]
  /// Whether none is a choice.
  private let mayBeNone: Bool
  /// What was chosen before anything was typed.
  private var before: Int?

  init(among names: [String], chosen: Int?, mayBeNone: Bool = false) {
    self.names = names
    self.mayBeNone = mayBeNone
    choose(chosen)
  }

  /// More letters than any name has.
  private static let mostLetters = 40

  /// What was typed and is no name; nothing where it chose something.
  package var unknown: String? {
    typed.isEmpty || isNone(typed) || !places(of: typed).isEmpty ? nil : typed
  }

  /// The name of what is chosen; empty where that is nothing.
  var name: String { index.map { names[$0] } ?? "" }

  mutating func choose(_ index: Int?) {
    self.index = index ?? (mayBeNone || names.isEmpty ? nil : 0)
    before = self.index
    typed = ""
  }

  /// Chooses what has that name, or nothing; a name that is no longer among them changes nothing.
  mutating func choose(named name: String) {
    if let place = names.firstIndex(where: { $0.lowercased() == name.lowercased() }) {
      choose(place)
    } else if name.isEmpty, mayBeNone {
      choose(nil)
    }
  }

  /// Takes a key that chooses; whether it was one.
  ///
  /// - Parameter taken: what is chosen elsewhere, and passed over as long as there is another.
  mutating func press(_ key: Key, besides taken: Int? = nil) -> Bool {
    switch key {
    case .left: turn(by: -1, besides: taken)
    case .right: turn(by: 1, besides: taken)
    case .character(" ") where typed.isEmpty: turn(by: 1, besides: taken)
    case .character(let letter): find(typed + String(letter), besides: taken)
    case .backspace: find(String(typed.dropLast()), besides: taken)
    case .control("u"): leaveText()
    default: return false
    }
    return true
  }

  /// Forgets letters that chose something; others stay, for they want to be mended.
  mutating func settle() {
    if unknown == nil { choose(index) }
  }

  /// Forgets what was typed: what was chosen before is chosen again.
  mutating func leaveText() { choose(before) }

  private mutating func turn(by step: Int, besides taken: Int?) {
    if unknown != nil { leaveText() }
    turn(by: step)
    if let taken, index == taken { turn(by: step) }
    choose(index)
  }

  private mutating func turn(by step: Int) {
    // None stands before the first, in a place of its own.
    let first = mayBeNone ? -1 : 0
    let count = names.count - first
    guard count > 0 else { return }
    let place = ((index ?? -1) - first + step + count) % count + first
    index = place < 0 ? nil : place
  }

  private mutating func find(_ letters: String, besides taken: Int?) {
    guard letters.count <= Self.mostLetters else { return }
    typed = letters
    let places = places(of: letters)
    index = places.first { $0 != taken } ?? places.first
    if places.isEmpty, !isNone(letters) { index = before }
  }

  /// Whether letters begin the word for nothing, where that is a choice and no name begins so.
  private func isNone(_ letters: String) -> Bool {
    mayBeNone && !letters.isEmpty && "none".hasPrefix(letters.lowercased())
      && places(of: letters).isEmpty
  }

  /// Where the names stand that begin with the letters, then those with a word that does.
  private func places(of letters: String) -> [Int] {
    var wanted = letters.lowercased()[...]
    while wanted.last == " " { wanted = wanted.dropLast() }
    guard !wanted.isEmpty else { return [] }
    let starts = names.map { $0.lowercased().beginnings(with: wanted) }
    let beginning = names.indices.filter { starts[$0].first == 0 }
    return beginning + names.indices.filter { starts[$0].first.map { $0 > 0 } ?? false }
  }
}

extension String {
  /// The offsets of the words that begin with some letters and go on with them.
  fileprivate func beginnings(with letters: Substring) -> [Int] {
    let characters = Array(self)
    return characters.indices.filter { place in
      (place == 0 || !characters[place - 1].isLetter && !characters[place - 1].isNumber)
        && characters[place...].starts(with: letters)
    }
  }
}

extension NamedChoice {
  /// What is wrong with letters that chose nothing, in a sentence.
  ///
  /// - Parameters:
  ///   - kind: what a name stands for.
  ///   - remedy: what can be done; without one, the names are told.
  func mistake(no kind: String, instead remedy: String? = nil) -> String? {
    unknown.map { text in
      "Error: no \(kind) “\(text)”; \(remedy ?? "\(names.joined(separator: ", ")) are taken")."
    }
  }

  /// One of the values that are written as words.
  init<Option: RawRepresentable<String> & Equatable>(among options: [Option], chosen: Option) {
    self.init(among: options.map(\.rawValue), chosen: options.firstIndex(of: chosen))
  }
}
