import Billing
import Screen
import SessionLog

extension State {
  mutating func openAllowedElsewhere(of session: Session) {
    guard !refusesChange(of: session) else { return }
    let stated = session.allowedElsewhere.map { cents in
      "\(cents / 100)" + (cents % 100 == 0 ? "" : ".\(cents % 100 / 10)\(cents % 10)")
    }
    overlay = .allowedElsewhere(TextField(stated ?? "", limit: 14, isDefault: true))
  }

  /// What the field holds, as the entry that would store it; or why it cannot be.
  func understoodAmount(_ field: TextField) -> Result<Entry.Kind, DollarAmount.Refusal> {
    guard session?.visit.payer.terms?.hasThreshold == true else {
      let payer = session?.visit.payer.name ?? "The payer"
      return .failure(
        DollarAmount.Refusal(
          sentence: "\(payer) has no yearly threshold: there is nothing to state."))
    }
    do throws(DollarAmount.Refusal) {
      return .success(.allowedElsewhere(cents: try DollarAmount(field.trimmed).cents))
    } catch {
      return .failure(error)
    }
  }

  mutating func pressOnAllowedElsewhere(
    _ field: TextField, _ key: Key, at now: Moment
  ) -> [Effect] {
    guard let session else { return [] }
    if key == .enter {
      // What is wrong stands in the box already.
      guard case .success(let kind) = understoodAmount(field) else { return [] }
      return record(kind, in: [session.id], at: now)
    }
    var field = field
    if field.press(key) { overlay = .allowedElsewhere(field) }
    return []
  }
}
