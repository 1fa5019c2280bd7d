extension Review {
  /// `threshold-modifier`: the year's amount is reached without KX, or KX is stated below it; and, to
  /// know, what of the amount is not known, and that it passes the amount of the targeted review.
  func thresholdModifiers(on claim: Claim) -> [Finding] {
    guard payer.terms?.hasThreshold == true else { return [] }
    guard let standing = claim.threshold else { return unknownYear }
    var findings: [Finding] = []
    if standing.reached.isEmpty {
      if isNeedAttested { findings.append(misplaced(standing)) }
    } else if !isNeedAttested {
      findings.append(asked(standing, on: standing.reached.map { claim.lines[$0].code }))
    }
    if !standing.unpriced.isEmpty { findings.append(incomplete(standing)) }
    if let review = standing.row.review, standing.total >= review {
      findings.append(reviewed(standing, from: review))
    }
    return findings
  }

  private func asked(_ standing: ThresholdStanding, on codes: [ProcedureCode]) -> Finding {
    Finding(
      .thresholdModifier, .caution, codes: Set(codes).sorted(),
      message: "\(sum(standing)), and from \(standing.amountWords) lines carry KX.",
      remedy: "Put KX, with a reason, if the services are needed; else stop or ask the client.",
      source: standing.source, detail: "\(day.date.year) reached")
  }

  private func misplaced(_ standing: ThresholdStanding) -> Finding {
    Finding(
      .thresholdModifier, .caution, codes: attestedCodes,
      message: "KX is stated, and \(sum(standing, "the year's amount")), below"
        + " \(standing.amountWords): routine early use is abusive.",
      remedy: standing.unpriced.isEmpty
        ? "Take KX off: the lines carry none." : "Take KX off, unless the missing fees reach it.",
      source: standing.source, detail: "\(day.date.year) below")
  }

  private func incomplete(_ standing: ThresholdStanding) -> Finding {
    Finding(
      .thresholdModifier, .info, codes: standing.unpriced,
      message:
        "No fee is known for \(list(standing.unpriced)): the year's amount may be higher than"
        + " \(dollars(standing.total)).",
      remedy: "Add the allowed amounts to the fee file.", source: standing.source)
  }

  private func reviewed(_ standing: ThresholdStanding, from review: Int) -> Finding {
    Finding(
      .thresholdModifier, .info, codes: [],
      message: "\(sum(standing)): from \(dollars(review)) claims may be picked for a targeted"
        + " review.",
      remedy: "Have the records ready that show the need.", source: standing.source)
  }

  /// A year of which no amount was seen: nothing is guessed.
  ///
  /// It is said where a person counts on it.
  private var unknownYear: [Finding] {
    let year = day.date.year
    guard tables.thresholds[year] == nil, day.spending != nil || isNeedAttested else { return [] }
    return [
      Finding(
        .thresholdModifier, .info, codes: attestedCodes,
        message: "The amount of \(year) from which lines carry KX is not known here.",
        remedy: "Look it up, and put KX by hand where it is reached.", source: .threshold)
    ]
  }

  private var attestedCodes: [ProcedureCode] {
    worksheet.items.filter {
      $0.service.modifiers.contains { $0.modifier == Modifier.attested }
    }.map(\.code)
  }

  /// What has come together, and of which services.
  private func sum(
    _ standing: ThresholdStanding, _ subject: String = "The year's amount"
  ) -> String {
    let services =
      switch day.discipline {
      case .occupationalTherapy: "occupational therapy"
      case .physicalTherapy, .speechLanguagePathology:
        "physical therapy and speech-language pathology together"
      case nil: "therapy"
      }
    return "\(subject) of \(services) comes to \(dollars(standing.total))"
  }
}

extension ThresholdStanding {
  /// The year's amount, and how well it is known, where it was not read in a named source.
  fileprivate var amountWords: String {
    switch row.confidence {
    case .seen: dollars(row.amount)
    case .partlySeen: dollars(row.amount) + " (as published; source not named)"
    case .general: dollars(row.amount) + " (general knowledge)"
    }
  }

  fileprivate var source: Source {
    Source(text: "\(Source.threshold.text); \(row.source.text)", date: row.source.date)
  }
}
