import Screen
import SessionLog

extension State {
  /// The commands whose name or help has every typed word; first those whose name begins with them.
  func matches(of palette: Palette) -> [Binding] {
    guard let scene else { return [] }
    let typed = palette.field.trimmed.lowercased()
    let matches = setup.keymap.bindings(in: scene).filter { binding in
      binding.command != .palette && binding.command != .toggle
        && typed.split(separator: " ").allSatisfy {
          "\(binding.name) \(binding.help)".lowercased().contains($0)
        }
    }
    return matches.filter { $0.name.hasPrefix(typed) }
      + matches.filter { !$0.name.hasPrefix(typed) }
  }

  mutating func pressOnPalette(
    _ palette: Palette, _ key: Key, at now: Moment
  ) -> [Effect] {
    var palette = palette
    let matches = matches(of: palette)
    if key == .enter {
      guard matches.indices.contains(palette.selected) else {
        notice = Notice("Error: no command matches “\(palette.field.trimmed)”.", tone: .error)
        return []
      }
      overlay = nil
      return run(matches[palette.selected].command, key: nil, at: now)
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
}
