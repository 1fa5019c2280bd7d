import Screen

extension Canvas {
  /// The canvas as a terminal of 256 colours gets it in a theme: a letter for each look, then what
  /// the letters mean; a blank cell has the letter of its ground.
  func looks(in theme: Theme) -> String {
    var letters: [String: Character] = [:]
    var legend: [String] = []
    var rows: [String] = []
    for row in 0..<size.rows {
      let line = (0..<size.columns).compactMap { self[$0, row] }.map { cell in
        let look = cell.look(in: theme)
        if let letter = letters[look] { return letter }
        let letter = Self.letters[letters.count % Self.letters.count]
        letters[look] = letter
        legend.append("\(letter)  \(look)")
        return letter
      }
      rows.append(String(line))
    }
    return (rows + ["──── \(theme.name)"] + legend).joined(separator: "\n") + "\n"
  }

  /// More than a screen has looks.
  private static let letters = Array(
    ".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
}

extension Cell {
  /// What a terminal is told for it; of a blank, what can be seen of it.
  fileprivate func look(in theme: Theme) -> String {
    let style = theme.style(of: role, on: ground)
    let (foreground, background) = style.numbers(ofColors: 256)
    let marks = [
      (style.isBold, "bold"), (style.isDim, "dim"), (style.isUnderlined, "underlined"),
      (style.isReversed, "reversed"),
    ].filter(\.0).map(\.1)
    let isSeen = text != " " || style.isUnderlined || style.isReversed
    return isSeen
      ? (["\(foreground) on \(background)"] + marks).joined(separator: " ") : "on \(background)"
  }
}
