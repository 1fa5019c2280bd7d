package import Screen

/// A thing that a key does.
package enum Command: String, CaseIterable, Hashable, Sendable {
  case toggle, pause, toggleFocused, focusNext, focusPrevious, focusDown, focusUp
  case add, time, performer, modifiers, note, findings, undo, redo, countdown
  case pauseReason, evaluate, allowedElsewhere
  case up, down, pageUp, pageDown, open
  case newSession, sessions, nextSession, previousSession
  case summary, choose, sign
  case switchBack, intervals, undoList, gap, swapPerson, group, absence, correctVisit
  case plan, client, search, audit, addendum, coSign
  case lock, setPIN, bigDigits, sayState
  case palette, help, back, leave
}

extension Command {
  /// Whether it asks the journal for an entry: of no use on what is signed, or only looked at.
  var records: Bool {
    switch self {
    case .toggle, .pause, .toggleFocused, .add, .time, .performer, .modifiers, .note, .undo, .redo,
      .pauseReason, .evaluate, .allowedElsewhere, .choose, .sign, .switchBack, .intervals, .gap,
      .swapPerson,
      .group,
      .absence, .correctVisit:
      true
    default: false
    }
  }

  /// Whether a key that is held down does it once: it starts or stops clocks, or undoes that.
  var countsOnceWhenHeld: Bool {
    switch self {
    case .toggle, .toggleFocused, .pause, .undo, .redo, .swapPerson: true
    default: false
    }
  }

  /// Whether its key reaches the clocks through a box that only tells or asks why.
  var passesBoxes: Bool { self == .toggle || self == .pause }

  /// Whether it must have a key: who does not know its name would not get out, back or help.
  var needsKey: Bool {
    switch self {
    case .palette, .help, .back, .leave, .lock, .undo, .pause: true
    default: false
    }
  }

  /// Its name in `keys.yaml`: `switch-back`, `set-pin`.
  package var id: String {
    var id = ""
    var last: Character?
    for character in rawValue {
      if character.isUppercase, last?.isLowercase == true { id += "-" }
      id += character.lowercased()
      last = character
    }
    return id
  }
}

/// A kind of screen, as far as keys go.
package enum Scene: CaseIterable, Hashable, Sendable {
  case sessions, session, summary, audit
}

/// A command with its words and its keys: dispatch, key bar, help, palette and the README's list
/// are made from it.
package struct Binding: Hashable, Sendable {
  package var command: Command
  /// The command's name in the palette.
  package var name: String
  /// What it does, for the help.
  package var help: String
  package var keys: [Key]
  /// Where it works.
  package var scenes: Set<Scene>
  /// Its word in the key bar; none where the bar leaves it out.
  package var bar: String?
  /// The screens whose key bar has room for it.
  package var barScenes: Set<Scene>
  /// Its key in the key bar, where it is not the first.
  package var barKey: String?
  /// Whether the key bar has it only where all of them have room.
  package var isForWideBar = false
  /// Further keys that mean it on one screen only.
  var furtherKeys: [Scene: [Key]] = [:]
  /// Its keys as the help writes them, where they are not simply listed.
  package var keyText: String?

  init(
    _ command: Command, _ name: String, _ help: String, _ keys: [Key], in scenes: Set<Scene>,
    bar: String? = nil, barKey: String? = nil, onBarOf barScenes: Set<Scene>? = nil,
    keyText: String? = nil, also furtherKeys: [Scene: [Key]] = [:],
    isForWideBar: Bool = false
  ) {
    self.command = command
    self.name = name
    self.help = help
    self.keys = keys
    self.scenes = scenes
    self.bar = bar
    self.barScenes = barScenes ?? scenes
    self.barKey = barKey
    self.keyText = keyText
    self.furtherKeys = furtherKeys
    self.isForWideBar = isForWideBar
  }

  /// The command with the keys that it has on a screen.
  func on(_ scene: Scene) -> Binding {
    var binding = self
    binding.keys += furtherKeys[scene] ?? []
    return binding
  }

  /// The key that stands for it where there is room for one; none where it has none.
  var firstKey: String? { barKey ?? keys.first?.label }

  /// The keys as a person reads them.
  package var keyLabel: String {
    keyText ?? keys.map(\.label).joined(separator: " ")
  }
}
