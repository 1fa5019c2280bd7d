import Billing
import SessionLog

extension FindingsBox.Dismissal: Drafting {
  var draft: [String: String] { ["reason": reason.text] }

  mutating func take(draft: [String: String]) {
    if let text = draft["reason"] { reason = TextField(text, limit: reason.limit) }
  }

  /// What is let stand, for the name of its draft: the finding and its codes, and whether it is all
  /// of its kind.
  var subject: String {
    guard let fact = facts.first else { return "" }
    let codes = facts.count > 1 ? ["all"] : fact.codes.map(\.description)
    return ([fact.id.rawValue] + codes).joined(separator: " ")
  }
}

extension ModifiersBox.Reasoning: Drafting {
  var draft: [String: String] { ["reason": field.text] }

  mutating func take(draft: [String: String]) {
    if let text = draft["reason"] { field = TextField(text, limit: field.limit) }
  }
}
