// The lines of the claim before their modifiers: which codes, units and minutes.
extension Review {
  /// Every code of at least one unit, lowest first; of a code that is partly an assistant's, the
  /// line without the modifier first.
  ///
  /// A family's minutes are kept whole: the base's line has those that fill its unit, the add-on's
  /// line the rest. Where a code has two lines, the one without the modifier has the therapist's minutes, as
  /// many as its units are long at most, and the other the rest.
  func draftLines(_ shares: [Int: AssistantShare]) -> [DraftLine] {
    var lines: [DraftLine] = []
    lines.reserveCapacity(count.earners.count + 2)
    for (place, (earner, units)) in zip(count.earners, count.units).enumerated() where units > 0 {
      let share = shares[place]
      let blocks = earner.blocks(under: .ama)
      guard let addOn = earner.addOn, let base = earner.minutesOfBase(of: units) else {
        let whole = DraftLine(code: earner.base, units: units, minutes: earner.minutes)
        lines += whole.split(share, share?.unitsWith.base, each: blocks?.first, of: earner)
        continue
      }
      let first = DraftLine(code: earner.base, units: 1, minutes: base.sum)
      lines += first.split(share, share?.unitsWith.base, each: nil, of: earner)
      let rest = DraftLine(code: addOn, units: units - 1, minutes: earner.minutes - base.sum)
      lines += rest.split(share, share?.unitsWith.addOn, each: blocks?.further, of: earner)
    }
    lines.sort { ($0.code, $0.assistant == nil ? 0 : 1) < ($1.code, $1.assistant == nil ? 0 : 1) }
    return lines
  }
}

extension DraftLine {
  /// This line, or two where the modifier stands on a part of its units.
  fileprivate func split(
    _ share: Review.AssistantShare?, _ unitsWith: Int?, each length: Int?, of earner: Earner
  ) -> [DraftLine] {
    guard let share, let unitsWith, unitsWith > 0 else { return [self] }
    var with = self
    with.assistant = share.modifier
    guard unitsWith < units else { return [with] }
    var without = self
    without.units = units - unitsWith
    without.minutes = min(earner.therapistMinutes, without.units * (length ?? 0))
    with.units = unitsWith
    with.minutes = minutes - without.minutes
    return [without, with]
  }
}
