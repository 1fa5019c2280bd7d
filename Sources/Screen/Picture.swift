/// The canvas as plain text: what golden screens are compared with and people review.
extension Canvas {
  /// The characters, a line for each row, without the blanks at its end.
  package var text: [String] {
    lines { cell in cell.text }
  }

  /// The same grid in role letters; blank where ordinary text has nothing to show.
  package var roles: [String] {
    lines { cell in cell.text == " " && cell.role == .text ? " " : cell.role.letter }
  }

  /// The same grid in ground letters; blank on the ordinary ground.
  package var grounds: [String] {
    lines { cell in cell.ground.letter }
  }

  /// The characters, then the roles, then, where there is any but the ordinary one, the grounds.
  ///
  /// The last rule names the cursor's place, if it is shown.
  package var picture: String {
    var parts = text + ["──── roles"] + roles
    if grounds.contains(where: { !$0.isEmpty }) { parts += ["──── grounds"] + grounds }
    if let cursor { parts.append("──── cursor in column \(cursor.column), row \(cursor.row)") }
    return parts.joined(separator: "\n") + "\n"
  }

  private func lines(_ mark: (Cell) -> Character?) -> [String] {
    (0..<size.rows).map { row in
      let cells = cells[(row * size.columns)..<((row + 1) * size.columns)]
      let line = cells.compactMap(mark)
      return String(line.prefix((line.lastIndex { $0 != " " } ?? -1) + 1))
    }
  }
}

extension Role {
  /// Its letter in pictures; no two roles share one.
  package var letter: Character {
    switch self {
    case .text: "t"
    case .quiet: "q"
    case .strong: "s"
    case .frame: "f"
    case .focus: "F"
    case .running: "r"
    case .paused: "p"
    case .bar: "b"
    case .groove: "g"
    case .info: "i"
    case .caution: "C"
    case .stop: "X"
    case .key: "k"
    case .field: "e"
    case .done: "d"
    }
  }
}

extension Ground {
  /// Its letter in pictures; blank for the ordinary one.
  package var letter: Character {
    switch self {
    case .screen: " "
    case .band: "b"
    case .selection: "s"
    case .input: "i"
    case .overlay: "o"
    }
  }
}
