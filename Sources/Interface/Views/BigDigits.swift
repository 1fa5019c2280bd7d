import Screen

/// A clock in digits of blocks, three wide and five high, each block as many cells as there is room for.
struct BigDigits: Hashable {
  /// The cells of a block.
  struct Scale: Hashable {
    let columns: Int
    let rows: Int
  }

  /// The largest first; twice as many columns as rows make a square, and the last is for a narrow
  /// screen.
  static let scales = [
    Scale(columns: 6, rows: 3), Scale(columns: 4, rows: 2), Scale(columns: 2, rows: 1),
    Scale(columns: 1, rows: 1),
  ]

  /// The lit blocks of each row.
  let rows: [[Bool]]

  /// - Parameter clock: digits, colons and blanks; a blank is as wide as a digit.
  init(_ clock: String) {
    rows = (0..<Self.height).map { row in
      let glyphs = clock.map { character in
        Self.shapes[character, default: Self.blank][row].map { $0 == "#" }
      }
      return Array(glyphs.joined(separator: [false]))
    }
  }

  static let height = 5

  func size(at scale: Scale) -> Size {
    Size(columns: (rows.first?.count ?? 0) * scale.columns, rows: Self.height * scale.rows)
  }

  private static let blank = Array(repeating: "...", count: height)
  private static let shapes: [Character: [String]] = [
    "0": ["###", "#.#", "#.#", "#.#", "###"], "1": [".#.", "##.", ".#.", ".#.", "###"],
    "2": ["###", "..#", "###", "#..", "###"], "3": ["###", "..#", "###", "..#", "###"],
    "4": ["#.#", "#.#", "###", "..#", "..#"], "5": ["###", "#..", "###", "..#", "###"],
    "6": ["###", "#..", "###", "#.#", "###"], "7": ["###", "..#", "..#", "..#", "..#"],
    "8": ["###", "#.#", "###", "#.#", "###"], "9": ["###", "#.#", "###", "..#", "###"],
    ":": [".", "#", ".", "#", "."],
  ]
}

extension Canvas {
  /// Draws digits from a place on.
  mutating func draw(_ digits: BigDigits, at point: Point, scale: BigDigits.Scale, role: Role) {
    for (row, blocks) in digits.rows.enumerated() {
      for (column, isLit) in blocks.enumerated() where isLit {
        fill(
          Rectangle(
            column: point.column + column * scale.columns, row: point.row + row * scale.rows,
            columns: scale.columns, rows: scale.rows),
          with: "█", role: role)
      }
    }
  }
}
