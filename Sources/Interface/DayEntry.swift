import Billing

/// A day as a person types it: `2026-11-29`, `11/29/2026`, `11/29`, `today`, `yesterday`, `mon`.
struct DayEntry: Hashable {
  let day: ServiceDate

  /// Which day is meant where no year is typed, or a weekday.
  enum Year {
    /// The one nearest to today.
    case nearest
    /// The last one, today or before.
    case past
  }

  /// What was typed is no day.
  struct Refusal: Error, Hashable {
    let text: String
    var sentence: String {
      "Error: not a day of the calendar; 2026-11-29, 11/29 or mon."
    }
  }

  init(_ text: String, on today: ServiceDate, year: Year) throws(Refusal) {
    guard let day = Self.day(text.lowercased(), on: today, year: year) else {
      throw Refusal(text: text)
    }
    self.day = day
  }

  private static func day(_ text: String, on today: ServiceDate, year: Year) -> ServiceDate? {
    switch text {
    case "today": return today
    case "yesterday": return today.advanced(byDays: -1)
    default: break
    }
    if let day = ServiceDate(text) { return day }
    if let weekday = weekday(text) {
      let days = (-6...6).map { today.advanced(byDays: $0) }
      return choose(year, of: days.filter { $0.weekday == weekday }, on: today)
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap(number)
    guard numbers.count == parts.count else { return nil }
    switch numbers.count {
    case 3 where parts[2].count == 4:
      return ServiceDate(year: numbers[2], month: numbers[0], day: numbers[1])
    case 2:
      let days = (today.year - 4...today.year + 4).compactMap {
        ServiceDate(year: $0, month: numbers[0], day: numbers[1])
      }
      return choose(year, of: days, on: today)
    default: return nil
    }
  }

  private static func choose(
    _ year: Year, of days: [ServiceDate], on today: ServiceDate
  ) -> ServiceDate? {
    switch year {
    case .past: days.last { $0 <= today }
    case .nearest: days.min { abs($0.days(since: today)) < abs($1.days(since: today)) }
    }
  }

  /// `mon`, `thurs`, `sunday`: the name of a weekday, or three letters of it or more.
  static func weekday(_ text: String) -> Int? {
    text.count < 3 ? nil : weekdays.firstIndex { $0.hasPrefix(text) }
  }

  private static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]

  /// A number of one to four digits, and nothing else.
  private static func number(_ text: Substring) -> Int? {
    (1...4).contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber }
      ? Int(text) : nil
  }
}
