extension Review {
  /// `assistant-modifier`: an assistant gave part of a billed code; a stop where none may.
  ///
  /// This version does not derive CQ and CO: it says the share and leaves the modifier to a person.
  var assistantShares: [Finding] {
    zip(count.earners, count.units).compactMap { earner, units in
      let services = earner.codesGiven.compactMap { worksheet.item($0)?.service }
      let minutes = services.reduce(0) { $0 + $1.assistantMinutes }
      guard units > 0, minutes > 0 else { return nil }
      if let bar = bar(to: earner) {
        return Finding(
          .assistantModifier, .stop, codes: services.map(\.code),
          message: "\(earner.name): an assistant gave \(minutes) of"
            + " \(quantity(earner.minutes, "minute")). \(bar.words)",
          remedy: "Correct who gave it, or take those minutes out.",
          source: bar.source)
      }
      return Finding(
        .assistantModifier, .caution, codes: services.map(\.code),
        message: "\(earner.name): an assistant gave \(minutes) of"
          + " \(quantity(earner.minutes, "minute")); CQ or CO is not derived.",
        remedy: "Decide by hand whether the assistant's share asks for the modifier.",
        source: .assistants)
    }
  }

  /// Why no assistant may give a code, where none may.
  private func bar(to earner: Earner) -> (words: String, source: Source)? {
    if earner.codesGiven.contains(where: { catalog[$0]?.isEvaluation == true }) {
      return ("An evaluation is never an assistant's.", .assistantsBarred)
    }
    let isMedicare = payer.name?.lowercased().hasPrefix("medicare") == true
    return isMedicare && day.discipline == .speechLanguagePathology
      ? ("Medicare pays no speech-language pathology assistant.", .assistantsBarred) : nil
  }
}
