import CNCurses
import Screen

/// The screen as ncurses has it.
struct CellDisplay: Display {
  private let window: UnsafeMutablePointer<WINDOW>
  private let theme: Theme
  /// How many colours the terminal has; none where none are wanted.
  private let colorCount: Int
  private var pens: [Style: Pen] = [:]
  private var shown: Canvas?

  private struct Pen {
    let attributes: attr_t
    let pair: Int32
  }

  init(window: UnsafeMutablePointer<WINDOW>, theme: Theme, usesColor: Bool) {
    self.window = window
    self.theme = theme
    // `alloc_pair` may only be called after `start_color` on a terminal that has colours.
    guard usesColor, has_colors(), start_color() == OK, use_default_colors() == OK else {
      colorCount = 0
      return
    }
    // Beyond 256 a number is a mixture of red, green and blue, but for the first eight.
    let count = Int(tigetnum("colors"))
    colorCount = count > 256 ? 8 : count
  }

  /// Every cell is written over by the next canvas.
  mutating func hideShown() {}

  mutating func repaint() {
    shown = nil
    clearok(window, true)
  }

  mutating func heard(_ input: Input, within milliseconds: Int64) {}

  mutating func show(_ canvas: Canvas) {
    guard canvas != shown else { return }
    let former = shown.flatMap { $0.size == canvas.size ? $0 : nil }
    if former == nil { werase(window) }
    for index in canvas.cells.indices where canvas.cells[index] != former?.cells[index] {
      let (row, column) = index.quotientAndRemainder(dividingBy: canvas.size.columns)
      draw(canvas.cells[index], column: Int32(column), row: Int32(row))
    }
    place(canvas.cursor)
    wnoutrefresh(window)
    doupdate()
    shown = canvas
  }

  private func place(_ cursor: Point?) {
    guard let cursor,
      wmove(window, Int32(clamping: cursor.row), Int32(clamping: cursor.column)) == OK
    else {
      curs_set(0)
      return
    }
    curs_set(1)
  }

  private mutating func draw(_ cell: Cell, column: Int32, row: Int32) {
    guard let text = cell.text else { return }
    let pen = pen(for: cell)
    var pair = pen.pair
    var scalars = text.unicodeScalars.map { wchar_t($0.value) } + [0]
    var character = cchar_t()
    setcchar(&character, &scalars, pen.attributes, Int16(truncatingIfNeeded: pair), &pair)
    mvwadd_wchnstr(window, row, column, &character, 1)
  }

  private mutating func pen(for cell: Cell) -> Pen {
    let style = (colorCount > 0 ? theme : .colorless).style(of: cell.role, on: cell.ground)
    if let pen = pens[style] { return pen }
    let marks = [
      (style.isBold, ncurses_bold), (style.isDim, ncurses_dim),
      (style.isUnderlined, ncurses_underline), (style.isReversed, ncurses_reverse),
    ]
    let attributes = marks.reduce(0) { $1.0 ? $0 | $1.1 : $0 }
    let pen = Pen(attributes: attributes, pair: pair(for: style))
    pens[style] = pen
    return pen
  }

  /// The pair of the style's colours; 0, the terminal's own, where there is no other.
  private func pair(for style: Style) -> Int32 {
    guard colorCount > 0 else { return 0 }
    let (foreground, background) = style.numbers(ofColors: colorCount)
    guard foreground >= 0 || background >= 0 else { return 0 }
    return max(0, alloc_pair(Int32(foreground), Int32(background)))
  }
}
