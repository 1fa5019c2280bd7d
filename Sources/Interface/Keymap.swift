package import Screen

/// Every command with the keys that a person has for it.
package struct Keymap: Hashable, Sendable {
  /// The commands in the order in which help and key bar show them.
  package let bindings: [Binding]
  private let byScene: [Scene: [Binding]]

  package init(bindings: [Binding]) {
    self.bindings = bindings
    byScene = Dictionary(
      uniqueKeysWithValues: Scene.allCases.map { scene in
        (scene, bindings.filter { $0.scenes.contains(scene) }.map { $0.on(scene) })
      })
  }

  /// The keys as the program comes.
  package static let standard = Keymap(bindings: Binding.all)

  /// What a key does on a kind of screen.
  package func command(for key: Key, in scene: Scene) -> Command? {
    bindings(in: scene).first { $0.keys.contains(key) }?.command
  }

  /// The key that a sentence names for a command, as the key bar has it; its name in the palette
  /// where it has none.
  package func label(of command: Command, in scene: Scene) -> String {
    guard let binding = bindings(in: scene).first(where: { $0.command == command }) else {
      return ""
    }
    return binding.firstKey ?? ": \(binding.name)"
  }

  /// The commands that work on a kind of screen, with the keys that they have there.
  package func bindings(in scene: Scene) -> [Binding] { byScene[scene] ?? [] }
}
