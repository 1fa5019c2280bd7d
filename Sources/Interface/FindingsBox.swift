package import Billing

/// The findings of a day, one of them marked, and what is being done about it.
package struct FindingsBox: Hashable, Sendable {
  /// The index of the marked one in the order of the list.
  package var selected: Int
  /// The first line of the marked one that is shown, where there is no room for all.
  package var top = 0
  /// Why what is marked may stand, while it is typed.
  package var dismissal: Dismissal?
  /// Whether the signature waits: its box comes when the last one is settled.
  package var isSigning: Bool

  package init(selected: Int = 0, isSigning: Bool = false) {
    self.selected = selected
    self.isSigning = isSigning
  }

  /// Cautions that are about to be let stand, for one reason.
  package struct Dismissal: Hashable, Sendable {
    package var facts: [Finding.Fact]
    package var reason: TextField

    /// The most characters of a reason.
    static let limit = 200
  }
}

extension FindingsBox {
  /// What stands there again when it is left: the list, from a reason that was not stored.
  var behind: Overlay? {
    guard dismissal != nil else { return nil }
    var box = self
    box.dismissal = nil
    return .findings(box)
  }
}
