extension Catalog {
  /// The procedures that `words` may mean, best first: codes that begin with the digits, then
  /// labels that have every word.
  ///
  /// Codes that are valid on `date` come first; without words, all of them.
  ///
  /// Words may be shortened at the end and are compared without regard to case. A number that never
  /// was a code finds the one that is meant by it.
  public func search(_ words: String, on date: ServiceDate) -> [Procedure] {
    let wanted = Self.words(of: words)
    var byNumber: [Procedure] = []
    var byLabel: [Procedure] = []
    for procedure in procedures {
      if wanted.count == 1, procedure.code.description.lowercased().hasPrefix(wanted[0]) {
        byNumber.append(procedure)
      } else if Self.words(of: procedure.label + " " + procedure.code.description).haveAll(
        of: wanted)
      {
        byLabel.append(procedure)
      }
    }
    if let code = ProcedureCode(words), let meant = slips[code].flatMap({ self[$0] }) {
      byNumber.append(meant)
    }
    let found = byNumber + byLabel
    return found.filter { $0.isValid(on: date) } + found.filter { !$0.isValid(on: date) }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

extension [String] {
  /// Whether each of `beginnings` begins one of these words.
  fileprivate func haveAll(of beginnings: [String]) -> Bool {
    beginnings.allSatisfy { beginning in contains { $0.hasPrefix(beginning) } }
  }
}
