// Which minutes of a family fill the base's unit, and which its add-on's.
extension Earner {
  /// Whether it is known which of a family's minutes are the base's and which the add-on's.
  var isGivenApart: Bool { baseMinutes > 0 && addOnMinutes > 0 }

  /// The minutes that fill the base's unit, of `units` in all, 2 or more; none of a single code.
  ///
  /// They are those given under the base, as many as the unit is long at most. Of the add-on's, the
  /// assistant's first, come those that its own units do not hold, and where the base's own minutes
  /// earn no unit, as many as fill it. Where all was given under one code, all of it can fill the
  /// base.
  func minutesOfBase(of units: Int) -> PerformerMinutes? {
    guard addOn != nil, units > 1, let blocks = blocks(under: .ama), let further = blocks.further
    else { return nil }
    let own = isGivenApart ? givenAsBase : given
    let isEarned = blocks.units(in: own.sum) > 0
    let needed = isEarned ? max(own.sum, minutes - (units - 1) * further) : blocks.first
    let length = min(blocks.first, needed)
    if own.sum < length {
      let more = length - own.sum
      let byAssistant = min(more, givenAsAddOn.assistant)
      return own + PerformerMinutes(therapist: more - byAssistant, assistant: byAssistant)
    }
    if own.assistant < length, own.therapist >= length {
      return PerformerMinutes(therapist: length)
    }
    let byAssistant = min(length, own.assistant)
    return PerformerMinutes(therapist: length - byAssistant, assistant: byAssistant)
  }

  /// How `units` fall to performers: of a family the base's unit first and the add-on's after it,
  /// where their minutes or their lengths tell them apart; else all as of one code.
  func performers(of units: Int) -> [PerformerUnits] {
    let blocks = blocks(under: .ama)
    guard let base = minutesOfBase(of: units), isGivenApart || blocks?.first != blocks?.further
    else { return [PerformerUnits(units: units, minutes: given, length: blocks?.first)] }
    return [
      PerformerUnits(units: 1, minutes: base, length: blocks?.first),
      PerformerUnits(units: units - 1, minutes: given - base, length: blocks?.further),
    ]
  }
}
