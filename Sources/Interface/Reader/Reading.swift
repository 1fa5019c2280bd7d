import Screen
import SessionLog

/// A screen, or the box in front of it, as lines that can be said.
struct Reading: Hashable {
  /// What stands in the upper line of a box, or in the header of a screen.
  var title: String
  /// What stands below it, without the row that waits for an answer.
  var lines: [String] = []
  /// What waits for an answer, if anything does.
  var question: Question?

  /// A row that is typed into, or turned from one choice to the next.
  struct Question: Hashable {
    var label: String
    /// What the field holds, or what is chosen.
    var value: String
    /// The row as it would be among the lines.
    var line: String
    /// Whether it is typed; otherwise it is chosen.
    var isTyped: Bool
  }

  /// A size that has room for everything, so that nothing is cut and nothing scrolled away.
  static let page = Size(columns: 100, rows: 160)

  /// Reads the box in front, or the whole screen where there is none.
  init(_ canvas: Canvas) {
    if let box = canvas.frontBox {
      title = canvas.text(ofRow: box.origin.row, columns: box.columns).spoken
      let inside = Rectangle(
        column: box.origin.column + 1, row: box.origin.row + 1, columns: box.size.columns - 2,
        rows: box.size.rows - 2)
      read(canvas, in: inside)
    } else {
      title = canvas.text(ofRow: 0, columns: 0..<canvas.size.columns).spoken
      // Below the header, above the notice and the key bar, which have lines of their own.
      read(canvas, in: canvas.size.body)
    }
  }

  private mutating func read(_ canvas: Canvas, in area: Rectangle) {
    let asked = canvas.cursor?.row ?? canvas.row(onGround: .input, in: area)
    for row in area.rows {
      if row == asked {
        question = canvas.question(inRow: row, columns: area.columns)
      } else {
        let line = canvas.spokenRow(row, columns: area.columns)
        if !line.isEmpty { lines.append(line) }
      }
    }
  }

  /// The lines that another reading does not have, be it as its question.
  func lines(besides other: Reading) -> [String] {
    var left = other.lines + (other.question.map { [$0.line] } ?? [])
    return lines.filter { line in
      guard let index = left.firstIndex(of: line) else { return true }
      left.remove(at: index)
      return false
    }
  }
}

extension Canvas {
  /// The box that was drawn last, of those that lie in front of the screen.
  fileprivate var frontBox: Rectangle? {
    for row in (0..<size.rows).reversed() {
      guard let left = corner("┌", inRow: row), let right = corner("┐", inRow: row),
        let bottom = (row..<size.rows).last(where: { self[left, $0]?.text == "└" })
      else { continue }
      return Rectangle(column: left, row: row, columns: right - left + 1, rows: bottom - row + 1)
    }
    return nil
  }

  private func corner(_ character: Character, inRow row: Int) -> Int? {
    (0..<size.columns).first {
      self[$0, row]?.text == character && self[$0, row]?.ground == .overlay
    }
  }

  /// The characters of a part of a row.
  fileprivate func text(
    ofRow row: Int, columns: Range<Int>, where isKept: (Cell) -> Bool = { _ in true }
  ) -> String {
    String(columns.compactMap { self[$0, row] }.filter(isKept).compactMap(\.text))
  }

  fileprivate func row(onGround ground: Ground, in area: Rectangle) -> Int? {
    area.rows.first { row in area.columns.contains { self[$0, row]?.ground == ground } }
  }

  fileprivate func question(inRow row: Int, columns: Range<Int>) -> Reading.Question {
    let value = text(ofRow: row, columns: columns) { $0.ground == .input }
    return Reading.Question(
      label: text(ofRow: row, columns: columns) { $0.ground != .input }.spoken,
      value: cursor == nil
        ? choices[row].map { $0.chosen ?? "" }?.spoken ?? value.spoken
        : value.trimmed,
      line: spokenRow(row, columns: columns), isTyped: cursor != nil)
  }

  /// A row as it is said: of its choices, the chosen one alone.
  fileprivate func spokenRow(_ row: Int, columns: Range<Int>) -> String {
    guard let choice = choices[row], choice.columns.clamped(to: columns) == choice.columns else {
      return text(ofRow: row, columns: columns).spoken
    }
    return [
      text(ofRow: row, columns: columns.lowerBound..<choice.columns.lowerBound),
      choice.chosen ?? "",
      text(ofRow: row, columns: choice.columns.upperBound..<columns.upperBound),
    ].joined(separator: "  ").spoken
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }).withoutBlanksAtEnd }

  private var withoutBlanksAtEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}

extension State {
  /// The state as it is read: on a page that has room for everything.
  func reading(at now: Moment) -> Reading { Reading(page(at: now)) }

  func page(at now: Moment) -> Canvas { view(self, at: now, fitting: Reading.page) }
}
