import Screen
import SessionLog

/// What the help says, in lines of so many columns.
struct Help {
  let columns: Int

  /// The columns of the keys; what they do stands beside them.
  private static let keyColumns = 16
  /// The columns of the box.
  static let boxColumns = 80

  /// The keys of a screen, then what its signs mean.
  func lines(for scene: Scene, with keymap: Keymap) -> [Line] {
    let keys = keymap.bindings(in: scene).flatMap { row($0.keyLabel, $0.help) }
    return scene == .session ? keys + signs : keys
  }

  /// The keys of a box or a form as its key bar has them, then those of a field where it has one.
  func lines(for keys: [(String, String)], hasField: Bool) -> [Line] {
    keys.flatMap { keys, words in
      // What may be typed stands in the key bar without words.
      words.isEmpty ? row("may be typed", keys, in: .quiet, wordsIn: .key) : row(keys, words)
    } + (hasField ? fieldKeys : [])
  }

  /// What a key or a sign does; words that are too long go on below.
  private func row(
    _ sign: String, _ words: String, in role: Role = .key, wordsIn wordsRole: Role = .text
  ) -> [Line] {
    let lines = words.wrapped(to: max(1, columns - Self.keyColumns))
    return lines.enumerated().map { index, words in
      Line((index == 0 ? sign : "").padded(to: Self.keyColumns), role) + Line(words, wordsRole)
    }
  }

  private var fieldKeys: [Line] {
    [""] + row("← → Home End", "move in the field") + row("Backspace Del", "take out a character")
      + row("Ctrl-U", "empty the field") + row("F1", "these keys; ? is text here")
      + row("Ctrl-K", "lock; clocks go on")
  }

  private var signs: [Line] {
    ["", Line("Signs", .strong)] + row("▶ RUN", "the clock of this code runs", in: .running)
      + row("‖ PAUSE", "it goes on when the pause ends", in: .paused)
      + row(
        "next unit 0:29", "so much more of this code until the day has a unit more", in: .quiet)
      + row("i ! STOP", "findings: to know, to mend, refuses the signature", in: .quiet)
  }
}

extension State {
  /// What the help has to say here: of the box it was asked for from, else of the screen.
  func helpLines(at now: Moment) -> [Line] {
    // The box has its frame and a blank on either side.
    let help = Help(columns: min(Help.boxColumns, size.columns) - 4)
    if case .help(_, let front?) = overlay {
      return help.lines(for: front.keyBar(of: self, at: now), hasField: front.field != nil)
    }
    if let scene { return help.lines(for: scene, with: setup.keymap) }
    return help.lines(for: formKeys, hasField: true)
  }
}

extension Canvas {
  mutating func drawHelp(top: Int, of state: State, in area: Rectangle, at now: Moment) {
    let lines = state.helpLines(at: now)
    let inside = box("Keys", rows: lines.count, columns: Help.boxColumns, in: area)
    let first = max(0, min(top, lines.count - inside.size.rows))
    write(Array(lines.dropFirst(first)), in: inside)
    drawExtent(first: first, of: lines.count, in: inside)
  }
}
