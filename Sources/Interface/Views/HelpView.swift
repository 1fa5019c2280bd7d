import Screen
import SessionLog

/// What the help says.
enum Help {
  /// The keys of a screen, then what its signs mean.
  static func lines(for scene: Scene, with keymap: Keymap) -> [Line] {
    let keys = keymap.bindings(in: scene).map { row($0.keyLabel, $0.help) }
    return scene == .session ? keys + signs : keys
  }

  /// The keys of a box or a form as its key bar has them, then those of a field where it has one.
  static func lines(for keys: [(String, String)], hasField: Bool) -> [Line] {
    keys.map { row($0, $1) } + (hasField ? fieldKeys : [])
  }

  private static func row(_ keys: String, _ words: String) -> Line {
    // What may be typed stands in the key bar without words.
    words.isEmpty
      ? Line("may be typed".padded(to: 16), .quiet) + Line(keys, .key)
      : Line(keys.padded(to: 16), .key) + Line(words)
  }

  private static let fieldKeys: [Line] = [
    "",
    row("← → Home End", "move in the field"),
    row("Backspace Del", "take out a character"),
    row("Ctrl-U", "empty the field"),
    row("F1", "these keys; ? is text here"),
  ]

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

extension State {
  /// What the help has to say here: of the box it was asked for from, else of the screen.
  func helpLines(at now: Moment) -> [Line] {
    if case .help(_, let front?) = overlay {
      return Help.lines(for: front.keyBar(of: self, at: now), hasField: front.field != nil)
    }
    if let scene { return Help.lines(for: scene, with: setup.keymap) }
    return Help.lines(for: formKeys, hasField: true)
  }
}

extension Canvas {
  mutating func drawHelp(top: Int, of state: State, in area: Rectangle, at now: Moment) {
    let lines = state.helpLines(at: now)
    let inside = box("Keys", rows: lines.count, columns: 80, in: area)
    let first = max(0, min(top, lines.count - inside.size.rows))
    write(Array(lines.dropFirst(first)), in: inside)
    drawExtent(first: first, of: lines.count, in: inside)
  }
}
