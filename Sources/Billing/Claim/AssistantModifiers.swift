// CQ and CO: which units of a claim they stand on.
extension Review {
  /// How the units of an earner fall to performers, and what that puts on its lines.
  struct AssistantShare {
    var modifier: String
    /// Of a family the base's and the add-on's, where they are told apart; else all in one.
    var parts: [(performers: PerformerUnits, verdict: PerformerUnits.Verdict)]
    /// Units of the base, of a single code all, that carry the modifier; and of the add-on.
    var unitsWith: (base: Int, addOn: Int)

    /// Units with it and without it.
    var units: Int { parts.reduce(0) { $0 + $1.performers.units } }
  }

  /// The shares of assistants by where their earner stands in the count; empty where the payer asks
  /// for no modifier, or no assistant gave anything.
  var assistantShares: [Int: AssistantShare] {
    guard asksForAssistants, worksheet.items.contains(where: { $0.service.assistantMinutes > 0 })
    else { return [:] }
    let performers = zip(count.earners, count.units).map { earner, units in
      units > 0 ? earner.performers(of: units) : []
    }
    var left = 0
    for (earner, parts) in zip(count.earners, performers) where earner.measure == .pooled {
      for part in parts { left += part.unitsLeft }
    }
    var shares: [Int: AssistantShare] = [:]
    for (place, earner) in count.earners.enumerated()
    where earner.assistantMinutes > 0 && count.units[place] > 0 {
      guard let modifier = assistantModifier(on: earner) else { continue }
      let hasExceptions = earner.measure == .pooled && day.date >= .firstOfExceptions
      let parts = performers[place].map {
        (performers: $0, verdict: $0.verdict(unitsLeftInDay: hasExceptions ? left : nil))
      }
      shares[place] = AssistantShare(
        modifier: modifier, parts: parts,
        unitsWith: earner.unitsByCode(
          parts.map { $0.performers.assistantUnits + $0.verdict.unitsWith }))
    }
    return shares
  }

  /// Whether the payer wants CQ and CO for a service of that day.
  var asksForAssistants: Bool {
    payer.terms?.wantsAssistantModifier == true && day.date >= .firstOfAssistants
  }

  /// CQ beside GP, CO beside GO: without its companion either is rejected, and an evaluation is
  /// never an assistant's.
  func assistantModifier(on earner: Earner) -> String? {
    guard bar(to: earner) == nil else { return nil }
    return derivedDisciplineModifier(of: earner.base).flatMap(Modifier.assistant(beside:))
  }

  /// Why no assistant may give a code, where none may.
  func bar(to earner: Earner) -> (words: String, source: Source)? {
    if earner.codesGiven.contains(where: { catalog[$0]?.isEvaluation == true }) {
      return ("An evaluation is never an assistant's.", .assistantsBarred)
    }
    let isUnpaid =
      day.discipline == .speechLanguagePathology && payer.terms?.paysSpeechAssistants == false
    return isUnpaid
      ? ("\(payerName) pays no speech-language pathology assistant.", .assistantsBarred) : nil
  }
}

extension Earner {
  /// On which code the units of each part stand: a family's part is its own code's where minutes
  /// were given under both; of one total the base has them first, the cautious reading.
  fileprivate func unitsByCode(_ parts: [Int]) -> (base: Int, addOn: Int) {
    let all = parts.reduce(0, +)
    guard addOn != nil else { return (all, 0) }
    if isGivenApart, parts.count == 2 { return (parts[0], parts[1]) }
    return (min(1, all), max(0, all - 1))
  }
}

extension ServiceDate {
  /// From when CQ and CO are reported, and from when two exceptions hold.
  static let firstOfAssistants = ServiceDate(written: 2020, 1, 1)
  fileprivate static let firstOfExceptions = ServiceDate(written: 2022, 1, 1)
}
