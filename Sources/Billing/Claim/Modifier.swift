/// A modifier of a claim line: what it says, and where on the line it stands.
public struct Modifier: Hashable, Sendable {
  /// Two capital letters or digits.
  public var code: String
  /// What it says, in our own few words.
  public var meaning: String
  public var place: Place
  /// Whether a person who puts it must say why.
  public var needsReason: Bool
  /// Modifiers that say the contrary: none of them stands on one line with it.
  public var contraries: [String]
  public var confidence: Procedure.Confidence
  public var source: Source

  /// Where it stands on a line; in the order of the line, what decides the price first.
  public enum Place: String, CaseIterable, Comparable, Sendable {
    /// GP, GO, GN: from the plan of care.
    case discipline
    /// CQ, CO: from the assistant's share.
    case assistant
    /// KX: from the yearly threshold.
    case threshold
    /// 59 and its finer forms: from evidence of the clock.
    case separateService = "separate service"
    case telehealth, habilitation, notice, other
    /// 99, where a line has more than four.
    case overflow

    public static func < (left: Self, right: Self) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// The modifiers that the program knows, in the order of a line.
  ///
  /// A test reads the built-in file, so a mistake in it does not get this far; one that did would
  /// leave every modifier without a meaning.
  public static let known: [Modifier] =
    (try? all(in: builtInText, named: "Modifiers.tsv")) ?? []

  /// The modifier of that code, if it is known.
  public static func named(_ code: String) -> Modifier? { byCode[code] }

  /// The text of the built-in file.
  static var builtInText: String {
    String(decoding: PackageResources.Modifiers_tsv, as: UTF8.self)
  }

  /// Where a modifier stands, known or not.
  static func place(of code: String) -> Place { named(code)?.place ?? .other }

  /// CQ beside GP, CO beside GO; none beside GN.
  ///
  /// Source: Pub 100-04 ch. 5 s.20.1.
  static func assistant(beside discipline: String) -> String? {
    switch discipline {
    case Discipline.physicalTherapy.modifier: "CQ"
    case Discipline.occupationalTherapy.modifier: "CO"
    default: nil
    }
  }

  /// Need is attested.
  static let attested = "KX"
  /// A service that was given less than in full.
  static let reduced = "52"

  private static let byCode = Dictionary(
    known.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}

extension Modifier {
  /// The columns of a file of modifiers, in order.
  static let columns = [
    "modifier", "place", "meaning", "reason", "notWith", "confidence", "source", "sourceDate",
  ]

  /// Reads a file of modifiers.
  ///
  /// - Throws: the first mistake, with file, line and column.
  static func all(in text: String, named file: String) throws(TableMistake) -> [Modifier] {
    var modifiers: [Modifier] = []
    var lines: [String: Int] = [:]
    for row in try TableRow.all(of: text, named: file, columns: columns) {
      let modifier = try row.modifier()
      if let first = lines.updateValue(row.line, forKey: modifier.code) {
        throw row.mistake("modifier", "\(modifier.code) already stands in line \(first)")
      }
      modifiers.append(modifier)
    }
    return modifiers
  }
}

extension TableRow {
  fileprivate func modifier() throws(TableMistake) -> Modifier {
    let code: String = try needed("modifier")
    guard StatedModifier(code).isWellFormed else {
      throw mistake("modifier", "\(code) is not two capital letters or digits")
    }
    return Modifier(
      code: code, meaning: try needed("meaning"), place: try place(),
      needsReason: try needsReason(),
      contraries: self["notWith"]?.split(separator: " ").map(String.init) ?? [],
      confidence: try confidence(), source: try source())
  }

  private func place() throws(TableMistake) -> Modifier.Place {
    let text: String = try needed("place")
    guard let place = Modifier.Place(rawValue: text) else {
      let places = Modifier.Place.allCases.map(\.rawValue)
      throw mistake("place", "\(text) is none of \(places.joined(separator: ", "))")
    }
    return place
  }

  private func needsReason() throws(TableMistake) -> Bool {
    switch self["reason"] {
    case "yes": true
    case nil: false
    case .some(let text): throw mistake("reason", "\(text) is neither yes nor -")
    }
  }
}
