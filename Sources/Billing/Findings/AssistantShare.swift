extension Review {
  /// `assistant-modifier`: an assistant gave part of a billed code.
  ///
  /// This version does not derive CQ and CO: it says the share and leaves the modifier to a person.
  var assistantShares: [Finding] {
    zip(count.earners, count.units).compactMap { earner, units in
      let services = earner.codesGiven.compactMap { worksheet.item($0)?.service }
      let minutes = services.reduce(0) { $0 + $1.assistantMinutes }
      guard units > 0, minutes > 0 else { return nil }
      return Finding(
        .assistantModifier, .caution, codes: services.map(\.code),
        message: "\(earner.name): an assistant gave \(minutes) of"
          + " \(quantity(earner.minutes, "minute")); CQ or CO is not derived.",
        remedy: "Decide by hand whether the assistant's share asks for the modifier.",
        source: .assistants)
    }
  }
}
