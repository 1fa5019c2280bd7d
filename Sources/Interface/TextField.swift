import Screen

/// A line of text being typed.
package struct TextField: Hashable, Sendable {
  /// What was typed; never a control character.
  package private(set) var text: String
  /// Characters before the cursor.
  package private(set) var cursor: Int
  /// The most characters it takes.
  package let limit: Int
  /// Whether something typed or pasted was left out, until the next change.
  package private(set) var refusal: Refusal?
  /// Whether it holds a default that nobody has touched: the first character takes its place.
  private var isDefault = false

  /// Why something was not taken into a field.
  package enum Refusal: Hashable, Sendable {
    case tooLong(limit: Int)
    case unprintable
    case tooLongAndUnprintable(limit: Int)

    /// What to tell the person.
    package var sentence: String {
      switch self {
      case .tooLong(let limit): "Error: at most \(limit) characters; the rest was left out."
      case .unprintable:
        "Error: control characters were left out."
      case .tooLongAndUnprintable(let limit):
        "Error: at most \(limit) characters; the rest and control characters were left out."
      }
    }
  }

  package init(_ text: String = "", limit: Int, isDefault: Bool = false) {
    self.text = ""
    self.cursor = 0
    self.limit = limit
    take(text)
    self.isDefault = isDefault
  }

  package var isEmpty: Bool { text.isEmpty }

  /// Whether nobody has begun to type in it, whatever default it holds.
  var isUntouched: Bool { text.isEmpty || isDefault }

  /// The text without blanks at either end.
  package var trimmed: String {
    var trimmed = Substring(text)
    while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    return String(trimmed)
  }

  /// Inserts what was typed or pasted at the cursor.
  ///
  /// Several lines become one; what a line cannot hold is left out, and ``refusal`` says so.
  package mutating func insert(_ typed: String) {
    if isDefault { clear() }
    // A paste may be of any length: what is far beyond the limit is not even looked at.
    let looked = typed.prefix(4 * limit)
    take(Self.inOneLine(looked), isCut: looked.endIndex < typed.endIndex)
  }

  private mutating func take(_ line: String, isCut: Bool = false) {
    let printable = line.filter(Self.isPrintable)
    let taken = printable.prefix(max(0, limit - text.count))
    let isTooLong = isCut || taken.count < printable.count
    let hasControls = printable.count < line.count
    refusal =
      switch (isTooLong, hasControls) {
      case (true, true): .tooLongAndUnprintable(limit: limit)
      case (true, false): .tooLong(limit: limit)
      case (false, true): .unprintable
      case (false, false): nil
      }
    text.insert(contentsOf: taken, at: index(cursor))
    cursor += taken.count
    // Joining characters may merge with their neighbours.
    cursor = min(cursor, text.count)
  }

  package mutating func deleteBackward() {
    touch()
    guard cursor > 0 else { return }
    text.remove(at: index(cursor - 1))
    cursor -= 1
  }

  package mutating func deleteForward() {
    touch()
    guard cursor < text.count else { return }
    text.remove(at: index(cursor))
  }

  package mutating func clear() {
    touch()
    text = ""
    cursor = 0
  }

  package mutating func move(by characters: Int) {
    touch()
    cursor = min(max(0, cursor + characters), text.count)
  }

  package mutating func moveToStart() {
    touch()
    cursor = 0
  }

  package mutating func moveToEnd() {
    touch()
    cursor = text.count
  }

  /// What follows edits the text that is there.
  private mutating func touch() {
    refusal = nil
    isDefault = false
  }

  private func index(_ offset: Int) -> String.Index {
    text.index(text.startIndex, offsetBy: min(max(0, offset), text.count))
  }

  /// Each line break, tab or run of blanks as one blank; a break at the end is none.
  private static func inOneLine(_ typed: Substring) -> String {
    var line = ""
    for character in typed {
      if !character.isWhitespace {
        line.append(character)
      } else if line.last != " " {
        line.append(" ")
      }
    }
    if typed.last?.isNewline == true, line.last == " " { line.removeLast() }
    return line
  }

  /// The most a character is made of; letters of any script need fewer, marks without end more.
  private static let scalarLimit = 16

  /// Whether a terminal shows it as a character: no control, no direction mark, nothing unassigned.
  private static func isPrintable(_ character: Character) -> Bool {
    guard character.unicodeScalars.count <= scalarLimit else { return false }
    return character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
        .unassigned:
        false
      default: true
      }
    }
  }
}

extension TextField {
  /// Takes a key that edits text; whether it was one.
  mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: deleteBackward()
    case .delete: deleteForward()
    case .left: move(by: -1)
    case .right: move(by: 1)
    case .home, .control("a"): moveToStart()
    case .end, .control("e"): moveToEnd()
    case .control("u"): clear()
    default: return false
    }
    return true
  }
}
