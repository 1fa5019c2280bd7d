import Screen

/// A line of text whose parts mean different things.
struct Line: Hashable, Sendable, ExpressibleByStringLiteral {
  struct Run: Hashable, Sendable {
    var text: String
    var role: Role
  }

  var runs: [Run] = []

  init(_ text: String, _ role: Role = .text) { runs = [Run(text: text, role: role)] }
  init(stringLiteral text: String) { self.init(text) }
  init(_ lines: [Line] = [], separator: String = "") {
    for (index, line) in lines.enumerated() {
      if index > 0, !separator.isEmpty { runs.append(Run(text: separator, role: .text)) }
      runs += line.runs
    }
  }

  /// Its text alone.
  var text: String { runs.map(\.text).joined() }

  /// The columns it takes.
  var columns: Int { runs.reduce(0) { $0 + width(of: $1.text) } }

  static func + (left: Line, right: Line) -> Line {
    var line = left
    line.runs += right.runs
    return line
  }

  /// The line with blanks added up to `columns`.
  func padded(to columns: Int) -> Line {
    self + Line(String(repeating: " ", count: max(0, columns - self.columns)))
  }
}

extension Line {
  /// A line that means one thing, in lines of at most `columns` columns, broken between words.
  func wrapped(to columns: Int) -> [Line] {
    text.wrapped(to: columns).map { Line($0, runs.first?.role ?? .text) }
  }
}

extension Canvas {
  /// Writes a line from a place on, cut to `width` columns.
  mutating func write(
    _ line: Line, column: Int, row: Int, width: Int? = nil, ground: Ground? = nil
  ) {
    var column = column
    var room = min(width ?? .max, size.columns - column)
    for (index, run) in line.runs.enumerated() where room > 0 {
      // A run that just fits but has more behind it gives up its last column to the ellipsis.
      let isCut =
        Screen.width(of: run.text) == room
        && line.runs[(index + 1)...].contains { Screen.width(of: $0.text) > 0 }
      let cut = isCut ? run.text + "…" : run.text
      let written = write(
        cut, at: Point(column: column, row: row), width: room, role: run.role, ground: ground)
      column += written
      room -= written
    }
  }

  /// Writes a line so that it ends before `column`.
  mutating func write(_ line: Line, endingAt column: Int, row: Int, ground: Ground? = nil) {
    write(line, column: column - line.columns, row: row, ground: ground)
  }
}

extension String {
  /// The text with blanks added up to `columns`, or cut to them.
  func padded(to columns: Int) -> String {
    let missing = columns - width(of: self)
    if missing >= 0 { return self + String(repeating: " ", count: missing) }
    return columns > 0 ? String(prefix(columns: columns - 1)) + "…" : ""
  }

  /// The text with blanks before it, up to `columns`.
  func leftPadded(to columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - width(of: self))) + self
  }

  /// The text in lines of at most `columns` columns, broken between words.
  func wrapped(to columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ", omittingEmptySubsequences: true).map(String.init) {
      if !line.isEmpty, width(of: line) + 1 + width(of: word) > columns {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The same in so many lines at most; what does not fit stands in the last, to be cut there.
  func wrapped(to columns: Int, rows: Int) -> [String] {
    let lines = wrapped(to: columns)
    guard rows > 0 else { return [] }
    guard lines.count > rows else { return lines }
    return lines.prefix(rows - 1) + [lines[(rows - 1)...].joined(separator: " ")]
  }
}
