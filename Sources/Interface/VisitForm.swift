package import Billing
package import SessionLog

/// The form for a new session: only the client has no default.
package struct VisitForm: Hashable, Sendable {
  package enum Field: Int, CaseIterable, Hashable, Sendable {
    case client, discipline, payer, clinician, date, begin
  }

  package var client = TextField(limit: 24)
  package var discipline: Discipline
  /// The index among the payers to choose from.
  package var payer: Int
  package var clinician: TextField
  package var date: TextField
  package var field = Field.client
  /// The session that it was opened from; Esc goes back there.
  package var origin: SessionID?
  /// What is wrong with a field, told when the form was sent.
  package var errors: [Field: String] = [:]

  /// A form with the defaults of the last visit, and of the system where there was none.
  package init(
    after last: Visit?, setup: Setup, today: ServiceDate, origin: SessionID? = nil
  ) {
    self.origin = origin
    discipline = last?.discipline ?? .physicalTherapy
    payer = setup.payers.firstIndex { $0 == last?.payer } ?? 0
    clinician = TextField(last?.clinician ?? setup.author, limit: 40, isDefault: true)
    date = TextField(today.description, limit: 10, isDefault: true)
  }

  /// The visit that the form describes, or what is wrong with it.
  package func visit(setup: Setup, today: ServiceDate) -> Result<Visit, FormErrors> {
    var errors: [Field: String] = [:]
    if client.trimmed.isEmpty { errors[.client] = "Error: initials or a client code are needed." }
    if clinician.trimmed.isEmpty { errors[.clinician] = "Error: a name is needed." }
    let day = ServiceDate(date.trimmed)
    if day == nil { errors[.date] = "Error: not a day of the calendar; write it as \(today)." }
    if let day, day > today { errors[.date] = "Error: a day to come; today is \(today)." }
    guard errors.isEmpty, let day, setup.payers.indices.contains(payer) else {
      return .failure(FormErrors(errors: errors))
    }
    return .success(
      Visit(
        client: client.trimmed, discipline: discipline, payer: setup.payers[payer],
        clinician: clinician.trimmed, date: day))
  }

  package struct FormErrors: Error { package var errors: [Field: String] }
}
