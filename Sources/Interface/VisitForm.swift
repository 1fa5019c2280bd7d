package import Billing
package import SessionLog

/// The form for a new session: only the client has no default.
package struct VisitForm: Hashable, Sendable {
  package enum Field: Int, CaseIterable, Hashable, Sendable {
    case client, discipline, payer, secondaryPayer, clinician, role, date, begin
  }

  package var client = TextField(limit: 24)
  package var discipline: Discipline
  package var payer: PayerChoice
  /// Who pays what the payer leaves; nobody at first, for the last visit may be another client's.
  package var secondaryPayer: PayerChoice
  package var clinician: TextField
  /// What the clinician is.
  package var role: Performer.Role
  package var date: TextField
  package var field = Field.client
  /// The session that it was opened from; Esc goes back there.
  package var origin: SessionID?
  /// What is wrong with a field, told when the form was sent.
  package var errors: [Field: String] = [:]

  /// What a clinician can be: who treats under a plan of care of their own, or under another's.
  package static let roles: [Performer.Role] = [.therapist, .assistant]

  /// A form with the defaults of the last visit, and of the system where there was none.
  package init(
    after last: Visit?, setup: Setup, today: ServiceDate, origin: SessionID? = nil
  ) {
    self.origin = origin
    discipline = last?.discipline ?? .physicalTherapy
    // By its name: its terms may have been edited since.
    let payer = last.flatMap { last in
      setup.payers.firstIndex { $0.name == last.payer.name && $0.rule == last.payer.rule }
    }
    self.payer = PayerChoice(among: setup.payers, chosen: payer)
    secondaryPayer = PayerChoice(among: setup.payers, chosen: nil, mayBeNone: true)
    clinician = TextField(last?.clinician ?? setup.author, limit: 40, isDefault: true)
    role = last?.performer.role ?? .therapist
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
    if secondaryPayer.index != nil, secondaryPayer.index == payer.index {
      errors[.secondaryPayer] = "Error: that is the payer already; another or none is taken."
    }
    guard errors.isEmpty, let day, let payer = setup.payer(payer) else {
      return .failure(FormErrors(errors: errors))
    }
    return .success(
      Visit(
        client: client.trimmed, discipline: discipline, payer: payer,
        clinician: clinician.trimmed, date: day, role: role == .therapist ? nil : role,
        secondaryPayer: setup.payer(secondaryPayer)))
  }

  package struct FormErrors: Error { package var errors: [Field: String] }
}

extension Setup {
  /// The payer that is chosen; none where none is.
  func payer(_ choice: PayerChoice) -> Payer? {
    choice.index.flatMap { payers.indices.contains($0) ? payers[$0] : nil }
  }
}
