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
    return [
      Finding(
        .disciplineModifier, .caution, codes: Set(bare.map(\.code)).sorted(),
        message: "\(payerName) wants GP, GO or GN on every line, and no discipline is given.",
        remedy: "Give the discipline: PT, OT or SLP.", source: .planOfCare)
    ]
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
          source: .planOfCare, detail: stated.modifier)
      }
    }
  }
}
