/// The lines of a bill's claim, and why each modifier stands on them.
struct Claim {
  var lines: [ClaimLine]
  /// Of the modifiers alone.
  var reasons: [Reason]
  /// Where the year's amount stands with these lines; none where the payer has no such threshold,
  /// or too little is known.
  var threshold: ThresholdStanding?
}

/// A line while its modifiers are found.
struct DraftLine {
  var code: ProcedureCode
  var units: Int
  var minutes: Int
  /// CQ or CO, where its units are the assistant's.
  var assistant: String?
  var modifiers: [PlacedModifier] = []
}

/// A modifier on a line, where it belongs and why it is there.
struct PlacedModifier {
  var modifier: String
  var place: Modifier.Place
  /// Why, as the end of a sentence without its full stop; none where a longer reason has it.
  var reason: String?

  init(_ modifier: String, _ place: Modifier.Place, _ reason: String?) {
    self.modifier = modifier
    self.place = place
    self.reason = reason
  }
}

extension Review {
  /// Every code of at least one unit, lowest first, with its modifiers in order and at most four.
  var claim: Claim {
    let shares = assistantShares
    var lines = draftLines(shares)
    for index in lines.indices {
      lines[index].modifiers = modifiers(of: lines[index])
    }
    let threshold = threshold(of: lines)
    let reached = putThresholdModifier(on: &lines, threshold)
    var reasons = reasons(of: lines)
    for (place, share) in shares.sorted(by: { $0.key < $1.key }) {
      reasons.append(reason(of: share, for: count.earners[place]))
    }
    if let threshold { reasons.append(threshold.reason) }
    reasons += reached
    let claimed = lines.map(\.claimLine)
    return Claim(
      lines: claimed, reasons: reasons + claimed.compactMap(\.overflowReason), threshold: threshold)
  }

  /// One reason for each modifier that stands on lines for the same cause.
  private func reasons(of lines: [DraftLine]) -> [Reason] {
    var found: [(modifier: PlacedModifier, codes: [ProcedureCode])] = []
    for line in lines {
      for modifier in line.modifiers where modifier.reason != nil {
        let known = found.firstIndex {
          $0.modifier.modifier == modifier.modifier && $0.modifier.reason == modifier.reason
        }
        if let known {
          if found[known].codes.last != line.code { found[known].codes.append(line.code) }
        } else {
          found.append((modifier, [line.code]))
        }
      }
    }
    return found.sorted { $0.modifier.place < $1.modifier.place }.map { modifier, codes in
      Reason(codes, "\(modifier.modifier) on \(list(codes)): \(modifier.reason ?? "").")
    }
  }

  /// A family's parts one after the other, as far as the assistant had a share in them.
  private func reason(of share: AssistantShare, for earner: Earner) -> Reason {
    let names = share.parts.count == 2 ? earner.codes.map(\.description) : [earner.name]
    var texts: [String] = []
    for (part, name) in zip(share.parts, names) where part.performers.minutes.assistant > 0 {
      texts.append(part.performers.words(for: name, as: share.modifier, part.verdict))
    }
    if earner.isGivenApart, share.parts.count == 2 {
      texts.append("Each code's units are filled from its own minutes first.")
    } else if earner.addOn != nil,
      (1..<share.units).contains(share.unitsWith.base + share.unitsWith.addOn)
    {
      texts.append("It stands on \(earner.base) first: our reading, the cautious one.")
    }
    return Reason(earner.codes, texts.joined(separator: " ") + " (\(Source.assistants.text))")
  }
}

extension DraftLine {
  /// Three modifiers and 99 where there are more than four.
  fileprivate var claimLine: ClaimLine {
    let all = modifiers.map(\.modifier)
    var line = ClaimLine(code: code, modifiers: all, units: units, minutes: minutes)
    if all.count > 4 {
      line.modifiers = all.prefix(3) + ["99"]
      line.furtherModifiers = Array(all.dropFirst(3))
    }
    return line
  }
}

extension ClaimLine {
  fileprivate var overflowReason: Reason? {
    furtherModifiers.map { further in
      Reason(
        [code],
        "99 on \(code): a line has four places; \(list(further)) stand in box 19 of the claim form"
          + " (Pub 100-04 ch. 5 s.10.3.3).")
    }
  }
}
