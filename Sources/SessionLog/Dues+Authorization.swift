import Billing

/// What a payer authorized, which runs out by days, by visits and by units.
struct AuthorizedCare {
  let authorization: Authorization
  let visits: HeldVisits
  let day: ServiceDate

  /// Its end is told two weeks ahead: a payer takes days to answer.
  static let daysTold = 14
  /// Told from two visits left on, a week for most clients.
  static let visitsTold = 2
  /// The 15-minute units of a visit of an hour.
  static let unitsOfVisit = 4
  /// Told from eight units left on: two visits of an hour.
  static let unitsTold = 2 * unitsOfVisit

  init(_ authorization: Authorization, visits: HeldVisits, on day: ServiceDate) {
    self.authorization = authorization
    self.visits = visits
    self.day = day
  }

  /// Outside its dates the counts say nothing, as it holds for no visit of the day.
  var dues: [Due?] { isInForce ? [end, visitsLeft, unitsLeft] : [outside] }

  private var isInForce: Bool { (authorization.start...last).contains(day) }
  /// A record with its dates the wrong way round holds for its first day.
  private var last: ServiceDate { max(authorization.start, authorization.end) }

  private var outside: Due {
    let isOver = last < day
    return due(
      .authorizationDates, .overdue, isOver ? "auth ended" : "auth later",
      isOver
        ? "\(name) ended \(last.inWords), \(days(day.days(since: last))) ago."
        : "\(name) begins \(authorization.start.inWords), after this visit.",
      "Ask the payer, then put the new one into the client's record (\(.client)).")
  }

  private var end: Due? {
    let left = last.days(since: day)
    guard left <= Self.daysTold else { return nil }
    return due(
      .authorizationDates, left == 0 ? .due : .soon, "auth \(left)d",
      "\(name) ends \(last.inWords), \(left == 0 ? "today" : "in \(days(left))").")
  }

  private var visitsLeft: Due? {
    guard let most = authorization.visits else { return nil }
    let used = visits.count(from: authorization.start, through: last)
    let left = most - used
    guard left <= Self.visitsTold else { return nil }
    return due(
      .authorizationVisits, urgency(left), "auth \(left)",
      left < 0
        ? "\(name): visit \(used) of \(most) authorized, \(visits.todayInWords)."
        : "\(name): \(left) of \(quantity(most, "visit")) left, \(visits.todayInWords).")
  }

  /// Nothing runs out before any of it is used, unless it was too little from the first.
  private var unitsLeft: Due? {
    guard let most = authorization.units else { return nil }
    let used = visits.signedUnits(from: authorization.start, through: last)
    guard used > 0 else { return most < Self.unitsOfVisit ? tooFewUnits(most) : nil }
    let left = most - used
    guard left <= Self.unitsTold else { return nil }
    return due(
      .authorizationUnits, urgency(left), "auth \(left)u",
      left < 0
        ? "\(name): \(used) of \(quantity(most, "unit")) are signed, \(-left) too many."
        : "\(name): \(left) of \(quantity(most, "unit")) left, what is not signed yet not included."
    )
  }

  private func tooFewUnits(_ most: Int) -> Due {
    due(
      .authorizationUnits, .soon, "auth \(most)u",
      "\(name) allows \(quantity(most, "unit")), fewer than a visit of an hour takes.")
  }

  private func urgency(_ left: Int) -> Due.Urgency {
    left > 0 ? .soon : left == 0 ? .due : .overdue
  }

  private var name: String {
    authorization.number.isEmpty ? "The authorization" : "Authorization \(authorization.number)"
  }

  private func due(
    _ kind: Due.Kind, _ urgency: Due.Urgency, _ mark: String, _ message: String,
    _ remedy: Advice = "Ask the payer for more, then put it into the client's record (\(.client))."
  ) -> Due {
    Due(
      kind: kind, urgency: urgency, mark: mark, message: message, advice: remedy,
      source: "the client's record: authorized \(authorization.start) to \(last)")
  }

  private func quantity(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
