/// A grid of cells to draw on. Whatever lies outside it is cut off; nothing drawn on it can fail.
package struct Canvas: Hashable, Sendable {
  package let size: Size
  /// Row by row.
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor stands; nowhere where it is hidden.
  package var cursor: Point?

  package init(size: Size, ground: Ground = .screen) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(
      repeating: Cell(" ", .text, ground), count: self.size.columns * self.size.rows)
  }

  package subscript(column: Int, row: Int) -> Cell? {
    guard (0..<size.columns).contains(column), (0..<size.rows).contains(row) else { return nil }
    return cells[row * size.columns + column]
  }

  /// Writes `text` from `point` on in at most `width` columns and returns the columns written.
  /// Text that does not fit ends in `…`. A control character is made visible.
  @discardableResult
  package mutating func write(
    _ text: String, at point: Point, width: Int? = nil, role: Role = .text, ground: Ground? = nil
  ) -> Int { 0 }

  /// Fills a rectangle with one character.
  package mutating func fill(
    _ area: Rectangle, with character: Character = " ", role: Role = .text, ground: Ground = .screen
  ) {}

  /// Draws a frame along the inner edge of a rectangle, with a title in its upper line.
  package mutating func frame(
    _ area: Rectangle, title: String = "", role: Role = .frame, titleRole: Role = .strong,
    ground: Ground = .screen
  ) {}
}
