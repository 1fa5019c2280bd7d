extension Review {
  /// `documentation`: the note of a given code leaves questions open that the code asks.
  ///
  /// Nothing is asked where no note is known, nor of a clock that was stopped before its first whole
  /// minute: nothing of it is billed.
  var documentationGaps: [Finding] {
    guard let answers = day.answers else { return [] }
    return worksheet.items.compactMap { item in
      guard item.isGiven || item.service.isRunning else { return nil }
      let open = tables.questions.questions(of: item.code).filter {
        !$0.isAnswered(by: answers[item.code]?[$0.id])
      }
      guard let first = open.first else { return nil }
      return Finding(
        .documentation, .caution, codes: [item.code],
        message: "\(item.code): the note does not say: \(words(for: open)).",
        remedy: "Fill in what is open in the note (\(.note)).",
        source: first.source, detail: open.map(\.id).joined(separator: " "))
    }
  }

  private func words(for questions: [Question]) -> String {
    questions.map(\.text).joined(separator: "; ")
  }
}
