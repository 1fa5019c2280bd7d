extension Questions {
  /// The columns of a file of questions, in order.
  static let columns = ["codes", "id", "text", "kind", "confidence", "source", "sourceDate"]

  /// The longest text of a question, so that it and its field stand on one line.
  static let mostCharacters = 28

  /// The questions that the program brings.
  ///
  /// A test reads the built-in file, so a mistake in it does not get this far; one that did would
  /// ask for nothing.
  public static let builtIn =
    (try? Questions(parsing: builtInText, named: "Questions.tsv", for: .builtIn)) ?? Questions()

  /// The text of the built-in file.
  static var builtInText: String { String(decoding: PackageResources.Questions_tsv, as: UTF8.self) }

  /// Reads a file of questions; the codes that `timed` and `untimed modality` stand for are the
  /// catalogue's.
  ///
  /// - Throws: the first mistake, with file, line and column.
  init(parsing text: String, named file: String, for catalog: Catalog) throws(TableMistake) {
    var byCode: [ProcedureCode: [Question]] = [:]
    for row in try TableRow.all(of: text, named: file, columns: Self.columns) {
      let question = try row.question()
      for code in try row.codesAsked(in: catalog) {
        guard byCode[code]?.contains(where: { $0.id == question.id }) != true else {
          throw row.mistake("id", "\(code) is already asked for \(question.id)")
        }
        byCode[code, default: []].append(question)
      }
    }
    self.init(byCode: byCode)
  }
}

extension TableRow {
  fileprivate func codesAsked(in catalog: Catalog) throws(TableMistake) -> [ProcedureCode] {
    switch self["codes"] {
    case "timed": catalog.procedures.filter(\.isTimed).map(\.code)
    case "untimed modality": catalog.procedures.filter(\.isUntimedModality).map(\.code)
    case nil: throw mistake("codes", "is missing")
    default: try codes("codes")
    }
  }

  fileprivate func question() throws(TableMistake) -> Question {
    Question(
      id: try id(), text: try text(), kind: try kind(), confidence: try confidence(),
      source: try source())
  }

  private func id() throws(TableMistake) -> String {
    let id: String = try needed("id")
    guard id.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == 45 })
    else { throw mistake("id", "\(id) is not of small letters and hyphens") }
    return id
  }

  private func text() throws(TableMistake) -> String {
    let text: String = try needed("text")
    guard text.count <= Questions.mostCharacters else {
      throw mistake("text", "\(text.count) characters, not \(Questions.mostCharacters) at most")
    }
    return text
  }

  private func kind() throws(TableMistake) -> Question.Kind {
    let text: String = try needed("kind")
    guard let kind = Question.Kind(rawValue: text) else {
      throw mistake("kind", "\(text) is none of text, group size")
    }
    return kind
  }
}

extension Procedure {
  /// Heat, light, electricity and the like, whose units no minutes decide.
  fileprivate var isUntimedModality: Bool {
    timing == .untimed && (attendance == .supervised || attendance == .constant)
  }
}
