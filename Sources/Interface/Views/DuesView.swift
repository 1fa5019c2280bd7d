import Billing
import Screen
import SessionLog

extension Canvas {
  /// Each thing that is due, what to do about it, and where the rule stands.
  mutating func drawDues(_ box: DuesBox, of state: State, in area: Rectangle, at now: Moment) {
    guard let session = state.logbook.sessions[box.session] else { return }
    let dues = state.dues(of: session)
    let columns = min(78, area.size.columns) - 4
    let keymap = state.setup.keymap
    let full = dues.map { $0.lines(columns: columns, keymap: keymap) }.joined(by: [Line()])
    // Where not everything fits, what is due comes before what to do.
    let lines =
      full.count + 2 <= area.size.rows
      ? full : dues.flatMap { $0.message(columns: columns) }
    let inside = self.box(
      "Due for \(session.visit.client), \(session.visit.discipline.rawValue)", rows: lines.count,
      columns: 78, in: area)
    write(lines, in: inside)
  }
}

extension Due {
  fileprivate func lines(columns: Int, keymap: Keymap) -> [Line] {
    message(columns: columns)
      + keymap.words(of: advice).wrapped(to: columns - 2).map { Line("  " + $0) }
      + [Line("  \(source.text), \(source.date)", .quiet)]
  }

  /// The sentence, with the sign of how much it presses.
  fileprivate func message(columns: Int) -> [Line] {
    message.wrapped(to: columns - 2).enumerated().map { index, words in
      Line(index == 0 ? "\(sign) " : "  ", role) + Line(words, .strong)
    }
  }
}

extension [[Line]] {
  /// All lines, with others between each two groups.
  fileprivate func joined(by separator: [Line]) -> [Line] {
    enumerated().flatMap { index, lines in index == 0 ? lines : separator + lines }
  }
}
