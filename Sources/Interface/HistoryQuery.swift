import Billing
import SessionLog

/// What was typed into the search over all history, word by word, and how it was understood.
///
/// A word is a day, a month or a year, a code, a state of a visit, else a part of the client or of
/// the payer. Several days are the stretch from the first to the last.
struct HistoryQuery: Hashable {
  private(set) var query = VisitQuery()

  init(_ text: String, catalog: Catalog, today: ServiceDate) {
    for word in text.lowercased().split(separator: " ").map(String.init) {
      if let days = Self.days(word, on: today) {
        query.from = min(query.from ?? days.lowerBound, days.lowerBound)
        query.through = max(query.through ?? days.upperBound, days.upperBound)
      } else if let code = ProcedureCode(word), catalog[code] != nil {
        query.codes.append(code)
      } else if let standing = Self.standings[word] {
        query.standing = standing
      } else {
        query.words.append(word)
      }
    }
  }

  private static let standings: [String: PastVisit.Standing] = [
    "signed": .signed, "unsigned": .open, "open": .open, "no-show": .noShow,
    "cancelled": .cancelled, "canceled": .cancelled,
  ]

  private static func days(_ word: String, on today: ServiceDate) -> ClosedRange<ServiceDate>? {
    if let entry = try? DayEntry(word, on: today, year: .past) { return entry.day...entry.day }
    return month(word) ?? year(word, on: today)
  }

  /// `2026-11`.
  private static func month(_ word: String) -> ClosedRange<ServiceDate>? {
    guard let first = ServiceDate(word + "-01") else { return nil }
    let next = ServiceDate(
      year: first.month == 12 ? first.year + 1 : first.year, month: first.month % 12 + 1, day: 1)
    return first...(next ?? .last).advanced(byDays: -1)
  }

  /// `2026`; a number that is no year of the past century is a client's.
  private static func year(_ word: String, on today: ServiceDate) -> ClosedRange<ServiceDate>? {
    guard word.count == 4, let year = Int(word), (today.year - 99...today.year).contains(year),
      let first = ServiceDate("\(word)-01-01"), let last = ServiceDate("\(word)-12-31")
    else { return nil }
    return first...last
  }

  // MARK: In words

  /// What is searched for.
  var inWords: String {
    let parts = [
      query.words.isEmpty
        ? nil : "client or payer with " + query.words.map { "“\($0)”" }.joined(separator: " and "),
      query.codes.isEmpty ? nil : query.codes.map(\.description).joined(separator: " and "),
      daysInWords, query.standing?.inWords,
    ]
    let words = parts.compactMap(\.self).joined(separator: " · ")
    return words.isEmpty ? "the latest visits" : words
  }

  private var daysInWords: String? {
    guard let from = query.from, let through = query.through else { return nil }
    return from == through ? from.inWords : "\(from.inWords) to \(through.inWords)"
  }
}

extension PastVisit.Standing {
  /// The state of a visit as a list shows it.
  var inWords: String { self == .open ? "unsigned" : rawValue }
}
