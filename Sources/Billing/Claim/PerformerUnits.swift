/// How units of one length, of a code or of a family, fall to the therapist and to the assistant.
///
/// Full blocks go to whoever gave them. Of the units left, one of which the assistant alone gave
/// more than 10 % carries CQ or CO, but for two cases of 15-minute codes from 2022 on. The 10 % are
/// exact and of the unit's own minutes; where minutes could be laid into units in several ways, the
/// way that puts the modifier on most of them counts. That is the cautious side of what the rule
/// leaves open.
///
/// Source: 42 CFR 410.59 and 410.60, (a)(4); CMS, therapy services page.
struct PerformerUnits: Hashable {
  /// Units in all, 1 or more.
  let units: Int
  /// What was given: what both give together is the therapist's.
  let minutes: PerformerMinutes
  /// Minutes that fill a unit; none where minutes do not decide the units.
  let length: Int?
  /// Units that are wholly the therapist's.
  private(set) var therapistUnits = 0
  /// Units that are wholly the assistant's.
  private(set) var assistantUnits = 0
  /// Minutes over those units, for the units left.
  private(set) var over: PerformerMinutes

  /// The units that are wholly neither's.
  var unitsLeft: Int { units - therapistUnits - assistantUnits }

  /// Why the units left carry the modifier, or do not.
  enum Ground: Hashable {
    /// None is left.
    case fullBlocks
    /// The final unit of the day, of which the therapist alone gave 8 minutes or more.
    case finalUnit
    /// The final two units of the day, of one code, of which each gave 9 to 14 minutes.
    case oneEach
    /// More than 10 %, or not.
    case share
  }

  /// How many of the units left carry the modifier.
  struct Verdict: Hashable {
    var ground: Ground
    var unitsWith: Int
    /// How many would by CMS's simple method.
    var bySimpleMethod: Int
    /// Units left of the day where that alone keeps the first exception from holding.
    var unitsLeftInDay: Int?
  }

  init(units: Int, minutes: PerformerMinutes, length: Int?) {
    self.units = units
    self.minutes = minutes
    self.length = length
    over = minutes
    guard let length else { return }
    while unitsLeft > 0, over.therapist >= length {
      therapistUnits += 1
      over.therapist -= length
    }
    while unitsLeft > 0, over.assistant >= length {
      assistantUnits += 1
      over.assistant -= length
    }
  }

  /// What is to be said of the units left.
  ///
  /// - Parameter unitsLeftInDay: those of all 15-minute codes of the day; none where the two
  ///   exceptions do not hold, before 2022 and for other codes.
  func verdict(unitsLeftInDay: Int?) -> Verdict {
    if unitsLeft == 0 { return Verdict(ground: .fullBlocks, unitsWith: 0, bySimpleMethod: 0) }
    if unitsLeftInDay == 1, unitsLeft == 1, over.therapist >= 8 {
      return Verdict(ground: .finalUnit, unitsWith: 0, bySimpleMethod: 0)
    }
    if unitsLeftInDay == 2, unitsLeft == 2, (9...14).contains(over.therapist),
      (9...14).contains(over.assistant), (23...28).contains(over.sum)
    {
      return Verdict(ground: .oneEach, unitsWith: 1, bySimpleMethod: 1)
    }
    return Verdict(
      ground: .share, unitsWith: mostUnits { $0 * 10 > $1 },
      bySimpleMethod: mostUnits { $0 >= ($1 + 5) / 10 + 1 },
      unitsLeftInDay: unitsLeft == 1 && over.therapist >= 8 ? unitsLeftInDay : nil)
  }

  /// Minutes of each of the units left: whole blocks first, the rest in the last one.
  var minutesLeft: [Int] {
    guard let length else { return [over.sum] }
    guard unitsLeft > 1 else { return [min(over.sum, length)] }
    return [length, max(0, over.sum - length)]
  }

  /// The most of the units left in which the assistant has too much, in any arrangement.
  private func mostUnits(_ isTooMuch: (_ assistant: Int, _ whole: Int) -> Bool) -> Int {
    let minutes = minutesLeft
    guard minutes.count == 2 else {
      let isOver = isTooMuch(min(over.assistant, minutes[0]), minutes[0])
      return isOver ? unitsLeft : 0
    }
    let inLast = max(0, minutes[1] - over.therapist)...min(over.assistant, minutes[1])
    let most = inLast.map { last in
      (isTooMuch(over.assistant - last, minutes[0]) ? 1 : 0) + (isTooMuch(last, minutes[1]) ? 1 : 0)
    }
    return most.max() ?? 0
  }
}
