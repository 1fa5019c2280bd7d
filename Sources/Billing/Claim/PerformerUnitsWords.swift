// Why a code carries CQ or CO on some of its units, on all or on none, in words that can be checked
// with a pencil.
extension PerformerUnits {
  /// What the arithmetic came to, for the modifier that the plan of care asks for.
  func words(for name: String, as modifier: String, _ verdict: Verdict) -> String {
    let share =
      "the assistant alone gave \(minutes.assistant) of"
      + " \(quantity(minutes.sum, "minute"))"
    let with = assistantUnits + verdict.unitsWith
    guard length != nil else {
      return "\(name): \(share), \(with > 0 ? "more" : "not more") than 10 %:"
        + " \(with > 0 ? modifier : "no \(modifier)")." + simpleMethodWords(modifier, verdict)
    }
    var text =
      "\(name): \(share). Full blocks: \(therapistUnits) the therapist's,"
      + " \(assistantUnits) the assistant's."
    if unitsLeft > 0 { text += " " + wordsOfTheRest(verdict) }
    return text + " \(modifier) on \(with) of \(quantity(units, "unit"))."
      + simpleMethodWords(modifier, verdict)
  }

  private func wordsOfTheRest(_ verdict: Verdict) -> String {
    let verb = unitsLeft == 1 ? "is" : "are"
    let left =
      "\(quantity(unitsLeft, "unit")) \(verb) left, with"
      + " \(quantity(over.therapist, "minute")) of the therapist and \(over.assistant) of the assistant"
    switch verdict.ground {
    case .fullBlocks: return ""
    case .finalUnit:
      return "\(left): the day's final unit, of which the therapist alone gave 8 minutes or more,"
        + " carries none (first exception, since 2022)."
    case .oneEach:
      return "\(left): the day's final two, of which each gave 9 to 14 minutes; one carries it, one"
        + " does not (second exception, since 2022)."
    case .share:
      if minutesLeft.count > 1 {
        return
          "\(left): laid into \(minutesLeft[0]) and \(minutesLeft[1]) minutes, the assistant can"
          + " have more than 10 % of \(verdict.unitsWith), which is the cautious reading."
      }
      let whole = minutesLeft[0]
      let isArranged = over.sum > whole
      let share =
        "\(left): \(isArranged ? "at most " : "")\(min(over.assistant, whole)) of the unit's"
        + " \(quantity(whole, "minute")) \(verdict.unitsWith > 0 ? "are more" : "are not more")"
        + " than 10 %\(isArranged ? ", which is the cautious reading" : "")"
      guard verdict.unitsWith > 0, let inDay = verdict.unitsLeftInDay else { return share + "." }
      return share
        + "; no exception: \(inDay) units of the day are left, of \(inDay == 2 ? "two" : "several")"
        + " codes; our reading of one final unit, check with the payer."
    }
  }

  private func simpleMethodWords(_ modifier: String, _ verdict: Verdict) -> String {
    guard verdict.bySimpleMethod != verdict.unitsWith else { return "" }
    return
      " CMS's simple method (a tenth of the minutes, rounded, and 1 more) would put \(modifier)"
      + " on \(assistantUnits + verdict.bySimpleMethod): general knowledge; the exact share decides"
      + " here."
  }
}
