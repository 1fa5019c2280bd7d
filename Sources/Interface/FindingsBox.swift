package import Billing

/// The findings of a day, one of them marked, and what is being done about it.
package struct FindingsBox: Hashable, Sendable {
  /// The index of the marked one in the order of the list.
  package var selected: Int
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

/// What mends a finding at once.
enum Mending: Hashable {
  /// A modifier on a code, with the reason that the log has for it.
  case modifier(ProcedureCode, StatedModifier)
  /// The note fields of a code.
  case note(ProcedureCode)
  /// A choice between equal allocations.
  case choice

  /// What Enter does about the finding.
  var words: String {
    switch self {
    case .modifier(let code, let modifier) where modifier.reason.isEmpty:
      "puts \(modifier.modifier) on \(code), with a reason"
    case .modifier(let code, let modifier):
      "puts \(modifier.modifier) on \(code): \(modifier.reason)"
    case .note(let code): "opens the note of \(code)"
    case .choice: "chooses between the equal allocations"
    }
  }
}

extension Finding {
  /// What mends it at once, where something does.
  var mending: Mending? {
    switch id {
    case .documentation: codes.first.map { .note($0) }
    case .thresholdModifier: codes.first.map { .modifier($0, StatedModifier("KX")) }
    case .tie: .choice
    default:
      offer.map { .modifier($0.code, StatedModifier($0.modifier, reason: $0.evidence)) }
    }
  }

  /// Whether a person may let it stand.
  var canBeDismissed: Bool { severity == .caution && dismissal == nil }
}

extension [Finding] {
  /// What is open before what was let stand; of each the gravest first, and of equal weight those
  /// that the panes do not tell already. Otherwise in the order of the bill.
  var byWeight: [Finding] {
    func isBefore(_ left: Finding, _ right: Finding) -> Bool {
      if left.isDismissed != right.isDismissed { return right.isDismissed }
      if left.severity != right.severity { return left.severity > right.severity }
      return left.id != .documentation && right.id == .documentation
    }
    return enumerated().sorted { left, right in
      isBefore(left.element, right.element)
        || !isBefore(right.element, left.element) && left.offset < right.offset
    }.map(\.element)
  }
}

extension Finding {
  var isDismissed: Bool { dismissal != nil }
}
