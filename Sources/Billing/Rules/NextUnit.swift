/// How far a code is from the day's next unit: what a countdown and a progress bar show.
public struct NextUnit: Hashable, Sendable {
  /// Whole minutes since the day's last unit was earned, 0 or more.
  public var minutesGone: Int
  /// Whole minutes still to go, 1 or more.
  public var minutesToGo: Int

  public init(minutesGone: Int, minutesToGo: Int) {
    self.minutesGone = minutesGone
    self.minutesToGo = minutesToGo
  }

  /// The part of the way that is done, from 0 to below 1.
  public var fraction: Double { Double(minutesGone) / Double(minutesGone + minutesToGo) }
}

/// Whole minutes more of `code` until the day earns one more unit, by the same arithmetic as
/// ``bill(_:for:using:)``; nothing where no number of minutes earns one.
public func minutesToNextUnit(
  of code: ProcedureCode, in day: TreatmentDay, for payer: Payer, using tables: Tables = .builtIn
) -> Int? {
  nextUnit(of: code, in: day, for: payer, using: tables)?.minutesToGo
}

/// How far the day is from one more unit if only `code` goes on; nothing where no number of minutes
/// earns one.
///
/// In the pool of the CMS rule every code has the same way to go, for the total decides. A code
/// that the day does not have yet is taken as begun now.
public func nextUnit(
  of code: ProcedureCode, in day: TreatmentDay, for payer: Payer, using tables: Tables = .builtIn
) -> NextUnit? {
  func units(after minutes: Int?) -> (worksheet: Worksheet, total: Int) {
    var day = day
    if let minutes { day.services.append(Service(code, therapistMinutes: minutes)) }
    let worksheet = Worksheet(day, in: tables, by: payer.rule)
    return (worksheet, Count(worksheet, by: payer.rule, chosen: nil).units.reduce(0, +))
  }
  let begun = units(after: 0).worksheet
  guard let earner = begun.earners.first(where: { $0.codes.contains(code) }) else { return nil }
  var next = begun.way(of: earner, under: payer.rule)
  // Not only the way's last minute: an untimed code, a typed one, or a base that its add-on has
  // waited for.
  if units(after: 1).total > units(after: nil).total {
    next = NextUnit(minutesGone: next?.minutesGone ?? 0, minutesToGo: 1)
  }
  return next
}

extension Worksheet {
  /// From the last unit to the next by minutes alone; none where minutes do not decide, or there is
  /// no next.
  fileprivate func way(of earner: Earner, under rule: Rule) -> NextUnit? {
    let minutes: Int
    let last: Int?
    let next: Int?
    if earner.measure == .pooled, rule == .cms {
      minutes = earners.reduce(0) { $0 + ($1.measure == .pooled ? $1.minutes : 0) }
      let units = Pool.units(in: minutes)
      last = units == 0 ? 0 : Pool.minutes(making: units).lowerBound
      next = Pool.minutes(making: units + 1).lowerBound
    } else if let blocks = earner.blocks(under: rule) {
      minutes = earner.minutes
      let units = blocks.units(in: minutes)
      last = blocks.minutes(toEarn: units)
      next = blocks.minutes(toEarn: units + 1)
    } else {
      return nil
    }
    guard let last, let next else { return nil }
    return NextUnit(minutesGone: minutes - last, minutesToGo: next - minutes)
  }
}
