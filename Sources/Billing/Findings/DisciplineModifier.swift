extension Review {
  /// `discipline-modifier`: the payer wants GP, GO or GN and no discipline is given, or a person
  /// stated another than the day's.
  func disciplineModifiers(on claim: Claim) -> [Finding] {
    missingDisciplineModifiers(on: claim) + contradictedDisciplineModifiers
  }

  private func missingDisciplineModifiers(on claim: Claim) -> [Finding] {
    guard day.discipline == nil, payer.terms?.wantsDisciplineModifier == true else { return [] }
    let bare = claim.lines.filter { line in
      !line.modifiers.contains { Modifier.place(of: $0) == .discipline }
    }
    guard !bare.isEmpty else { return [] }
    let wanted = isDefault ? "by our default, wants" : "wants"
    return [
      Finding(
        .disciplineModifier, .caution, codes: Set(bare.map(\.code)).sorted(),
        message: "\(payerName)\(isDefault ? "," : "") \(wanted) GP, GO or GN on every line, and no"
          + " discipline is given.",
        remedy: "Give the discipline: PT, OT or SLP.\(owners(of: bare.map(\.code)))",
        source: disciplineSource)
    ]
  }

  /// Whose the evaluations among the lines are: that says what the day's discipline is.
  private func owners(of codes: [ProcedureCode]) -> String {
    let owned = codes.compactMap { catalog[$0] }.filter {
      $0.isEvaluation && $0.disciplines.count == 1
    }
    return owned.compactMap { procedure in
      procedure.disciplines.first.map { " \(procedure.code) is an evaluation of \($0.name)." }
    }.joined()
  }

  /// Whether nothing was read of what the payer wants.
  private var isDefault: Bool { payer.terms?.evidence.confidence == .general }

  /// Medicare's manual for Medicare's own rule; of any other payer what speaks for its terms.
  private var disciplineSource: Source {
    guard let terms = payer.terms, !terms.hasThreshold else { return .planOfCare }
    return terms.evidence.asSource
  }

  private var contradictedDisciplineModifiers: [Finding] {
    worksheet.items.flatMap { item in
      item.service.modifiers.compactMap { stated -> Finding? in
        guard Modifier.place(of: stated.modifier) == .discipline,
          let own = derivedDisciplineModifier(of: item.code), own != stated.modifier
        else { return nil }
        return Finding(
          .disciplineModifier, .caution, codes: [item.code],
          message: "\(stated.modifier) is stated on \(item.code), which carries \(own).",
          remedy: "Correct the visit's discipline, or take \(stated.modifier) off.",
          source: disciplineSource, detail: stated.modifier)
      }
    }
  }
}
