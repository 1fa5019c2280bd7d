import Billing
import Testing

@testable import Interface

/// Days as they are typed to look back.
///
/// Today is Sunday, 22 November 2026.
@Suite struct DaysEntryTests {
  private let today: ServiceDate = "2026-11-22"

  @Test(
    arguments: [
      ("today", "2026-11-22", "2026-11-22"), ("yesterday", "2026-11-21", "2026-11-21"),
      ("sun", "2026-11-22", "2026-11-22"), ("mon", "2026-11-16", "2026-11-16"),
      ("thurs", "2026-11-19", "2026-11-19"), ("saturday", "2026-11-21", "2026-11-21"),
      ("last sun", "2026-11-15", "2026-11-15"), ("last sat", "2026-11-21", "2026-11-21"),
      ("this week", "2026-11-22", "2026-11-28"), ("last week", "2026-11-15", "2026-11-21"),
      ("this month", "2026-11-01", "2026-11-30"), ("last month", "2026-10-01", "2026-10-31"),
      ("this year", "2026-01-01", "2026-12-31"), ("last year", "2025-01-01", "2025-12-31"),
      ("2026-10", "2026-10-01", "2026-10-31"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2026-12", "2026-12-01", "2026-12-31"), ("2026", "2026-01-01", "2026-12-31"),
      ("10/1-10/14", "2026-10-01", "2026-10-14"), ("10/1-14", "2026-10-01", "2026-10-14"),
      ("10/1 - 10/14", "2026-10-01", "2026-10-14"), ("10/1 to today", "2026-10-01", "2026-11-22"),
      ("12/20-1/5", "2025-12-20", "2026-01-05"), ("mon-wed", "2026-11-16", "2026-11-18"),
      ("2026-09-2026-10", "2026-09-01", "2026-10-31"), ("2025-2026", "2025-01-01", "2026-12-31"),
      ("2026-10-14-2026-10-01", "2026-10-01", "2026-10-14"),
      ("last month to this week", "2026-10-01", "2026-11-28"),
    ] as [(String, ServiceDate, ServiceDate)])
  func `is read`(typed: String, first: ServiceDate, last: ServiceDate) {
    #expect(DaysEntry(typed, on: today)?.days == first...last)
  }

  @Test(arguments: ["", "km", "su", "km-47", "2/30", "10/1-", "-", "to", "last", "last km", "1899"])
  func `anything else is no day`(typed: String) {
    #expect(DaysEntry(typed, on: today) == nil)
  }

  @Test func `last month of every month is the month before it`() {
    for month in 1...12 {
      for day in [1, 28, ServiceDate(year: 2026, month: month, day: 31) == nil ? 28 : 31] {
        guard let today = ServiceDate(year: 2026, month: month, day: day) else { continue }
        let last = DaysEntry("last month", on: today)?.days
        #expect(last?.upperBound.month == (month == 1 ? 12 : month - 1))
        #expect(last?.lowerBound.day == 1)
        #expect(last?.upperBound.advanced(byDays: 1).day == 1)
      }
    }
  }

  @Test(arguments: [("mon", "2026-11-23"), ("thu", "2026-11-19"), ("sun", "2026-11-22")])
  func `in a form a weekday is the one nearest to today`(typed: String, day: ServiceDate) throws {
    #expect(try DayEntry(typed, on: today, year: .nearest).day == day)
  }
}
