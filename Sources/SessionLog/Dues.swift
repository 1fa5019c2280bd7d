public import Billing

/// Something that a client's record says is due, or runs out.
public struct Due: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case progressReport = "progress-report"
    case planOfCare = "plan-of-care"
    case authorizationDates = "authorization-dates"
    case authorizationVisits = "authorization-visits"
    case authorizationUnits = "authorization-units"
  }

  /// How much it presses, in order.
  public enum Urgency: String, CaseIterable, Comparable, Sendable {
    /// There is time left.
    case soon
    /// Today, or with this visit.
    case due
    /// It is past.
    case overdue

    public static func < (left: Self, right: Self) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  public var kind: Kind
  public var urgency: Urgency
  /// The same in a few characters, for a list: `PR 8/10`, `POC 7d`, `auth 1`.
  public var mark: String
  /// What is due or runs out, in a sentence.
  public var message: String
  /// What to do, in a sentence that may name a command.
  public var advice: Advice
  /// Where the rule stands and when we read it, or what the client's record says.
  public var source: String

  /// What to do, in a sentence with the keys that the program comes with.
  public var remedy: String { advice.text }
}

/// What is due or runs out for a client on a day, the most urgent first.
///
/// - Parameters:
///   - record: what is known of the client under a discipline; where no progress report is, treatment
///     days are counted since the first visit there is.
///   - visits: the client's visits; those of others, of other disciplines and after `day` are passed
///     over. A visit on `day` that is still open counts as held: it has just been opened.
public func dues(
  of record: ClientRecord, visits: [PastVisit], on day: ServiceDate
) -> [Due] {
  let visits = HeldVisits(of: record.key, among: visits, through: day)
  var dues = [ProgressReports(record: record, visits: visits, day: day).due]
  if let plan = record.planOfCare { dues += CertifiedPlan(plan, on: day).dues }
  if let authorization = record.authorization {
    dues += AuthorizedCare(authorization, visits: visits, on: day).dues
  }
  let order = Due.Kind.allCases
  return dues.compactMap(\.self).sorted { left, right in
    if left.urgency != right.urgency { return left.urgency > right.urgency }
    return order.firstIndex(of: left.kind) ?? 0 < order.firstIndex(of: right.kind) ?? 0
  }
}

/// A client's visits under one discipline that took place, or are taking place.
public struct HeldVisits {
  public let day: ServiceDate
  private let visits: [PastVisit]

  public init(of key: ClientKey, among visits: [PastVisit], through day: ServiceDate) {
    self.day = day
    self.visits = visits.filter { visit in
      key == ClientKey(client: visit.client, discipline: visit.discipline)
        && visit.date <= day && visit.isHeld(on: day)
    }
  }

  /// Whether the day itself has a visit among them.
  public var includesToday: Bool { visits.contains { $0.date == day } }
  /// `today's visit included`, for a sentence that counts.
  public var todayInWords: String {
    includesToday ? "today's visit included" : "today's visit not included"
  }

  /// Days of service with treatment after `report`; all of them without one.
  public func treatmentDays(after report: ServiceDate?) -> Int {
    Set(visits.map(\.date).filter { date in report.map { date > $0 } ?? true }).count
  }

  /// Visits from one day through another; none where the days stand the wrong way round.
  public func count(from start: ServiceDate, through end: ServiceDate) -> Int {
    held(from: start, through: end).count
  }

  /// Units of the signed days.
  ///
  /// Visits that were billed together each carry the units of their whole
  /// day, so that a day counts once, with the most that was signed.
  public func signedUnits(from start: ServiceDate, through end: ServiceDate) -> Int {
    let days = held(from: start, through: end)
      .reduce(into: [ServiceDate: Int]()) { days, visit in
        days[visit.date] = max(days[visit.date] ?? 0, visit.units ?? 0)
      }
    return days.values.reduce(0, +)
  }

  private func held(from start: ServiceDate, through end: ServiceDate) -> [PastVisit] {
    visits.filter { start <= $0.date && $0.date <= end }
  }
}

extension PastVisit {
  /// Whether it was held: treated and not called off, or of `day` and still open.
  fileprivate func isHeld(on day: ServiceDate) -> Bool {
    switch standing {
    case .noShow, .cancelled: false
    case .signed: isTreated || units ?? 0 > 0
    case .open: isTreated || date == day
    }
  }
}
