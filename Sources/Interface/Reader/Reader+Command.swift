import Screen
import SessionLog

extension State {
  /// The inputs of a command, with or without what is then typed; nothing where it is none.
  ///
  /// A command is a key, a number of the list, or the beginning of its name.
  func inputs(commanding typed: TypedLine, at now: Moment) -> [Input]? {
    guard !typed.trimmed.isEmpty else { return [.key(.enter)] }
    if overlay == nil, case .sessions(let list) = place, let number = typed.number {
      return inputs(opening: number, from: list, at: now)
    }
    if typed.trimmed.count == 1 { return typed.trimmed.map { .key(.character($0)) } }
    guard overlay == nil, let scene else { return inputs(ofKeyBarWord: typed.lowercased, at: now) }
    if let inputs = inputs(running: typed.lowercased, in: scene) { return inputs }
    return inputs(runningWithText: typed, in: scene, at: now)
  }

  private func inputs(opening number: Int, from list: SessionList, at now: Moment) -> [Input]? {
    let sessions = listed(on: now.localDay)
    guard sessions.indices.contains(number - 1) else { return nil }
    let steps = number - 1 - marked(list, among: sessions)
    let key = steps < 0 ? Key.up : .down
    return Array(repeating: .key(key), count: abs(steps)) + [.key(.enter)]
  }

  /// A box has no commands but the words of its key bar: `stop, leave` is `s`.
  private func inputs(ofKeyBarWord word: String, at now: Moment) -> [Input]? {
    let items = overlay?.keyBar(of: self, at: now) ?? []
    guard let item = items.first(where: { $0.1.lowercased().hasPrefix(word) }) else { return nil }
    return Key(named: item.0).map { [.key($0)] }
  }

  private func inputs(running name: String, in scene: Scene) -> [Input]? {
    let bindings = setup.keymap.bindings(in: scene).filter { $0.command != .toggle }
    let begun = bindings.filter { $0.name.lowercased().hasPrefix(name) }
    guard
      let binding = begun.first(where: { $0.name.lowercased() == name })
        ?? (begun.count == 1 ? begun.first : nil)
    else { return nil }
    if let key = binding.keys.first { return [.key(key)] }
    guard let palette = bindings.first(where: { $0.command == .palette })?.keys.first else {
      return nil
    }
    return [.key(palette), .paste(binding.name), .key(.enter)]
  }

  /// `a 97110`, `time -5`: a command that asks for something, and the answer to it.
  private func inputs(
    runningWithText typed: TypedLine, in scene: Scene, at now: Moment
  ) -> [Input]? {
    let words = typed.trimmed.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return nil }
    let command: [Input]
    if words[0].count == 1, let character = words[0].first {
      command = [.key(.character(character))]
    } else if let inputs = inputs(running: words[0].lowercased(), in: scene) {
      command = inputs
    } else {
      return nil
    }
    var copy = self
    var effects: [Effect] = []
    for input in command { effects += update(&copy, .input(input), at: now) }
    // A command that only says why it cannot be says so.
    if copy.overlay == nil, copy.notice != nil, effects.isEmpty { return command }
    // A box with a field, or a screen that is one, such as the search.
    guard copy.overlay != nil || copy.scene == nil,
      copy.reading(at: now).question?.isTyped == true,
      case .inputs(let rest) = Reader.answer(to: " " + words[1], in: copy, at: now)
    else { return nil }
    return command + rest
  }
}
