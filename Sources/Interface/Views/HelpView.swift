import Screen

extension Canvas {
  /// The keys of the screen one is on, then what the signs mean.
  mutating func drawHelp(top: Int, of state: State, in area: Rectangle) {
    guard let scene = state.scene else { return }
    var lines = Binding.all(in: scene).filter { !$0.keyLabel.isEmpty }.map { binding in
      Line(binding.keyLabel.padded(to: 18), .key) + Line(binding.help)
    }
    if scene == .session { lines += Self.legend }
    let inside = box("Keys", rows: lines.count, columns: 80, in: area)
    let first = max(0, min(top, lines.count - inside.size.rows))
    for (index, line) in lines.dropFirst(first).prefix(inside.size.rows).enumerated() {
      write(
        line, column: inside.origin.column, row: inside.origin.row + index,
        width: inside.size.columns)
    }
  }

  private static let legend: [Line] = [
    "",
    Line("Signs", .strong),
    Line("▶ RUN ".padded(to: 18), .running) + "the clock of this code runs",
    Line("‖ PAUSE ".padded(to: 18), .paused) + "it goes on when the pause ends",
    Line("next unit 0:29".padded(to: 18), .quiet)
      + "so much more of this code until the day has a unit more",
    Line("i ! STOP".padded(to: 18), .quiet)
      + "findings: to know, to mend, refuses the signature",
  ]
}
