extension Review {
  /// `documentation`: the note of a given code leaves questions open that the code asks.
  ///
  /// Nothing is asked where no note is known.
  var documentationGaps: [Finding] {
    guard let answers = day.answers else { return [] }
    return worksheet.items.compactMap { item in
      guard item.isGiven || item.service.isBegun else { return nil }
      let open = tables.questions.questions(of: item.code).filter {
        !$0.isAnswered(by: answers[item.code]?[$0.id])
      }
      guard let first = open.first else { return nil }
      return Finding(
        .documentation, .caution, codes: [item.code],
        message: "\(item.code): the note does not say: \(words(for: open)).",
        remedy: "Fill in what is open in the note (n).",
        source: first.source, detail: open.map(\.id).joined(separator: " "))
    }
  }

  /// Why a person let the open questions of a code stand; an answer to one of them takes nothing of
  /// that back.
  func dismissal(of gap: Finding) -> String? {
    let open = Set(gap.fact.detail.split(separator: " "))
    return day.dismissals.first { fact, _ in
      fact.id == gap.id && fact.codes == gap.codes
        && open.isSubset(of: fact.detail.split(separator: " "))
    }?.value
  }

  private func words(for questions: [Question]) -> String {
    questions.map(\.text).joined(separator: "; ")
  }
}
