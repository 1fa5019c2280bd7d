import Screen

extension TextField {
  /// The characters of each row, where its text stands in rows of fewer than `columns` columns.
  ///
  /// Rows are broken after blanks, where there are any; the cursor has room behind the last.
  func rows(columns: Int) -> [Range<Int>] {
    let widths = text.map { width(of: String($0)) }
    var rows: [Range<Int>] = []
    var (start, used) = (0, 0)
    var blank: Int?
    for (index, character) in text.enumerated() {
      while used > 0, used + widths[index] >= columns {
        let end = blank ?? index
        rows.append(start..<end)
        start = end
        used = widths[start..<index].reduce(0, +)
        blank = nil
      }
      used += widths[index]
      if character == " " { blank = index + 1 }
    }
    return rows + [start..<widths.count]
  }
}

extension Canvas {
  /// A field with the focus over several rows, scrolled so that its cursor is seen.
  mutating func drawText(_ field: TextField, in area: Rectangle) {
    fill(area, ground: .input)
    let rows = field.rows(columns: area.size.columns)
    let row = rows.lastIndex { $0.lowerBound <= field.cursor } ?? 0
    let first = max(0, row - area.size.rows + 1)
    let characters = Array(field.text)
    for (offset, range) in rows.dropFirst(first).prefix(area.size.rows).enumerated() {
      write(
        String(characters[range]),
        at: Point(column: area.origin.column, row: area.origin.row + offset),
        width: area.size.columns, role: .field, ground: .input)
    }
    let before = String(characters[rows[row].lowerBound..<field.cursor])
    cursor = Point(
      column: area.origin.column + width(of: before), row: area.origin.row + row - first)
  }
}
