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
    let full = dues.map { $0.explained(columns: columns, keymap: keymap) }.joined(by: [Line()])
    // Where not everything fits, what is due comes before what to do.
    let lines =
      full.count + 2 <= area.size.rows
      ? full : dues.flatMap { $0.lines(columns: columns, role: .strong) }
    let inside = self.box(
      "Due for \(session.visit.client), \(session.visit.discipline.rawValue)", rows: lines.count,
      columns: 78, in: area)
    write(lines, in: inside)
  }
}

extension Due {
  fileprivate var sign: String { urgency == .soon ? "i" : "!" }
  var role: Role { urgency == .soon ? .info : .caution }

  /// The sentence, with the sign of how much it presses.
  func lines(columns: Int, role words: Role = .text) -> [Line] {
    message.wrapped(to: columns - 2).enumerated().map { index, text in
      Line(index == 0 ? "\(sign) " : "  ", role) + Line(text, words)
    }
  }

  /// The same with what to do about it, and where the rule stands.
  fileprivate func explained(columns: Int, keymap: Keymap) -> [Line] {
    lines(columns: columns, role: .strong)
      + keymap.words(of: advice).wrapped(to: columns - 2).map { Line("  " + $0) }
      + [Line("  \(source)", .quiet)]
  }
}

extension [[Line]] {
  /// All lines, with others between each two groups.
  fileprivate func joined(by separator: [Line]) -> [Line] {
    enumerated().flatMap { index, lines in index == 0 ? lines : separator + lines }
  }
}
