extension Catalog {
  /// The procedures that `words` may mean, best first: codes that begin with the digits, then
  /// labels that have every word.
  ///
  /// Codes that are valid on `date` come first; without words, all of them.
  ///
  /// A procedure's words are those of its label, its disciplines, its attendance, and whether it is
  /// timed. Words that are typed stand in any order, may be shortened at the end, and are compared
  /// without regard to case and hyphens. Where no procedure has them all, those are found that have
  /// half of them, the more the better. A number that never was a code finds the one that is meant by it.
  public func search(_ words: String, on date: ServiceDate) -> [Procedure] {
    let wanted = Self.words(of: words)
    var byNumber: [Procedure] = []
    var byWords: [Procedure] = []
    var bySome: [(procedure: Procedure, count: Int)] = []
    for procedure in procedures {
      if wanted.count == 1, procedure.code.description.lowercased().hasPrefix(wanted[0]) {
        byNumber.append(procedure)
        continue
      }
      let words = procedure.words
      let count = wanted.count { beginning in words.contains { $0.hasPrefix(beginning) } }
      if count == wanted.count {
        byWords.append(procedure)
      } else if 2 * count >= wanted.count, count > 0 {
        bySome.append((procedure, count))
      }
    }
    if let code = ProcedureCode(words), let meant = slips[code].flatMap({ self[$0] }) {
      byNumber.append(meant)
    }
    var found = byNumber + byWords
    if found.isEmpty {
      let most = bySome.map(\.count).max()
      found = bySome.filter { $0.count == most }.map(\.procedure)
    }
    return found.filter { $0.isValid(on: date) } + found.filter { !$0.isValid(on: date) }
  }

  fileprivate static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

extension Procedure {
  /// The words that find it; those with a hyphen as one word too, for they are written both ways.
  fileprivate var words: [String] {
    let joined = label.lowercased().split(separator: " ").filter { $0.contains("-") }
      .map { $0.filter(\.isLetter) }
    let about = [label, code.description, attendance == .unstated ? "" : attendance.rawValue]
    return Catalog.words(of: (about + disciplines.map(\.rawValue)).joined(separator: " "))
      + joined + [isTimed ? "timed" : "untimed"]
  }
}
