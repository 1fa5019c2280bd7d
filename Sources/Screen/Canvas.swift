/// A grid of cells to draw on.
///
/// Whatever lies outside it is cut off; nothing drawn on it can fail.
package struct Canvas: Hashable, Sendable {
  /// At least 0 × 0 and at most 1,000 × 1,000, whatever was asked for.
  package let size: Size
  /// Row by row.
  package private(set) var cells: [Cell]
  /// Where the terminal's cursor stands; nowhere where it is hidden.
  package var cursor: Point?
  /// What can be turned from one choice to the next, by its row: a reader says the chosen one alone.
  package var choices: [Int: Choice] = [:]

  /// Choices that stand in a row.
  package struct Choice: Hashable, Sendable {
    package var columns: Range<Int>
    /// In words; nothing where none of them is chosen.
    package var chosen: String?

    package init(columns: Range<Int>, chosen: String?) {
      self.columns = columns
      self.chosen = chosen
    }
  }

  /// Larger than any screen; keeps the arithmetic far from its ends.
  private static let limit = 1_000

  package init(size: Size, ground: Ground = .screen) {
    self.size = Size(
      columns: min(max(0, size.columns), Self.limit), rows: min(max(0, size.rows), Self.limit))
    cells = Array(
      repeating: Cell(" ", .text, ground), count: self.size.columns * self.size.rows)
  }

  /// The canvas with each cell changed alone.
  func mapped(_ change: (Cell) -> Cell) -> Canvas {
    var canvas = self
    canvas.cells = cells.map(change)
    return canvas
  }

  package subscript(column: Int, row: Int) -> Cell? {
    guard (0..<size.columns).contains(column), (0..<size.rows).contains(row) else { return nil }
    return cells[row * size.columns + column]
  }

  /// Writes `text` from `point` on in at most `width` columns and returns the columns written.
  ///
  /// Text that does not fit ends in `…`. A control character is made visible.
  /// Without a `ground` it stands on what is there.
  @discardableResult
  package mutating func write(
    _ text: String, at point: Point, width: Int? = nil, role: Role = .text,
    ground: Ground? = nil
  ) -> Int {
    guard (0..<size.rows).contains(point.row), point.column < size.columns else { return 0 }
    let start = max(point.column, -1_000 * Self.limit)
    var column = start
    for glyph in text.glyphs(cutTo: min(width ?? .max, size.columns - start)) {
      put(glyph, column: column, row: point.row, role: role, ground: ground)
      column += glyph.columns
    }
    return column - start
  }

  /// Fills a rectangle with one character of one column.
  package mutating func fill(
    _ area: Rectangle, with character: Character = " ", role: Role = .text, ground: Ground = .screen
  ) {
    let glyphs = Glyph.glyphs(of: character)
    let glyph = glyphs.count == 1 && glyphs[0].columns == 1 ? glyphs[0] : .replacement
    for row in area.rows.clamped(to: 0..<size.rows) {
      if choices[row]?.columns.overlaps(area.columns) == true { choices[row] = nil }
      for column in area.columns.clamped(to: 0..<size.columns) {
        put(glyph, column: column, row: row, role: role, ground: ground)
      }
    }
  }

  /// Draws a frame along the inner edge of a rectangle, with a title in its upper line.
  ///
  /// A rectangle of one row gets that line alone; what lies inside stays.
  package mutating func frame(
    _ area: Rectangle, title: String = "", role: Role = .frame, titleRole: Role = .strong,
    ground: Ground = .screen
  ) {
    guard let left = area.columns.first, let right = area.columns.last,
      let top = area.rows.first, let bottom = area.rows.last
    else { return }
    func edge(_ character: Character, _ columns: ClosedRange<Int>, _ rows: ClosedRange<Int>) {
      let side = Rectangle(
        column: columns.lowerBound, row: rows.lowerBound, columns: columns.count, rows: rows.count)
      fill(side, with: character, role: role, ground: ground)
    }
    for row in [top, bottom] { edge("─", left...right, row...row) }
    if top < bottom {
      for column in [left, right] { edge("│", column...column, top...bottom) }
    }
    if top < bottom, left < right {
      edge("┌", left...left, top...top)
      edge("┐", right...right, top...top)
      edge("└", left...left, bottom...bottom)
      edge("┘", right...right, bottom...bottom)
    }
    guard !title.isEmpty, area.size.columns > 4 else { return }
    let written = write(
      title, at: Point(column: left + 2, row: top), width: area.size.columns - 4, role: titleRole,
      ground: ground)
    for column in [left + 1, left + 2 + written] {
      write(" ", at: Point(column: column, row: top), role: role, ground: ground)
    }
  }

  /// Sets the cells of one glyph; a wide one that lies across the left edge leaves a blank.
  private mutating func put(_ glyph: Glyph, column: Int, row: Int, role: Role, ground: Ground?) {
    let covered = (column..<(column + glyph.columns)).clamped(to: 0..<size.columns)
    let whole = covered.count == glyph.columns
    for column in covered {
      let index = row * size.columns + column
      separate(column: column, index: index)
      let isFirst = column == covered.lowerBound
      cells[index] = Cell(
        whole ? (isFirst ? glyph.character : nil) : " ", role, ground ?? cells[index].ground)
    }
  }

  /// Blanks the other half of a wide character before one half of it is written over.
  private mutating func separate(column: Int, index: Int) {
    if cells[index].text == nil, column > 0 {
      cells[index - 1].text = " "
    }
    if column + 1 < size.columns, cells[index + 1].text == nil {
      cells[index + 1].text = " "
    }
  }
}
