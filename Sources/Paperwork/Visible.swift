extension String {
  /// The text with everything that could steer a terminal, or turn a line round, written as `\x1B`.
  package var visible: String {
    guard unicodeScalars.contains(where: \.isUnprintable) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      guard scalar.isUnprintable else { return text.unicodeScalars.append(scalar) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      text += scalar.value < 0x100 ? "\\x\(digits.count < 2 ? "0" : "")\(digits)" : "\\u{\(digits)}"
    }
  }

  /// The text in quotes, visible and not too long: a mistake is shown as it was typed.
  package var quoted: String { "\"\(shortened)\"" }

  /// The text, visible and not too long.
  var shortened: String { count > 40 ? "\(prefix(39).description.visible)…" : visible }
}

extension Unicode.Scalar {
  /// Controls, invisible formatting such as turns of writing direction, and line separators.
  var isUnprintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
