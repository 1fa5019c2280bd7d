import Billing
import SessionLog

/// What was typed into the search over all history, and how it was understood.
///
/// A word is a code, a state of a visit, else a part of the client or of the payer; one word or
/// several are days. Days in two places are the stretch from the first to the last. A word in
/// quotes is of the client or the payer, whatever else it could mean.
struct HistoryQuery: Hashable {
  private(set) var query = VisitQuery()
  /// A word that was read as a day or a year, and may as well name a client.
  private(set) var ambiguous: String?

  /// The most words that days are typed in: `last week to this week`.
  private static let mostWordsOfDays = 5

  init(_ text: String, catalog: Catalog, today: ServiceDate) {
    var words = text.lowercased().split(separator: " ").map(String.init)[...]
    while let first = words.first {
      let lengths = (1...min(Self.mostWordsOfDays, words.count)).reversed()
      let read = lengths.lazy.compactMap { count in
        DaysEntry(words.prefix(count).joined(separator: " "), on: today).map { (count, $0.days) }
      }.first
      words = words.dropFirst(read?.0 ?? 1)
      if let (count, days) = read {
        query.from = min(query.from ?? days.lowerBound, days.lowerBound)
        query.through = max(query.through ?? days.upperBound, days.upperBound)
        if count == 1, first.count <= 4, first.allSatisfy({ $0.isLetter || $0.isNumber }) {
          ambiguous = first
        }
      } else if let code = ProcedureCode(first), catalog[code] != nil {
        query.codes.append(code)
      } else if let standing = Self.standings[first] {
        query.standing = standing
      } else {
        query.words += [first.filter { $0 != "\"" }].filter { !$0.isEmpty }
      }
    }
  }

  private static let standings: [String: PastVisit.Standing] = [
    "signed": .signed, "unsigned": .open, "open": .open, "no-show": .noShow,
    "cancelled": .cancelled, "canceled": .cancelled,
  ]

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

  /// How a word that was read as days is sought in clients instead.
  var otherReading: String? {
    ambiguous.map { "\"\($0)\" in quotes is a client or payer" }
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
