import Screen
import SessionLog

extension State {
  /// The commands that typed letters find, the best first; with nothing typed those used last, then
  /// the others in the order of the help.
  ///
  /// A name that has the letters in their order stands before a help line that has the words.
  func matches(of palette: Palette) -> [Binding] {
    guard let scene else { return [] }
    let all = setup.keymap.bindings(in: scene)
      .filter { $0.command != .palette && $0.command != .toggle }
    let typed = palette.field.trimmed.lowercased()
    let history = commandHistory
    guard !typed.isEmpty else {
      let recent = history.compactMap { id in all.first { $0.command.id == id } }
      return recent + all.filter { !recent.contains($0) }
    }
    let words = typed.split(separator: " ")
    let scored = all.enumerated().compactMap { place, binding -> (Binding, rank: [Int])? in
      // What was used last wins where the letters leave it open; the help's order decides the rest.
      let use = history.firstIndex(of: binding.command.id) ?? history.count
      if let score = binding.name.fuzzyScore(of: typed) {
        return (binding, [0, -score, use, place])
      }
      let help = binding.help.lowercased()
      return words.allSatisfy { help.contains($0) } ? (binding, [1, 0, use, place]) : nil
    }
    return scored.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map(\.0)
  }

  mutating func pressOnPalette(
    _ palette: Palette, _ key: Key, at now: Moment
  ) -> [Effect] {
    var palette = palette
    let matches = matches(of: palette)
    if key == .enter {
      // That nothing matches stands in the box already.
      guard matches.indices.contains(palette.selected) else { return [] }
      overlay = nil
      let command = matches[palette.selected].command
      return remember(command) + run(command, key: nil, at: now)
    }
    if let step = key.step {
      palette.selected = moved(palette.selected, by: step, among: matches.count)
    } else {
      guard palette.field.press(key) else { return [] }
      palette.selected = 0
    }
    overlay = .palette(palette)
    return []
  }

  // MARK: History

  /// More than a person remembers having used.
  private static let historyLimit = 8

  /// The names of the commands that were used from the palette, the last first.
  private var commandHistory: [String] {
    let texts = drafts[FormDraft.commandHistory]?.texts ?? [:]
    return (0..<Self.historyLimit).compactMap { texts["\($0)"] }
  }

  private mutating func remember(_ command: Command) -> [Effect] {
    let ids = [command.id] + commandHistory.filter { $0 != command.id }
    let texts = ids.prefix(Self.historyLimit).enumerated().map { ("\($0)", $1) }
    let history = FormDraft(texts: Dictionary(uniqueKeysWithValues: texts))
    drafts[FormDraft.commandHistory] = history
    return [.keep(history, of: FormDraft.commandHistory)]
  }
}
