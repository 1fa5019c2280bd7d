// CQ and CO: which units of a claim they stand on.
extension Review {
  /// How the units of an earner fall to performers, and what that puts on its lines.
  struct AssistantShare {
    var modifier: String
    var performers: PerformerUnits
    var verdict: PerformerUnits.Verdict

    /// Units that carry the modifier.
    var unitsWith: Int { performers.assistantUnits + verdict.unitsWith }
  }

  /// The shares of assistants by where their earner stands in the count; empty where the payer asks
  /// for no modifier, or no assistant gave anything.
  var assistantShares: [Int: AssistantShare] {
    guard asksForAssistants, worksheet.items.contains(where: { $0.service.assistantMinutes > 0 })
    else { return [:] }
    let performers = zip(count.earners, count.units).map { earner, units in
      units > 0 ? earner.performers(of: units) : nil
    }
    let left = performers.compactMap(\.self).reduce(0) { sum, units in
      sum + (units.blocks == .quarterHours ? units.unitsLeft : 0)
    }
    var shares: [Int: AssistantShare] = [:]
    for (place, units) in performers.enumerated() {
      guard let units, units.assistantMinutes > 0,
        let modifier = assistantModifier(on: count.earners[place])
      else { continue }
      let hasExceptions = units.blocks == .quarterHours && day.date >= .firstOfExceptions
      let verdict = units.verdict(unitsLeftInDay: hasExceptions ? left : nil)
      shares[place] = AssistantShare(modifier: modifier, performers: units, verdict: verdict)
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
  fileprivate func performers(of units: Int) -> PerformerUnits {
    PerformerUnits(
      units: units, therapistMinutes: therapistMinutes, assistantMinutes: assistantMinutes,
      blocks: blocks(under: .ama))
  }
}

extension ServiceDate {
  /// From when CQ and CO are reported, and from when two exceptions hold.
  static let firstOfAssistants = ServiceDate(written: 2020, 1, 1)
  fileprivate static let firstOfExceptions = ServiceDate(written: 2022, 1, 1)
}
