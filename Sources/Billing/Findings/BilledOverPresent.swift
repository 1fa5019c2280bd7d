extension Review {
  /// `billed-over-present`: a performer gave more minutes on a date, to all clients, than lie
  /// between the first and the last moment stated for them, back-timed and typed ranges included.
  ///
  /// A stop where the clock times alone say so. Where it takes minutes without clock times, they may
  /// have been given before or after: a caution, on the days that have such minutes. Less than a
  /// whole minute says nothing, for totals are stated in whole minutes.
  var billedOverPresent: [Finding] {
    (day.facts?.presences ?? []).compactMap { presence in
      let isOver = { (given: Int64) in given - presence.milliseconds >= 60_000 }
      if isOver(presence.clocked) {
        return Finding(
          .billedOverPresent, .stop, codes: presence.codes,
          message: "\(words(for: presence, given: presence.clocked)).",
          remedy: "Correct the times (\(.intervals)) so that each minute stands once.",
          source: .presence, detail: presence.performer)
      }
      guard isOver(presence.clocked + presence.typed), !presence.typedCodes.isEmpty else {
        return nil
      }
      let typed = quantity(Int(presence.typed / 60_000), "minute")
      return Finding(
        .billedOverPresent, .caution, codes: presence.typedCodes,
        message: words(for: presence, given: presence.clocked + presence.typed)
          + "; \(typed) of it have no clock times.",
        remedy: "Give them clock times (\(.time) 1305-1320, or \(.intervals)), or say why they"
          + " stand (\(.findings)).",
        source: .presence, detail: "\(presence.performer): \(typed) without clock times")
    }
  }

  private func words(for presence: LogFacts.Presence, given: Int64) -> String {
    "\(quantity(Int(given / 60_000), "minute")) by \(presence.performer) on \(day.date), and"
      + " \(quantity(Int(presence.milliseconds / 60_000), "minute")) between the first and the last"
      + " moment stated, \(presence.first)-\(presence.last)"
  }
}
