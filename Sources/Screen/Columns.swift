/// The columns that a canvas gives `text`: two for a wide character, two for a control one (`^[`).
package func width(of text: String) -> Int {
  // Nearly all text: a column for each byte.
  if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
  return text.reduce(0) { $0 + width(of: $1) }
}

private func width(of character: Character) -> Int {
  if let glyph = Glyph.common(character) { return glyph.columns }
  return Glyph.glyphs(of: character).reduce(0) { $0 + $1.columns }
}

extension String {
  /// The longest beginning that takes at most `columns` columns, of whole characters.
  package func prefix(columns: Int) -> Substring {
    var room = columns
    return prefix { character in
      room -= width(of: character)
      return room >= 0
    }
  }

  /// The glyphs of the text; where they do not fit, as many as leave room for a last `…`.
  func glyphs(cutTo columns: Int) -> [Glyph] {
    guard columns > 0 else { return [] }
    var kept: [Glyph] = []
    var taken = 0
    /// Whether the text went on beyond the last column, and was cut.
    func cuts(at glyph: Glyph) -> Bool {
      kept.append(glyph)
      taken += glyph.columns
      guard taken > columns else { return false }
      while taken > columns - 1, let last = kept.popLast() { taken -= last.columns }
      kept.append(.ellipsis)
      return true
    }
    for character in self {
      if let glyph = Glyph.common(character) {
        if cuts(at: glyph) { return kept }
      } else {
        for glyph in Glyph.glyphs(of: character) where cuts(at: glyph) { return kept }
      }
    }
    return kept
  }
}

extension StringProtocol {
  /// The text as a canvas would show it, with nothing in it that a terminal would obey.
  package var visible: String {
    String(flatMap(Glyph.glyphs).map(\.character))
  }
}
