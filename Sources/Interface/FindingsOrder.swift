import Billing

extension Finding {
  var isDismissed: Bool { dismissal != nil }

  /// Whether what was let stand is this one; the note's open questions may have become fewer since.
  func isAnswered(by fact: Fact) -> Bool {
    id == fact.id && codes == fact.codes
      && (id == .documentation || self.fact.detail == fact.detail)
  }

  /// Whether a person may let it stand.
  var canBeDismissed: Bool { severity == .caution && dismissal == nil }
}

extension [Finding] {
  /// What is open before what was let stand, of each the gravest first.
  ///
  /// Of equal weight those first that the panes do not tell already; otherwise in the order of the
  /// bill.
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
