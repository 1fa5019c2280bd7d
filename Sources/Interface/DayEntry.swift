import Billing

/// A day as a person types it: `2026-11-29`, `11/29/2026`, `11/29`, `today`, `yesterday`.
struct DayEntry: Hashable {
  let day: ServiceDate

  /// Which of the years is meant where none is typed.
  enum Year {
    /// The one that makes it the day nearest to today.
    case nearest
    /// The one that makes it the last such day, today or before.
    case past
  }

  /// What was typed is no day.
  struct Refusal: Error, Hashable {
    let text: String
    var sentence: String {
      "Error: “\(text)” is no day; 2026-11-29, 11/29/2026, 11/29 and today are taken."
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
      switch year {
      case .past: return days.last { $0 <= today }
      case .nearest: return days.min { abs($0.days(since: today)) < abs($1.days(since: today)) }
      }
    default: return nil
    }
  }

  /// A number of one to four digits, and nothing else.
  private static func number(_ text: Substring) -> Int? {
    (1...4).contains(text.count) && text.allSatisfy { $0.isASCII && $0.isNumber }
      ? Int(text) : nil
  }
}
