/// Whole minutes of the therapist, and of the assistant alone.
struct PerformerMinutes: Hashable {
  var therapist = 0
  var assistant = 0

  var sum: Int { therapist + assistant }

  static func + (left: Self, right: Self) -> Self {
    Self(
      therapist: left.therapist + right.therapist, assistant: left.assistant + right.assistant)
  }

  static func - (left: Self, right: Self) -> Self {
    Self(
      therapist: left.therapist - right.therapist, assistant: left.assistant - right.assistant)
  }
}

/// A code, or a family of base and add-on, that earns its units as one.
struct Earner {
  /// The code of the first unit; of a code without add-on, of all units.
  var base: ProcedureCode
  /// The code of a family's further units.
  var addOn: ProcedureCode?
  /// Given under the base.
  var givenAsBase: PerformerMinutes
  /// Given under the add-on.
  var givenAsAddOn = PerformerMinutes()
  /// When the first of them was begun; the end of time where nobody knows.
  var begun: Int64
  /// How its units come about.
  var measure: Measure

  enum Measure: Hashable {
    /// In the 15-minute pool of the CMS rule, alone in quarter hours under AMA.
    case pooled
    /// By its own blocks under either rule.
    case alone(Blocks)
    /// One a day, from the first whole minute.
    case untimed
    /// As many as a person counted.
    case counted(by: String, units: Int)
  }

  var given: PerformerMinutes { givenAsBase + givenAsAddOn }
  var baseMinutes: Int { givenAsBase.sum }
  var addOnMinutes: Int { givenAsAddOn.sum }
  var minutes: Int { given.sum }
  var therapistMinutes: Int { given.therapist }
  var assistantMinutes: Int { given.assistant }

  /// Its codes, the base first.
  var codes: [ProcedureCode] { addOn.map { [base, $0] } ?? [base] }

  /// Those of its codes that have minutes.
  var codesGiven: [ProcedureCode] {
    let base = baseMinutes > 0 ? [self.base] : []
    guard let addOn, addOnMinutes > 0 else { return base }
    return base + [addOn]
  }

  /// What a sentence calls it: `97110`, of a family `97129+97130`.
  var name: String { addOn.map { "\(base)+\($0)" } ?? base.description }

  /// The blocks it is cut into under `rule` where it stands alone; none in the pool, and where time
  /// does not decide.
  func blocks(under rule: Rule) -> Blocks? {
    switch measure {
    case .pooled: rule == .ama ? .quarterHours : nil
    case .alone(let blocks): blocks
    case .untimed, .counted: nil
    }
  }

  /// The units it earns without regard to any other.
  func unitsAlone(under rule: Rule) -> Int {
    switch measure {
    case .untimed: minutes > 0 ? 1 : 0
    case .counted(_, let units): units
    case .pooled, .alone: blocks(under: rule)?.units(in: minutes) ?? 0
    }
  }

  /// What `units` come to as charges: of a family, one of the base and the rest of the add-on.
  func charges(of units: Int) -> [Charge] {
    guard let addOn else { return [Charge(code: base, minutes: baseMinutes, units: units)] }
    return [
      Charge(code: base, minutes: baseMinutes, units: min(1, units)),
      Charge(code: addOn, minutes: addOnMinutes, units: max(0, units - 1)),
    ]
  }

  /// Whether an equal remainder is given to this one first: more minutes, then begun first, then
  /// the lower code.
  func precedes(_ other: Earner) -> Bool {
    if minutes != other.minutes { return minutes > other.minutes }
    if begun != other.begun { return begun < other.begun }
    return base < other.base
  }
}
