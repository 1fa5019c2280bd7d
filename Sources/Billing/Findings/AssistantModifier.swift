extension Review {
  /// `assistant-modifier`: CQ or CO is missing or misplaced; a stop where no assistant may give a
  /// code.
  func assistantModifiers(on claim: Claim) -> [Finding] {
    guard
      worksheet.items.contains(where: {
        $0.service.assistantMinutes > 0 || !$0.service.modifiers.isEmpty
      })
    else { return [] }
    return barredAssistants + missingAssistantModifiers + misplacedAssistantModifiers(on: claim)
  }

  /// An assistant gave what none may give.
  private var barredAssistants: [Finding] {
    assisted.compactMap { earner, _ in
      guard let bar = bar(to: earner) else { return nil }
      return finding(
        .stop, earner, bar.words,
        remedy: "Take those minutes out (\(.time) 0m), then say who gave it (\(.performer)) and how"
          + " long (\(.time) 20m).",
        bar.source)
    }
  }

  /// An assistant gave a part, and what the claim needs to say so is not known.
  private var missingAssistantModifiers: [Finding] {
    assisted.compactMap { earner, _ in
      guard bar(to: earner) == nil else { return nil }
      guard let terms = payer.terms else {
        let isDecided = earner.codesGiven.contains { !statedAssistant(on: $0).isEmpty }
        return isDecided
          ? nil
          : finding(
            .caution, earner, "Whether CQ or CO is wanted depends on the payer.",
            remedy: "Name the payer, or put the modifier by hand.", .assistants)
      }
      guard asksForAssistants, assistantModifier(on: earner) == nil,
        day.discipline != .speechLanguagePathology
      else { return nil }
      return terms.wantsDisciplineModifier
        ? finding(
          .caution, earner, "\(payerName) wants CQ or CO, and no discipline is given.",
          remedy: "Give the discipline: CQ goes with PT, CO with OT.", .assistants)
        : finding(
          .caution, earner, "\(payerName) wants CQ or CO, which stand only beside GP or GO.",
          remedy: "Ask the payer, and correct its entry: it wants both or neither.", .assistants)
    }
  }

  /// CQ or CO that a person stated and the day does not bear out.
  private func misplacedAssistantModifiers(on claim: Claim) -> [Finding] {
    worksheet.items.flatMap { item in
      statedAssistant(on: item.code).compactMap { stated -> Finding? in
        let lines = claim.lines.filter { $0.code == item.code }
        let isOnClaim = lines.contains { $0.modifiers.contains(stated) }
        let companion = Discipline.allCases.map(\.modifier).first {
          Modifier.assistant(beside: $0) == stated
        }
        let problem: String
        if asksForAssistants {
          if lines.isEmpty || isOnClaim { return nil }
          problem = "\(stated) is stated on \(item.code), and its minutes do not ask for it."
        } else if item.service.assistantMinutes == 0, item.isGiven {
          problem = "\(stated) is stated on \(item.code), and no minutes of an assistant are."
        } else if let companion, isOnClaim,
          lines.contains(where: { !$0.modifiers.contains(companion) })
        {
          problem = "\(stated) stands only beside \(companion), which \(item.code) does not carry."
        } else {
          return nil
        }
        return Finding(
          .assistantModifier, .caution, codes: [item.code], message: problem,
          remedy: "Correct who gave the minutes, or take \(stated) off.", source: .assistants,
          detail: stated)
      }
    }
  }

  /// The earners of at least one unit that an assistant had a part in.
  private var assisted: [(earner: Earner, units: Int)] {
    zip(count.earners, count.units).filter { $0.1 > 0 && $0.0.assistantMinutes > 0 }
  }

  private func statedAssistant(on code: ProcedureCode) -> [String] {
    worksheet.item(code)?.service.modifiers.map(\.modifier)
      .filter { Modifier.place(of: $0) == .assistant } ?? []
  }

  private func finding(
    _ severity: Finding.Severity, _ earner: Earner, _ words: String, remedy: Advice,
    _ source: Source
  ) -> Finding {
    let codes = earner.codesGiven.filter {
      worksheet.item($0)?.service.assistantMinutes ?? 0 > 0
    }
    let share = "\(earner.assistantMinutes) of \(quantity(earner.minutes, "minute"))"
    return Finding(
      .assistantModifier, severity, codes: codes,
      message: "\(earner.name): an assistant gave \(share). \(words)", remedy: remedy,
      source: source)
  }
}
