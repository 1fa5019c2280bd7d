/// An amount of money as a person types it: `1250` or `1250.75`.
package struct DollarAmount: Hashable, Sendable {
  /// US cents, 0 to 100,000,000.
  package let cents: Int

  /// The most that is taken, in dollars.
  package static let mostDollars = 1_000_000

  /// Why it is none, in one sentence.
  package struct Refusal: Error, Hashable, Sendable {
    package var sentence: String
  }

  /// Reads dollars, and after a point two digits of cents.
  package init(_ typed: String) throws(Refusal) {
    guard !typed.isEmpty else { throw Refusal(sentence: "Type dollars, such as 1250 or 1250.75.") }
    let parts = typed.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.count == 1 || parts[1].count == 2, !parts[0].isEmpty,
      parts.allSatisfy({ $0.allSatisfy(\.isDigit) })
    else { throw Refusal(sentence: "Error: not an amount; 1250 and 1250.75 are taken.") }
    guard let dollars = Int(parts[0]), let cents = Int(parts.count == 2 ? parts[1] : "0"),
      dollars < Self.mostDollars || dollars == Self.mostDollars && cents == 0
    else { throw Refusal(sentence: "Error: at most \(Wording.dollars(cents: 100_000_000)).") }
    self.cents = dollars * 100 + cents
  }
}

extension Character {
  /// Whether it is one of `0` to `9`.
  var isDigit: Bool { ("0"..."9").contains(self) }
}
