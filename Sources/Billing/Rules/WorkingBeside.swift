// What a biller must know beside the arithmetic: who else gave, who else was there, who else pays.
extension Review {
  var reasonsBeside: [Reason] {
    var reasons: [Reason] = []
    for item in worksheet.items {
      if item.service.unbilledMinutes > 0 { reasons.append(unbilledReason(item)) }
      if !item.service.coTreatment.isEmpty { reasons += coTreatmentReasons(item) }
    }
    if let reason = assistantsUnmarked { reasons.append(reason) }
    if let secondary = day.secondaryPayer { reasons.append(reason(for: secondary)) }
    return reasons
  }

  private func unbilledReason(_ item: Worksheet.Item) -> Reason {
    let minutes = item.service.unbilledMinutes
    return Reason(
      [item.code],
      "\(item.code): \(quantity(minutes, "minute")) by a student or an aide"
        + " \(minutes == 1 ? "is" : "are") kept apart and never billed.")
  }

  private func coTreatmentReasons(_ item: Worksheet.Item) -> [Reason] {
    Discipline.allCases.compactMap { discipline in
      let minutes = item.service.coTreatment.reduce(0) {
        $0 + ($1.discipline == discipline ? $1.minutes : 0)
      }
      guard minutes > 0 else { return nil }
      return Reason(
        [item.code],
        "\(item.code) was given together with \(discipline.name): \(quantity(minutes, "minute"))"
          + " \(minutes == 1 ? "goes" : "go") there and \(minutes == 1 ? "is" : "are") not billed"
          + " here (Pub 100-04 ch. 5 s.20.3).")
    }
  }

  /// Why an assistant's share puts nothing on a line, where that is certain.
  private var assistantsUnmarked: Reason? {
    guard let terms = payer.terms, !asksForAssistants else { return nil }
    let codes = worksheet.items.filter { $0.service.assistantMinutes > 0 }.map(\.code)
    guard !codes.isEmpty else { return nil }
    let share = "An assistant gave a part of \(list(codes))"
    return terms.wantsAssistantModifier
      ? Reason(codes, "\(share): CQ and CO are reported from \(ServiceDate.firstOfAssistants) on.")
      : Reason(codes, "\(share): \(payerName) asks for neither CQ nor CO.")
  }

  /// The claim is the same for both; what the second one's own rule comes to is told.
  private func reason(for secondary: Payer) -> Reason {
    let second = secondary.name ?? "The second payer"
    let policy =
      "Units are counted once, by \(count.rule.shortName), for \(payer.name ?? "the payer") first and"
      + " for \(secondary.name ?? "another") second: our stated policy."
    let limits = " Only its rule was looked at: its pairs, limits and modifiers were not."
    guard secondary.rule != count.rule else {
      return Reason([], "\(policy) \(second) goes by \(count.rule.shortName) too.\(limits)")
    }
    let charges = other.charges(of: other.units).filter { $0.units > 0 }
    let total = charges.reduce(0) { $0 + $1.units }
    let units = list(charges.map { "\($0.code) \($0.units)" })
    return Reason(
      [],
      "\(policy) \(second) goes by \(secondary.rule.shortName), which comes to"
        + " \(quantity(total, "unit"))\(charges.isEmpty ? "" : ": \(units)").\(limits)")
  }

  /// The payer as a sentence begins with it.
  var payerName: String { payer.name ?? "The payer" }
}
