/// How large a screen is, in character cells.
package struct Size: Hashable, Sendable {
  package var columns: Int
  package var rows: Int

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A place on the screen; the top left cell is 0, 0.
package struct Point: Hashable, Sendable {
  package var column: Int
  package var row: Int

  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells; it may be empty, never negative.
package struct Rectangle: Hashable, Sendable {
  package var origin: Point
  package var size: Size

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    origin = Point(column: column, row: row)
    size = Size(columns: max(0, columns), rows: max(0, rows))
  }

  package var columns: Range<Int> { span(from: origin.column, length: size.columns) }
  package var rows: Range<Int> { span(from: origin.row, length: size.rows) }

  /// Ends at the largest number where the sum would be larger.
  private func span(from start: Int, length: Int) -> Range<Int> {
    let (end, overflow) = start.addingReportingOverflow(max(0, length))
    return start..<(overflow ? .max : end)
  }
}
