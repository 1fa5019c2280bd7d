import Billing

/// What mends a finding at once.
enum Mending: Hashable {
  /// A modifier on a code, with the reason that the log has for it.
  case modifier(ProcedureCode, StatedModifier)
  /// The note fields of a code.
  case note(ProcedureCode)
  /// A choice between equal allocations.
  case choice
  /// An answer to what the time was that the machine slept.
  case gap

  /// What Enter does about the finding.
  var words: String {
    switch self {
    case .modifier(let code, let modifier) where modifier.reason.isEmpty:
      "puts \(modifier.modifier) on \(code), with a reason"
    case .modifier(let code, let modifier):
      "puts \(modifier.modifier) on \(code): \(modifier.reason)"
    case .note(let code): "opens the note of \(code)"
    case .choice: "chooses between the equal allocations"
    case .gap: "asks what the time asleep was, where nobody has said"
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
    case .slept: .gap
    default:
      offer.map { .modifier($0.code, $0.stated) }
    }
  }
}

extension ModifierOffer {
  /// The modifier as a person would state it, its evidence as the reason.
  var stated: StatedModifier { StatedModifier(modifier, reason: evidence, beside: beside) }
}
