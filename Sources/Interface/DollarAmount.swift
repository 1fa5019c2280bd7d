import Billing

/// An amount of money as a person types it: `1250`, `1250.75` or `$1,250.75`.
package struct DollarAmount: Hashable, Sendable {
  /// US cents, 0 to 100,000,000.
  package let cents: Int

  /// The most that is taken, in dollars.
  package static let mostDollars = 1_000_000

  /// Why it is none, in one sentence.
  package struct Refusal: Error, Hashable, Sendable {
    package var sentence: String
  }

  /// Reads dollars, with a comma before every three digits or with none, and after a point two
  /// digits of cents.
  package init(_ typed: String) throws(Refusal) {
    guard !typed.isEmpty else { throw Refusal(sentence: "Type dollars, such as 1250 or 1250.75.") }
    let amount = typed.first == "$" ? typed.dropFirst() : typed[...]
    let parts = amount.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.count == 1 || parts[1].count == 2,
      let whole = parts.first.flatMap(Self.digits), parts.dropFirst().allSatisfy(\.isOfDigits)
    else { throw Refusal(sentence: "Error: not an amount; 1250 and $1,250.75 are taken.") }
    guard let dollars = Int(whole), let cents = Int(parts.count == 2 ? parts[1] : "0"),
      dollars < Self.mostDollars || dollars == Self.mostDollars && cents == 0
    else { throw Refusal(sentence: "Error: at most \(Billing.dollars(100_000_000)).") }
    self.cents = dollars * 100 + cents
  }

  /// The digits of whole dollars; nothing where there are none, or where commas stand elsewhere than
  /// before every three digits.
  private static func digits(of dollars: Substring) -> String? {
    let groups = dollars.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.isOfDigits && !$0.isEmpty }) else { return nil }
    let isGrouped = groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
    return groups.count == 1 || isGrouped ? groups.joined() : nil
  }
}

extension Substring {
  fileprivate var isOfDigits: Bool { allSatisfy(\.isDigit) }
}

extension Character {
  /// Whether it is one of `0` to `9`.
  var isDigit: Bool { ("0"..."9").contains(self) }
}
