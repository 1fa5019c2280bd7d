/// An ICD-10-CM code that is well formed, such as `M54.50` or `S72.001A`.
///
/// Its form alone is checked: that a code exists, and is billable on the day, stands in CMS's
/// yearly tables, which are not looked up.
public struct DiagnosisCode: Hashable, Sendable, CustomStringConvertible {
  /// In capitals, a point behind the third character where more follow.
  public let description: String

  /// Reads a letter, a digit and a third letter or digit, then up to four more; the point between
  /// may be left out, and small letters become capitals.
  ///
  /// - Throws: ``Mistake`` with what is wrong, and what is allowed.
  public init(_ text: String) throws(Mistake) {
    let parts = Self.trimmed(text).split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, !(parts.count == 1 && first.isEmpty) else {
      throw Mistake(text, "is empty")
    }
    guard parts.count <= 2 else { throw Mistake(text, "has more than one point") }
    let characters = Array(parts.joined().uppercased())
    guard characters.allSatisfy({ $0.isLetterOfICD || $0.isDigitOfICD }) else {
      throw Mistake(text, "has a character that is neither a letter from A to Z nor a digit")
    }
    guard characters.count >= 3 else { throw Mistake(text, "is too short") }
    guard characters.count <= 7 else { throw Mistake(text, "is too long") }
    guard parts.count == 1 || first.count == 3 else {
      throw Mistake(text, "has its point in another place than behind the third character")
    }
    guard parts.count == 1 || parts[1] != "" else {
      throw Mistake(text, "ends with its point")
    }
    guard characters[0].isLetterOfICD else { throw Mistake(text, "does not begin with a letter") }
    guard characters[1].isDigitOfICD else {
      throw Mistake(text, "has no digit in the second place")
    }
    let rest = characters.dropFirst(3)
    description = String(characters.prefix(3)) + (rest.isEmpty ? "" : ".") + String(rest)
  }

  /// What is wrong with a code, and what is allowed, in two sentences.
  public struct Mistake: Error, Hashable, Sendable, CustomStringConvertible {
    /// As `M5 is too short`.
    public let problem: String

    init(_ text: String, _ problem: String) {
      let typed = DiagnosisCode.trimmed(text)
      self.problem = typed.isEmpty ? "the diagnosis \(problem)" : "\(typed) \(problem)"
    }

    public var description: String { "\(problem). \(DiagnosisCode.form)" }
  }

  /// What is allowed, in a sentence.
  public static let form = """
    An ICD-10-CM code is a letter, a digit, a letter or digit, then a point and up to four more, \
    as M54.50; its form is checked, not whether it exists.
    """

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Character {
  fileprivate var isLetterOfICD: Bool { ("A"..."Z").contains(self) && isASCII }
  fileprivate var isDigitOfICD: Bool { ("0"..."9").contains(self) && isASCII }
}
