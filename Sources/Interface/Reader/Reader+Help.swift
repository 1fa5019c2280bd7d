import Screen
import SessionLog

extension Reader {
  /// What can be typed where the program stands.
  static func help(in state: State, at now: Moment) -> [String] {
    if let overlay = state.overlay {
      return [overlay.keyBar(of: state, at: now).spokenKeys + "."] + words
    }
    guard let scene = state.scene else {
      return ["A line fills the field; Enter alone keeps it and goes on to the next."] + words
    }
    let commands = state.setup.keymap.bindings(in: scene).map { binding in
      let key = binding.spokenKeyLabel
      let names = key.isEmpty || key == binding.name ? binding.name : "\(key), or \(binding.name)"
      let help = binding.helpBesidesName.spoken
      return help.isEmpty ? "\(names)." : "\(names): \(help)."
    }
    return words + commands
  }

  private static let words = [
    "Type a line, then Enter. A command is its key or the beginning of its name.",
    "What a command asks for may follow it: a 97110, or time -5.",
    "back: leave what is in front. again: tell everything once more. help: these words.",
    "next, previous, up, down, left, right, space, store: the keys of that name; store is Enter.",
    "pick 2: the second row of a list. choices: all that a field can be.",
    "A number alone opens a visit of the list, or starts and stops a clock in a visit.",
    "A line that begins with a blank is text, whatever it says.",
  ]
}

extension Binding {
  /// What it does, without its name at the beginning: one who hears it has heard that already.
  fileprivate var helpBesidesName: String {
    for start in ["\(name)", "the \(name)", "a \(name)"] where help.hasPrefix(start) {
      let rest = help.dropFirst(start.count)
      if rest.first.map({ " :,".contains($0) }) ?? true {
        return String(rest.drop { " :,".contains($0) })
      }
    }
    return help
  }
}
