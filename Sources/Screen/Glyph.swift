import CWidth

/// What a cell can hold: one character of one or two columns, drawn where it is put.
struct Glyph: Hashable, Sendable {
  let character: Character
  let columns: Int

  /// Stands for whatever no cell can hold.
  static let replacement = Glyph(character: "\u{FFFD}", columns: 1)
  /// Stands where text was cut.
  static let ellipsis = Glyph(character: "…", columns: 1)
  /// A base and four marks: what ncurses keeps in a cell (`CCHARW_MAX`).
  private static let scalarLimit = 5

  /// The cells that show `character`.
  ///
  /// A control character comes as `^[`, and one that a terminal would obey or draw in a width of
  /// its own (joined emoji, flags, direction overrides) as `�`: nothing is sent raw.
  static func glyphs(of character: Character) -> [Glyph] {
    if let glyph = common(character) { return [glyph] }
    return measured(character)
  }

  /// The one cell of a character of the program's own text, which is nearly all of every frame.
  static func common(_ character: Character) -> Glyph? {
    if let ascii = character.asciiValue, (0x20...0x7E).contains(ascii) {
      return Glyph(character: character, columns: 1)
    }
    return own[character]
  }

  /// The characters beyond ASCII that our own text uses, measured once.
  private static let own: [Character: Glyph] = Character.lookAlikes.keys.reduce(into: [:]) {
    let glyphs = measured($1)
    if glyphs.count == 1 { $0[$1] = glyphs[0] }
  }

  private static func measured(_ character: Character) -> [Glyph] {
    let scalars = character.unicodeScalars.filter { !$0.properties.isVariationSelector }
    if scalars.allSatisfy({ $0.isASCII && $0.properties.generalCategory == .control }) {
      return scalars.isEmpty ? [replacement] : scalars.flatMap(caret)
    }
    guard scalars.allSatisfy(isSafe) else { return [replacement] }
    return split(scalars)
  }

  /// `^[` for Escape, `^?` for Delete: the letter that is 64 further on.
  private static func caret(_ scalar: Unicode.Scalar) -> [Glyph] {
    let visible = Character(Unicode.Scalar(UInt8(scalar.value) ^ 0x40))
    return [Glyph(character: "^", columns: 1), Glyph(character: visible, columns: 1)]
  }

  /// Whether a terminal draws the scalar by itself: it neither steers nor melts into its neighbour.
  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
    default:
      !scalar.properties.isEmojiModifier && !(0x1F1E6...0x1F1FF).contains(scalar.value)
        && columns(of: scalar) >= 0
    }
  }

  /// A cell for each scalar that takes columns, with the marks that follow it.
  ///
  /// Some scripts join several letters to what Unicode calls one character; a terminal gives each
  /// its cell.
  private static func split(_ scalars: String.UnicodeScalarView) -> [Glyph] {
    var glyphs: [Glyph] = []
    var cluster = String.UnicodeScalarView()
    var width = 0
    func close() {
      if width > 0 { glyphs.append(Glyph(character: Character(String(cluster)), columns: width)) }
    }
    for scalar in scalars {
      let own = columns(of: scalar)
      if own > 0 {
        close()
        cluster = String.UnicodeScalarView([scalar])
        width = own
      } else if width > 0, cluster.count < scalarLimit {
        cluster.append(scalar)
      }
    }
    close()
    return glyphs.isEmpty ? [replacement] : glyphs
  }

  /// The columns ncurses gives the scalar in UTF-8; below 0 if it cannot be shown.
  private static func columns(of scalar: Unicode.Scalar) -> Int {
    let locale = uselocale(utf8)
    defer { uselocale(locale) }
    return Int(wcwidth(wchar_t(scalar.value)))
  }
}

/// The locale whose width tables are asked, never written after it is made.
private nonisolated(unsafe) let utf8 = newlocale(character_type_mask, "C.UTF-8", nil)
