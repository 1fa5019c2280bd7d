import Billing
import SessionLog
import Testing

/// What is due or runs out, as a client's visits and record tell it.
///
/// Today is Sunday, 22 November 2026.
@Suite struct DuesTests {
  static let today: ServiceDate = "2026-11-22"

  /// So many held visits, one a day, the last of them yesterday; and today's, just opened.
  func visits(before held: Int, today isOpened: Bool = true, units: Int? = nil) -> [PastVisit] {
    let past = (0..<held).map { place in
      visit(Self.today.advanced(byDays: -1 - place), .signed, isTreated: true, units: units)
    }
    return past + (isOpened ? [visit(Self.today, .open)] : [])
  }

  func visit(
    _ day: ServiceDate, _ standing: PastVisit.Standing, isTreated: Bool = false,
    units: Int? = nil, of client: String = "KM", under discipline: Discipline = .occupationalTherapy
  ) -> PastVisit {
    PastVisit(
      session: SessionID(rawValue: Int64(day.dayNumber)), client: client, discipline: discipline,
      date: day, clinician: "A. Reyes", standing: standing, units: units, isTreated: isTreated)
  }

  func record(
    plan: PlanOfCare? = nil, authorization: Authorization? = nil, report: ServiceDate? = nil
  ) -> ClientRecord {
    ClientRecord(
      client: "KM", discipline: .occupationalTherapy, planOfCare: plan,
      authorization: authorization, progressReport: report)
  }

  func authorization(
    through end: ServiceDate = "2027-06-30", visits: Int? = nil, units: Int? = nil
  ) -> Authorization {
    Authorization(number: "A1", start: "2026-01-01", end: end, visits: visits, units: units)
  }

  func due(
    _ kind: Due.Kind, _ record: ClientRecord?, _ visits: [PastVisit] = [], on day: ServiceDate
  ) -> Due? {
    dues(of: record ?? self.record(), visits: visits, on: day).first { $0.kind == kind }
  }

  // MARK: The progress report

  @Test(
    arguments: [
      (1, nil, ""), (7, nil, ""), (8, .soon, "PR 8/10"), (9, .soon, "PR 9/10"),
      (10, .due, "PR 10/10"), (11, .overdue, "PR 11/10"), (30, .overdue, "PR 30/10"),
    ] as [(Int, Due.Urgency?, String)])
  func
    `the progress report is told from the eighth treatment day on, and overdue from the eleventh`(
      treatmentDay: Int, urgency: Due.Urgency?, mark: String
    )
  {
    let due = due(.progressReport, record(), visits(before: treatmentDay - 1), on: Self.today)
    #expect(due?.urgency == urgency)
    #expect(due?.mark ?? "" == mark)
  }

  @Test func `it says which day it is, since when, and that today counts`() {
    let told = due(
      .progressReport, record(report: "2026-11-01"), visits(before: 7), on: Self.today)
    #expect(
      told?.message == """
        Treatment day 8 of 10 since the report of Sun 1 Nov 2026, today's visit included: \
        the next progress report is due by the 10th.
        """)
    let before = due(
      .progressReport, record(), visits(before: 8, today: false), on: Self.today)
    #expect(before?.message.contains("today's visit not included") == true)
    #expect(before?.message.contains("no report is recorded") == true)
    #expect(before?.source == "Pub 100-02 ch. 15 s.220.3, read 2026-11-21")
  }

  @Test func `days up to the report do not count, and a report begins the count anew`() {
    let days = visits(before: 12)
    #expect(due(.progressReport, record(report: "2026-11-14"), days, on: Self.today) != nil)
    #expect(due(.progressReport, record(report: "2026-11-15"), days, on: Self.today) == nil)
    #expect(due(.progressReport, record(report: Self.today), days, on: Self.today) == nil)
  }

  @Test func `two visits of one day are one treatment day`() {
    #expect(
      due(.progressReport, record(), visits(before: 6) + visits(before: 6), on: Self.today) == nil)
  }

  @Test func `absences, other clients, other disciplines and later days do not count`() {
    let seven = visits(before: 6)
    let others = [
      visit("2026-10-01", .noShow), visit("2026-10-02", .cancelled, isTreated: true),
      visit("2026-10-03", .open), visit("2026-11-23", .open, isTreated: true),
      visit("2026-10-05", .signed, isTreated: true, of: "JB"),
      visit("2026-10-06", .signed, isTreated: true, under: .physicalTherapy),
    ]
    #expect(due(.progressReport, record(), seven + others, on: Self.today) == nil)
    let treated = visit("2026-10-07", .open, isTreated: true, of: " km ")
    #expect(due(.progressReport, record(), seven + others + [treated], on: Self.today) != nil)
  }

  @Test func `without a record treatment days are counted all the same`() {
    #expect(due(.progressReport, nil, visits(before: 7), on: Self.today)?.mark == "PR 8/10")
    #expect(dues(of: record(), visits: [], on: Self.today) == [])
  }

  // MARK: The plan of care

  @Test(
    arguments: [
      ("2026-12-07", nil, ""),
      ("2026-12-06", .soon, "ends Sun 6 Dec 2026, in 14 days."),
      ("2026-11-29", .soon, "ends Sun 29 Nov 2026, in 7 days."),
      ("2026-11-23", .soon, "ends Mon 23 Nov 2026, in 1 day."),
      ("2026-11-22", .due, "ends Sun 22 Nov 2026, today."),
      ("2026-11-21", .overdue, "ended Sat 21 Nov 2026, 1 day ago."),
    ] as [(ServiceDate, Due.Urgency?, String)])
  func `a certification that ends within two weeks is told, and that it has ended`(
    end: ServiceDate, urgency: Due.Urgency?, words: String
  ) {
    let plan = PlanOfCare(start: "2026-09-15", end: end)
    let due = due(.planOfCare, record(plan: plan), on: Self.today)
    #expect(due?.urgency == urgency)
    #expect(due?.message.hasSuffix(words) ?? words.isEmpty)
  }

  @Test func `no certification holds for more than ninety days, whatever the plan says`() {
    let ninety = PlanOfCare(start: "2026-11-01", end: "2027-01-30")
    #expect(dues(of: record(plan: ninety), visits: [], on: Self.today) == [])
    let longer = PlanOfCare(start: "2026-11-01", end: "2027-01-31")
    let told = dues(of: record(plan: longer), visits: [], on: Self.today)
    #expect(told.map(\.mark) == ["POC > 90d"])
    #expect(told.first?.message.contains("91 days") == true)
    let late = dues(of: record(plan: longer), visits: [], on: "2027-01-31")
    #expect(late.map(\.mark) == ["POC ended", "POC > 90d"])
  }

  @Test func `a plan that has not begun certifies nothing yet`() {
    let later = PlanOfCare(start: "2026-11-23", end: "2027-01-31")
    #expect(due(.planOfCare, record(plan: later), on: Self.today)?.mark == "POC later")
  }

  // MARK: The authorization

  @Test(
    arguments: [
      (8, nil, ""), (9, .soon, "auth 2"), (10, .soon, "auth 1"), (11, .due, "auth 0"),
      (12, .overdue, "auth -1"),
    ] as [(Int, Due.Urgency?, String)])
  func `the last visits of an authorization are told, today's counted`(
    held: Int, urgency: Due.Urgency?, mark: String
  ) {
    let due = due(
      .authorizationVisits, record(authorization: authorization(visits: 12)),
      visits(before: held), on: Self.today)
    #expect(due?.urgency == urgency)
    #expect(due?.mark ?? "" == mark)
  }

  @Test func `it says whether today's visit is counted`() {
    let twelve = record(authorization: authorization(visits: 12))
    func message(_ visits: [PastVisit]) -> String? {
      due(.authorizationVisits, twelve, visits, on: Self.today)?.message
    }
    #expect(
      message(visits(before: 10))
        == "Authorization A1: 1 of 12 visits left, today's visit included.")
    #expect(
      message(visits(before: 11, today: false))
        == "Authorization A1: 1 of 12 visits left, today's visit not included.")
    #expect(
      message(visits(before: 12))
        == "Authorization A1: visit 13 of 12 authorized, today's visit included.")
  }

  @Test func `visits before its dates are another authorization's`() {
    var recent = authorization(visits: 3)
    recent.start = "2026-11-22"
    #expect(
      due(.authorizationVisits, record(authorization: recent), visits(before: 9), on: Self.today)?
        .mark == "auth 2")
  }

  @Test func `units are those of signed days, each day once`() {
    let eightLeft = record(authorization: authorization(units: 20))
    let four = visits(before: 3, units: 4)
    #expect(due(.authorizationUnits, eightLeft, four, on: Self.today)?.mark == "auth 8u")
    #expect(due(.authorizationUnits, eightLeft, four + four, on: Self.today)?.mark == "auth 8u")
    let nineLeft = record(authorization: authorization(units: 21))
    #expect(due(.authorizationUnits, nineLeft, four, on: Self.today) == nil)
    let none = due(
      .authorizationUnits, record(authorization: authorization(units: 10)), four, on: Self.today)
    #expect(none?.urgency == .overdue)
    #expect(none?.message.contains("12 of 10 units are signed, 2 too many") == true)
  }

  @Test func `of units that nobody has used nothing is told, unless they are fewer than a visit`() {
    func told(_ units: Int, _ visits: [PastVisit]) -> String? {
      due(
        .authorizationUnits, record(authorization: authorization(units: units)), visits,
        on: Self.today)?.message
    }
    #expect(told(8, visits(before: 0)) == nil)
    #expect(told(4, visits(before: 0)) == nil)
    #expect(
      told(3, visits(before: 0))
        == "Authorization A1 allows 3 units, fewer than a visit of an hour takes.")
    #expect(told(8, visits(before: 1, units: 1))?.contains("7 of 8 units left") == true)
  }

  @Test func `the source of an authorization is the record, with the days it holds for`() {
    let told = due(
      .authorizationVisits, record(authorization: authorization(visits: 1)), visits(before: 0),
      on: Self.today)
    #expect(told?.source == "the client's record: authorized 2026-01-01 to 2027-06-30")
  }

  @Test(
    arguments: [
      ("2026-12-07", nil, ""), ("2026-12-06", .soon, "auth 14d"), ("2026-11-22", .due, "auth 0d"),
      ("2026-11-21", .overdue, "auth ended"),
    ] as [(ServiceDate, Due.Urgency?, String)])
  func `its end is told two weeks ahead`(end: ServiceDate, urgency: Due.Urgency?, mark: String) {
    let due = due(
      .authorizationDates, record(authorization: authorization(through: end)), on: Self.today)
    #expect(due?.urgency == urgency)
    #expect(due?.mark ?? "" == mark)
  }

  @Test func `outside its dates nothing is counted, and that is told alone`() {
    var later = authorization(visits: 1, units: 1)
    later.start = "2026-12-01"
    #expect(
      dues(of: record(authorization: later), visits: visits(before: 5), on: Self.today)
        .map(\.mark) == ["auth later"])
  }

  // MARK: All of it

  @Test func `what presses most comes first`() {
    let all = record(
      plan: PlanOfCare(start: "2026-09-15", end: "2026-11-29"),
      authorization: authorization(visits: 8), report: "2026-11-01")
    let told = dues(of: all, visits: visits(before: 7), on: Self.today)
    #expect(told.map(\.mark) == ["auth 0", "PR 8/10", "POC 7d"])
    #expect(told.map(\.urgency) == told.map(\.urgency).sorted(by: >))
    #expect(told.allSatisfy { $0.remedy.contains("(c)") && !$0.source.isEmpty })
  }

  @Test func `between days that stand the wrong way round there is no visit`() {
    let visits = HeldVisits(of: record().key, among: visits(before: 5), through: Self.today)
    let days: (ServiceDate, ServiceDate) = ("2026-01-01", Self.today)
    #expect(visits.count(from: days.0, through: days.1) == 6)
    #expect(visits.count(from: days.1, through: days.0) == 0)
    #expect(visits.signedUnits(from: days.1, through: days.0) == 0)
  }
}
