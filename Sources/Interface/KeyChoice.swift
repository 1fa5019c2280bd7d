import Screen

/// The keys that a person wants for a command, as they wrote them.
package struct KeyChoice: Hashable, Sendable {
  /// The command by its name in the palette, or in `keys.yaml`: `forgot to switch`, `switch-back`.
  package var command: String
  /// The keys by their names; none leaves it to the palette.
  package var keys: [String]

  package init(command: String, keys: [String]) {
    self.command = command
    self.keys = keys
  }
}

/// What is wrong with a choice of keys, and where.
package struct KeyMistake: Error, Hashable, Sendable {
  /// The index of the choice.
  package var choice: Int
  /// The index of the key; none where the command is what is wrong.
  package var key: Int?
  /// One sentence, which says what is allowed.
  package var message: String
}

extension Keymap {
  /// The keys as the program comes, but for the commands that a person chose others for.
  ///
  /// Digits, Enter, Esc, Tab, Ctrl-C and Ctrl-K keep what they do, whatever is chosen.
  package init(choosing choices: [KeyChoice]) throws(KeyMistake) {
    var bindings = Keymap.standard.bindings
    var chosen: [Command: ChosenKeys] = [:]
    for (index, choice) in choices.enumerated() {
      let place = try Self.place(of: choice, at: index, among: bindings)
      let command = bindings[place].command
      guard chosen[command] == nil else {
        throw KeyMistake(
          choice: index, message: "“\(bindings[place].name)” stands twice; once is enough.")
      }
      let keys = try ChosenKeys(choice, at: index, for: bindings[place])
      chosen[command] = keys
      bindings[place].choose(keys.keys)
    }
    self.init(bindings: bindings)
    try refuseConflicts(among: chosen)
  }

  private static func place(
    of choice: KeyChoice, at index: Int, among bindings: [Binding]
  ) throws(KeyMistake) -> Int {
    let name = choice.command.lowercased()
    if let place = bindings.firstIndex(where: {
      $0.name.lowercased() == name || $0.command.id == name
    }) {
      return place
    }
    let near = bindings.filter { $0.command.id.contains(name) || $0.isNear(name) }
    let offered = near.isEmpty ? bindings : near
    throw KeyMistake(
      choice: index,
      message: "There is no command “\(choice.command)”. "
        + (near.isEmpty ? "Commands: " : "Meant may be: ")
        + offered.map(\.command.id).sorted().joined(separator: ", ") + ".")
  }

  /// No screen may have a key twice, and at least one of the two commands was chosen for.
  private func refuseConflicts(among chosen: [Command: ChosenKeys]) throws(KeyMistake) {
    for scene in Scene.allCases {
      let bindings = bindings(in: scene)
      for (command, keys) in chosen.sorted(by: { $0.value.choice > $1.value.choice }) {
        for (index, key) in keys.keys.enumerated() {
          let other = bindings.first { $0.command != command && $0.keys.contains(key) }
          guard let other, bindings.contains(where: { $0.command == command }) else { continue }
          throw KeyMistake(
            choice: keys.choice, key: index,
            message: "\(key.label) is already the key of \(other.inWords) on \(scene.inWords); "
              + "give that one another key too.")
        }
      }
    }
  }
}

/// The keys of one choice, each known and free to be chosen.
private struct ChosenKeys {
  let choice: Int
  let keys: [Key]

  init(_ choice: KeyChoice, at index: Int, for binding: Binding) throws(KeyMistake) {
    self.choice = index
    func refused(_ message: String, key: Int? = nil) -> KeyMistake {
      KeyMistake(choice: index, key: key, message: message)
    }
    guard binding.command != .toggle else {
      throw refused("1 to 9 and 0 are the panes' own keys; “\(binding.name)” takes no other.")
    }
    var keys: [Key] = []
    for (place, name) in choice.keys.enumerated() {
      guard let key = Key(named: name) else {
        throw refused("“\(name)” is no key. Allowed: \(Key.nameForms).", key: place)
      }
      guard !key.isFixed else {
        throw refused("\(key.label) keeps what it does and cannot be chosen.", key: place)
      }
      guard !keys.contains(key) else { throw refused("\(key.label) stands twice.", key: place) }
      keys.append(key)
    }
    let all = keys + binding.keys.filter(\.isFixed)
    if all.isEmpty, binding.command.needsKey {
      throw refused("“\(binding.name)” needs a key: nobody should have to look for it.")
    }
    if !all.isEmpty, all.allSatisfy(\.isFunction) {
      throw refused(
        "“\(binding.name)” needs a letter too: some terminals keep function keys for themselves.",
        key: 0)
    }
    self.keys = keys
  }
}

extension Binding {
  /// Whether a name differs from its own by a few letters that were left out.
  fileprivate func isNear(_ typed: String) -> Bool {
    [name, command.id].contains {
      $0.fuzzyScore(of: typed) != nil && 3 * typed.count >= 2 * $0.count
    }
  }

  /// Its name in the palette, and the one in the file where that is another.
  fileprivate var inWords: String {
    name == command.id ? "“\(name)”" : "“\(name)” (\(command.id))"
  }

  /// Puts chosen keys in the place of those it came with; what is fixed stays.
  fileprivate mutating func choose(_ chosen: [Key]) {
    keys = chosen + keys.filter(\.isFixed)
    furtherKeys = [:]
    barKey = nil
    keyText = keys.isEmpty ? ": \(name)" : nil
  }
}

extension Key {
  /// Whether it means the same everywhere, in lists and fields too, or reaches no program as itself:
  /// Ctrl-H, Ctrl-I, Ctrl-J and Ctrl-M are other keys to a terminal, Ctrl-L and Ctrl-Z its own;
  /// Ctrl-K locks from within a field.
  fileprivate var isFixed: Bool {
    switch self {
    case .enter, .escape, .tab, .backTab: true
    case .character(let character): character.isASCII && character.isWholeNumber
    case .control(let letter): "chijklmz".contains(letter)
    default: false
    }
  }

  fileprivate var isFunction: Bool { if case .function = self { true } else { false } }
}

extension Scene {
  /// As in “on the session screen”.
  var inWords: String {
    switch self {
    case .sessions: "the list of sessions"
    case .session: "the session screen"
    case .summary: "the summary"
    case .audit: "the audit trail"
    }
  }
}
