import Screen

/// What the help says.
enum Help {
  /// The keys of a screen, then what its signs mean.
  static func lines(for scene: Scene, with keymap: Keymap) -> [Line] {
    let keys = keymap.bindings(in: scene).map { binding in
      Line(binding.keyLabel.padded(to: 16), .key) + Line(binding.help)
    }
    return scene == .session ? keys + signs : keys
  }

  private static let signs: [Line] = [
    "",
    Line("Signs", .strong),
    Line("▶ RUN ".padded(to: 16), .running) + "the clock of this code runs",
    Line("‖ PAUSE ".padded(to: 16), .paused) + "it goes on when the pause ends",
    Line("next unit 0:29".padded(to: 16), .quiet)
      + "so much more of this code until the day has a unit more",
    Line("i ! STOP".padded(to: 16), .quiet)
      + "findings: to know, to mend, refuses the signature",
  ]
}

extension Canvas {
  mutating func drawHelp(top: Int, of state: State, in area: Rectangle) {
    guard let scene = state.scene else { return }
    let lines = Help.lines(for: scene, with: state.setup.keymap)
    let inside = box("Keys", rows: lines.count, columns: 80, in: area)
    let first = max(0, min(top, lines.count - inside.size.rows))
    write(Array(lines.dropFirst(first)), in: inside)
    drawExtent(first: first, of: lines.count, in: inside)
  }
}
