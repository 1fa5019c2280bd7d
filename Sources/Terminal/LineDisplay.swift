import Glibc
import Screen

/// The screen as plain lines, one below the other, for a terminal that cannot place its cursor.
///
/// What a person does is answered at once. Clocks that merely go on are shown about once a minute, so
/// that there is time to read.
struct LineDisplay: Display {
  let isUnicode: Bool
  private var shown: [String] = []
  /// How long clocks have gone on since something was shown, in milliseconds.
  private var waited = calm

  /// Whether the next canvas is shown at once, whatever is typed meanwhile.
  private var mustShow = false

  private static let calm: Int64 = 60_000

  init(isUnicode: Bool) {
    self.isUnicode = isUnicode
  }

  mutating func heard(_ input: Input, within milliseconds: Int64) {
    waited = input == .wake ? waited + min(max(0, milliseconds), Self.calm) : Self.calm
  }

  mutating func repaint() {
    shown = []
  }

  mutating func hideShown() {
    pushAwayLines(endingIn: "\r\n")
    shown = []
    mustShow = true
  }

  mutating func show(_ canvas: Canvas) {
    guard mustShow || waited >= Self.calm && !isMoreTyped else { return }
    mustShow = false
    waited = 0
    let lines = canvas.lines
    guard lines != shown else { return }
    shown = lines
    let rule = String(repeating: isUnicode ? "─" : "-", count: canvas.size.columns)
    sendText(([rule] + lines).map { "\($0)\r\n" }.joined())
  }

  /// Whether more has been typed already, of which the answer will do for all.
  private var isMoreTyped: Bool {
    var keys = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&keys, 1, 0) > 0
  }
}

extension Canvas {
  /// Its rows as text, without the blanks at their ends; of empty rows one stays, and none at the end.
  fileprivate var lines: [String] {
    var lines: [String] = []
    for row in 0..<size.rows {
      let line = text(ofRow: row)
      if !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The cursor is seen as `_` where it stands on a blank.
  private func text(ofRow row: Int) -> String {
    let characters = (0..<size.columns).compactMap { column -> Character? in
      let text = self[column, row]?.text
      return text == " " && cursor == Point(column: column, row: row) ? "_" : text
    }
    let end = characters.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
    return String(characters[..<end])
  }
}
