import Billing

/// Days as a person types them to look back: a day, a month, a year, a week, or a stretch from one
/// to another.
struct DaysEntry: Hashable {
  let days: ClosedRange<ServiceDate>

  /// Reads `yesterday`, `11/21`, `mon`, `2026-10`, `2026`, `last week`, `this month`, `10/1-10/14`,
  /// `10/1-14`, `mon to wed`, in small letters; nothing where it is none of them.
  init?(_ text: String, on today: ServiceDate) {
    guard let days = Self.days(text, on: today) ?? Self.stretch(text, on: today) else { return nil }
    self.days = days
  }

  private static func days(_ text: String, on today: ServiceDate) -> ClosedRange<ServiceDate>? {
    if let entry = try? DayEntry(text, on: today, year: .past) { return entry.day...entry.day }
    return month(text) ?? year(text, on: today) ?? counted(text, on: today)
  }

  /// `2026-11`.
  private static func month(_ text: String) -> ClosedRange<ServiceDate>? {
    ServiceDate(text + "-01").map { month(from: $0) }
  }

  private static func month(from first: ServiceDate) -> ClosedRange<ServiceDate> {
    let next = first.advanced(byDays: 31)
    return first...next.advanced(byDays: -next.day)
  }

  /// `2026`; a number that is no year of the past century is a client's.
  private static func year(_ text: String, on today: ServiceDate) -> ClosedRange<ServiceDate>? {
    guard text.count == 4, let year = Int(text), (today.year - 99...today.year).contains(year)
    else { return nil }
    return self.year(year)
  }

  private static func year(_ year: Int) -> ClosedRange<ServiceDate>? {
    guard let first = ServiceDate(year: year, month: 1, day: 1),
      let last = ServiceDate(year: year, month: 12, day: 31)
    else { return nil }
    return first...last
  }

  /// `last week`, `this month`, and `last mon`, which is before today.
  ///
  /// A week begins on Sunday.
  private static func counted(_ text: String, on today: ServiceDate) -> ClosedRange<ServiceDate>? {
    let words = text.split(separator: " ")
    guard words.count == 2, words[0] == "this" || words[0] == "last" else { return nil }
    let isLast = words[0] == "last"
    switch words[1] {
    case "week":
      let sunday = today.advanced(byDays: -today.weekday - (isLast ? 7 : 0))
      return sunday...sunday.advanced(byDays: 6)
    case "month":
      let first = today.advanced(byDays: 1 - today.day)
      let last = first.advanced(byDays: -1)
      return month(from: isLast ? last.advanced(byDays: 1 - last.day) : first)
    case "year": return year(today.year - (isLast ? 1 : 0))
    case let word where isLast && DayEntry.weekday(String(word)) != nil:
      return days(String(word), on: today.advanced(byDays: -1))
    default: return nil
    }
  }

  /// `10/1-10/14` and `10/1 to 10/14`.
  ///
  /// The end is read first: the start is the last such day before it, so that `12/20-1/5` is one
  /// winter.
  private static func stretch(_ text: String, on today: ServiceDate) -> ClosedRange<ServiceDate>? {
    for separator in text.ranges(of: " to ") + text.ranges(of: " - ") + text.ranges(of: "-") {
      let start = String(text[..<separator.lowerBound])
      let end = String(text[separator.upperBound...])
      let month = start.prefix { $0 != "/" }
      guard let last = days(end, on: today) ?? days("\(month)/\(end)", on: today),
        let first = days(start, on: last.upperBound)
      else { continue }
      return min(first.lowerBound, last.lowerBound)...max(first.upperBound, last.upperBound)
    }
    return nil
  }
}
