extension Review {
  /// `tie`: equal remainders at the cut leave the choice to the clinician.
  var ties: [Finding] {
    guard let tie = count.tie, let cut = count.pool?.cut else { return [] }
    let candidates = tie.candidates.map { count.earners[$0] }
    let winners = tie.winners.map { count.earners[$0].name }.sorted()
    return [
      Finding(
        .tie, .info, codes: candidates.flatMap(\.codesGiven),
        message: "\(list(candidates.map(\.name).sorted())) have equal remainders of"
          + " \(quantity(cut, "minute")) for \(quantity(tie.places, "unit")).",
        remedy: "The clinician chooses; taken: \(list(winners)).",
        source: .totalTime)
    ]
  }
}
