/// A colour of a theme.
package enum Color: Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// Named for a terminal of 256 colours, and for one of 16 or 8.
  case named(fine: UInt8, basic: BasicColor)

  /// Its number in a terminal of that many colours; -1 is the terminal's own.
  func number(ofColors count: Int) -> Int {
    switch self {
    case .standard: -1
    case .named(let fine, _) where count >= 256: Int(fine)
    case .named(_, let basic) where count >= 16: basic.number
    case .named(_, let basic): basic.number % 8
    }
  }
}

/// The sixteen colours that every colour terminal names, in the order of their numbers.
package enum BasicColor: String, CaseIterable, Hashable, Sendable {
  case black, red, green, yellow, blue, magenta, cyan, white
  case brightBlack, brightRed, brightGreen, brightYellow
  case brightBlue, brightMagenta, brightCyan, brightWhite

  /// 0…15.
  package var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
