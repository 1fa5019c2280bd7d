/// All that a finding or a reason may look at: the day, what the rules make of it, and the
/// catalogue.
struct Review {
  let day: TreatmentDay
  let payer: Payer
  let tables: Tables
  let worksheet: Worksheet
  /// By the payer's rule.
  let count: Count
  /// By the rule that is shown beside it.
  let other: Count
  /// The code pairs among what was given.
  let pairs: GivenPairs

  var catalog: Catalog { tables.catalog }

  /// The findings, those that weigh most first.
  ///
  /// No kind suppresses another.
  func findings(on claim: Claim) -> [Finding] {
    var findings = [
      unknownCodes, retiredCodes, codesNotYetValid, addOnsWithoutBase, overlaps,
      groupsWithOneOnOne, codePairs, documentationGaps, belowMinimum, unbilledMinutes, ties,
      ruleDifferences, disciplineModifiers(on: claim), assistantModifiers(on: claim),
      thresholdModifiers(on: claim), reducedTimedCodes, overDailyUnits, codesNotPayable,
      evaluationsTwice, wrongDisciplines,
    ].flatMap(\.self)
    for index in findings.indices where findings[index].severity == .caution {
      findings[index].dismissal =
        findings[index].id == .documentation
        ? dismissal(of: findings[index]) : day.dismissals[findings[index].fact]
    }
    findings.sort { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.id != right.id { return left.id.rawValue < right.id.rawValue }
      if left.codes != right.codes { return left.codes.lexicographicallyPrecedes(right.codes) }
      return left.message < right.message
    }
    return findings
  }
}

/// Codes as a sentence lists them: `97110, 97112 and 97140`.
func list(_ codes: [ProcedureCode], _ word: String = "and") -> String {
  list(codes.map(\.description), word)
}

func list(_ words: [String], _ word: String = "and") -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(word) " + last
}

/// `1 unit`, `2 units`.
func quantity(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
