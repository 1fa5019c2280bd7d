import Billing

/// The progress report, which falls due by treatment days.
struct ProgressReports {
  let record: ClientRecord
  let visits: HeldVisits
  let day: ServiceDate

  /// At least one in every ten treatment days, by Pub 100-02, chapter 15, section 220.3.
  static let treatmentDays = 10
  /// It is told from the eighth on: two visits, a week for most clients, are enough to write it.
  static let firstTold = 8

  var due: Due? {
    let count = visits.treatmentDays(after: record.progressReport)
    guard count >= Self.firstTold else { return nil }
    let most = Self.treatmentDays
    let since =
      record.progressReport.map { "since the report of \($0.inWords)" }
      ?? "since the first visit here (no report is recorded)"
    let urgency: Due.Urgency = count < most ? .soon : count == most ? .due : .overdue
    let counted =
      "Treatment day \(count)\(urgency == .overdue ? "" : " of \(most)") \(since), "
      + "\(visits.todayInWords): the next progress report"
    let message =
      switch urgency {
      case .soon: "\(counted) is due by the \(most)th."
      case .due: "\(counted) is due now."
      case .overdue: "\(counted) was due by the \(most)th."
      }
    return Due(
      kind: .progressReport, urgency: urgency, mark: "PR \(count)/\(most)", message: message,
      advice: "Write it, then put its day into the client's record (\(.client)).",
      source: "Pub 100-02 ch. 15 s.220.3, read \(ServiceDate.read)")
  }
}

/// The certification of a plan of care, which runs out.
struct CertifiedPlan {
  let plan: PlanOfCare
  let day: ServiceDate

  /// A certification holds for 90 days at most.
  static let mostDays = 90
  /// It is told two weeks ahead: a physician's signature takes its time.
  static let daysTold = 14

  init(_ plan: PlanOfCare, on day: ServiceDate) {
    self.plan = plan
    self.day = day
  }

  var dues: [Due?] { [certification, length] }

  /// The last day that a certification can hold for.
  private var end: ServiceDate { min(plan.end, plan.start.advanced(byDays: Self.mostDays)) }

  private var certification: Due? {
    let left = end.days(since: day)
    if plan.start > day {
      return due(
        .due, "POC later",
        "The plan of care begins \(plan.start.inWords), after this visit.",
        "Check its dates in the client's record (\(.client)), or have it certified from today.")
    }
    guard left <= Self.daysTold else { return nil }
    let subject = "The certification of the plan of care"
    if left < 0 {
      return due(
        .overdue, "POC ended", "\(subject) ended \(end.inWords), \(days(-left)) ago.",
        "Have the plan recertified, then put its dates into the client's record (\(.client)).")
    }
    return due(
      left == 0 ? .due : .soon, "POC \(left)d",
      "\(subject) ends \(end.inWords), \(left == 0 ? "today" : "in \(days(left))").",
      "Have the plan recertified before, then put its dates into the client's record (\(.client)).")
  }

  private var length: Due? {
    let days = plan.end.days(since: plan.start)
    guard days > Self.mostDays else { return nil }
    return due(
      .soon, "POC > \(Self.mostDays)d",
      """
      The plan of care is dated for \(days) days; a certification holds for \(Self.mostDays) at \
      most, to \(end.inWords).
      """, "Correct its last day in the client's record (\(.client)).")
  }

  private func due(
    _ urgency: Due.Urgency, _ mark: String, _ message: String, _ remedy: Advice
  ) -> Due {
    Due(
      kind: .planOfCare, urgency: urgency, mark: mark, message: message, advice: remedy,
      source: "Pub 100-02 ch. 15 s.220, read \(ServiceDate.read)")
  }
}

/// `1 day`, `7 days`.
func days(_ number: Int) -> String { "\(number) day\(number == 1 ? "" : "s")" }
