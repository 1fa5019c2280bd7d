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
      evaluationsTwice, wrongDisciplines, longTimers, sleeps, movedClocks, lateEntries,
      billedOverPresent,
    ].flatMap(\.self)
    for index in findings.indices where findings[index].severity == .caution {
      findings[index].dismissal = dismissal(of: findings[index])
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

extension Review {
  /// Why a person let a caution stand.
  ///
  /// Of open questions, and of late entries, what was dismissed may be more than what is found: an
  /// answer to one of them, or one that was undone, takes nothing of that back. Where several cover
  /// what is found, the one that says least beyond it stands, of equal ones the lowest.
  private func dismissal(of caution: Finding) -> String? {
    guard caution.id == .documentation || caution.id == .lateEntry else {
      return day.dismissals[caution.fact]
    }
    let found = Set(caution.fact.detail.split(separator: " "))
    let covering = day.dismissals.filter { fact, _ in
      fact.id == caution.id && fact.codes == caution.codes
        && found.isSubset(of: fact.detail.split(separator: " "))
    }
    return covering.min { left, right in
      let (left, right) = (left.key.detail, right.key.detail)
      let counts = (left.split(separator: " ").count, right.split(separator: " ").count)
      return counts.0 == counts.1 ? left < right : counts.0 < counts.1
    }?.value
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

/// `1 unit`, `2 units`; `1 entry`, `2 entries`.
func quantity(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}
