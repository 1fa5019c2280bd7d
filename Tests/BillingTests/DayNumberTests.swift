import Foundation
import Testing

@testable import Billing

@Suite struct DayNumbers {
  @Test(arguments: [
    ("1970-01-01", 0), ("1970-01-02", 1), ("1969-12-31", -1), ("1900-01-01", -25_567),
    ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("2026-11-22", 20_779),
    ("9999-12-31", 2_932_896),
  ])
  func `days are counted from 1970`(text: ServiceDate, number: Int) {
    #expect(text.dayNumber == number)
    #expect(ServiceDate.last.advanced(byDays: number - ServiceDate.last.dayNumber) == text)
  }

  @Test func `every day of four centuries follows the one before, as in the system's calendar`()
    throws
  {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let start = try #require(
      calendar.date(from: DateComponents(year: 1900, month: 1, day: 1)))
    for offset in 0..<146_097 {
      let day = ServiceDate.first.advanced(byDays: offset)
      #expect(day.dayNumber - ServiceDate.first.dayNumber == offset)
      guard offset % 7 == 0 else { continue }
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: start.addingTimeInterval(Double(offset) * 86_400))
      #expect(
        [parts.year, parts.month, parts.day] == [day.year, day.month, day.day], "day \(offset)")
    }
  }

  @Test func `days between are whole days, back and forth, over month, year and leap day`() {
    let day: ServiceDate = "2026-11-22"
    #expect(day.days(since: "2026-11-15") == 7)
    #expect(day.days(since: "2026-11-29") == -7)
    #expect(("2027-01-01" as ServiceDate).days(since: "2026-12-31") == 1)
    #expect(("2028-03-01" as ServiceDate).days(since: "2028-02-28") == 2)
    #expect(day.advanced(byDays: 90) == "2027-02-20")
    #expect(day.advanced(byDays: 0) == day)
  }

  @Test func `there is no day beyond the first and the last`() {
    #expect(ServiceDate.first.advanced(byDays: -1) == .first)
    #expect(ServiceDate.last.advanced(byDays: 1) == .last)
  }

  @Test(arguments: [
    ("2026-11-22", "Sun 22 Nov 2026"), ("1900-01-01", "Mon 1 Jan 1900"),
    ("2000-02-29", "Tue 29 Feb 2000"), ("1969-12-31", "Wed 31 Dec 1969"),
  ])
  func `a day in words has its weekday`(day: ServiceDate, words: String) {
    #expect(day.inWords == words)
  }
}
