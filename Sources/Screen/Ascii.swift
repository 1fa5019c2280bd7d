/// What a terminal without Unicode shows in place of a character, in the same number of columns.
extension Character {
  /// Itself, or the nearest look-alike; `?` where there is none.
  package var ascii: Character {
    isASCII ? self : Self.lookAlikes[self] ?? "?"
  }

  /// Every character beyond ASCII that the program's own text may use.
  static let lookAlikes: [Character: Character] = [
    "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+",
    "┴": "+", "┼": "+", "━": "=", "┃": "|", "═": "=", "║": "|", "╌": "-",
    "█": "#", "▓": "#", "▒": ":", "░": ".", "▌": "|", "▐": "|", "▏": "|", "▁": "_", "▄": "#",
    "▀": "#", "■": "#", "□": "o", "●": "*", "○": "o", "◆": "*",
    "▶": ">", "◀": "<", "▸": ">", "◂": "<", "▲": "^", "▼": "v", "→": ">", "←": "<", "↑": "^",
    "↓": "v", "›": ">",
    "‹": "<", "‖": "=", "✓": "v", "✗": "x", "×": "x", "⚠": "!",
    "…": "~", "·": ".", "•": "*", "–": "-", "—": "-", "−": "-", "±": "~", "≤": "<", "≥": ">",
    "≠": "#", "§": "S", "°": "o", "½": "h", "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'",
    "\u{A0}": " ", "\u{202F}": " ", "\u{2007}": " ", "\u{FFFD}": "?",
  ]
}

extension Canvas {
  /// The canvas as a terminal without Unicode shows it: every cell keeps its place.
  package var ascii: Canvas {
    mapped { cell in Cell(cell.text?.ascii ?? "?", cell.role, cell.ground) }
  }
}
