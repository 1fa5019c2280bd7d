package import Billing
package import SessionLog

/// The form for the particulars of a visit: one that begins, one that is planned, or one that is to
/// be corrected.
package struct VisitForm: Hashable, Sendable {
  package enum Field: Int, CaseIterable, Hashable, Sendable {
    case client, discipline, payer, secondaryPayer, clinician, role, date, time, length, panes
    case reason, begin
  }

  /// What the visit is to become of it.
  package enum Purpose: Hashable, Sendable {
    case begin, plan
    /// What was right before, and of which session.
    case correct(SessionID, Visit)
  }

  package let purpose: Purpose
  package var client = TextField(limit: 24)
  package var discipline: Discipline
  package var payer: PayerChoice
  /// Who pays what the payer leaves; nobody at first, for the last visit may be another client's.
  package var secondaryPayer: PayerChoice
  package var clinician: TextField
  /// What the clinician is.
  package var role: Performer.Role
  package var date: TextField
  /// When it is planned for, and how many minutes it is to take.
  package var time = TextField(limit: 8)
  package var length = TextField("45", limit: 4, isDefault: true)
  package var panes = PaneChoice()
  /// Why it is corrected.
  package var reason = TextField(limit: 60)
  package var field = Field.client
  /// The session that it was opened from; Esc goes back there.
  package var origin: SessionID?
  /// What is wrong with a field, told when the form was sent.
  package var errors: [Field: String] = [:]
  /// What a person chose: what is known of the client does not change it.
  var chosen: Set<Field> = []
  /// The client whom a draft made these choices for; none where they were made here.
  var chosenFor: String?
  /// Discipline and payers as long as nothing is known of the client.
  let standardDiscipline: Discipline
  let standardPayer: PayerChoice
  let standardSecondary: PayerChoice

  /// What a clinician can be: who treats under a plan of care of their own, or under another's.
  package static let roles: [Performer.Role] = [.therapist, .assistant]

  /// A form with the defaults of the last visit, and of settings and system where there was none.
  package init(
    for purpose: Purpose = .begin, after last: Visit?, setup: Setup, today: ServiceDate,
    origin: SessionID? = nil
  ) {
    self.purpose = purpose
    self.origin = origin
    standardDiscipline =
      last?.discipline ?? setup.preferences.discipline ?? .physicalTherapy
    standardPayer = PayerChoice(
      among: setup.payers, chosen: last.flatMap { setup.index(of: $0.payer) })
    standardSecondary = PayerChoice(among: setup.payers, chosen: nil, mayBeNone: true)
    discipline = standardDiscipline
    payer = standardPayer
    secondaryPayer = standardSecondary
    clinician = TextField(
      last?.clinician ?? setup.preferences.clinician ?? setup.author, limit: 40, isDefault: true)
    role = last?.performer.role ?? .therapist
    date = TextField(today.description, limit: 10, isDefault: true)
  }

  /// A form that holds what a visit has, to correct it.
  package init(correcting session: Session, setup: Setup) {
    let visit = session.visit
    self.init(
      for: .correct(session.id, visit), after: visit, setup: setup, today: visit.date,
      origin: session.id)
    client = TextField(visit.client, limit: 24)
    secondaryPayer = PayerChoice(
      among: setup.payers, chosen: visit.secondaryPayer.flatMap(setup.index), mayBeNone: true)
    if let appointment = visit.appointment {
      time = TextField(appointment.startTime, limit: 8, isDefault: true)
      length = TextField("\(appointment.minutes)", limit: 4, isDefault: true)
    }
  }

  /// The fields that it has, in the order of Tab.
  package var fields: [Field] {
    let people: [Field] = [.client, .discipline, .payer, .secondaryPayer, .clinician, .role]
    let panes: [Field] = panes.options.isEmpty ? [] : [.panes]
    return switch purpose {
    case .begin: people + [.date] + panes + [.begin]
    case .plan: people + [.date, .time, .length] + panes + [.begin]
    case .correct(_, let visit):
      people + (visit.appointment == nil ? [] : [.time, .length]) + [.reason, .begin]
    }
  }

  /// What the header says.
  var title: String {
    switch purpose {
    case .begin: "New session"
    case .plan: "Plan a visit"
    case .correct(_, let visit): "Correct the visit of \(visit.client)"
    }
  }

  /// The session that it corrects.
  var corrected: (id: SessionID, visit: Visit)? {
    if case .correct(let id, let visit) = purpose { (id, visit) } else { nil }
  }
}

// MARK: - The visit that it describes

extension VisitForm {
  package struct FormErrors: Error { package var errors: [Field: String] }

  /// The visit that the form describes, or what is wrong with it.
  package func visit(setup: Setup, today: ServiceDate) -> Result<Visit, FormErrors> {
    var errors: [Field: String] = [:]
    if client.trimmed.isEmpty { errors[.client] = "Error: initials or a client code are needed." }
    if clinician.trimmed.isEmpty { errors[.clinician] = "Error: a name is needed." }
    let day = day(today: today, errors: &errors)
    let appointment = appointment(errors: &errors)
    if secondaryPayer.index != nil, secondaryPayer.index == payer.index {
      errors[.secondaryPayer] = "Error: that is the payer already; another or none is taken."
    }
    if corrected != nil, reason.trimmed.isEmpty {
      errors[.reason] = "Error: a reason is needed, such as: wrong payer taken."
    }
    guard errors.isEmpty, let day, let payer = payer(in: setup) else {
      return .failure(FormErrors(errors: errors))
    }
    return .success(
      Visit(
        client: client.trimmed, discipline: discipline, payer: payer,
        clinician: clinician.trimmed, date: day, role: role == .therapist ? nil : role,
        secondaryPayer: secondaryPayer(in: setup), appointment: appointment,
        codes: corrected.map(\.visit.codes) ?? panes.chosen?.codes))
  }

  /// The date of service: a day that has come, for a planned visit one of the year to come.
  private func day(today: ServiceDate, errors: inout [Field: String]) -> ServiceDate? {
    if let corrected { return corrected.visit.date }
    guard let day = ServiceDate(date.trimmed) else {
      errors[.date] = "Error: not a day of the calendar; write it as \(today)."
      return nil
    }
    if purpose == .plan {
      if day < today { errors[.date] = "Error: a day that is past; today is \(today)." }
      if (day.year - 1, day.month, day.day) > (today.year, today.month, today.day) {
        errors[.date] = "Error: at most a year ahead; today is \(today)."
      }
    } else if day > today {
      errors[.date] = "Error: a day to come; today is \(today)."
    }
    return day
  }

  /// When the visit is planned for; none where that is not asked.
  private func appointment(errors: inout [Field: String]) -> Appointment? {
    guard fields.contains(.time) else { return nil }
    let minutes = Int(length.trimmed).flatMap { (1...1440).contains($0) ? $0 : nil }
    if minutes == nil { errors[.length] = "Error: 1 to 1440 minutes are taken." }
    guard let start = startMinute else {
      errors[.time] = "Error: a time is needed, such as 13:00, 1300 or 1:00p."
      return nil
    }
    return minutes.map { Appointment(start: start, minutes: $0) }
  }

  /// The typed time as the minute of the day.
  var startMinute: Int? {
    guard case .start(let clock)? = try? TimeEntry(time.trimmed) else { return nil }
    return clock.minute
  }

  /// Who pays: where that is not touched, what a corrected visit has, terms and all.
  package func payer(in setup: Setup) -> Payer? {
    if let corrected, !chosen.contains(.payer) { return corrected.visit.payer }
    return setup.payer(payer)
  }

  package func secondaryPayer(in setup: Setup) -> Payer? {
    if let corrected, !chosen.contains(.secondaryPayer) { return corrected.visit.secondaryPayer }
    return setup.payer(secondaryPayer)
  }
}

extension Setup {
  /// The payer that is chosen; none where none is.
  func payer(_ choice: PayerChoice) -> Payer? {
    choice.index.flatMap { payers.indices.contains($0) ? payers[$0] : nil }
  }

  /// Where a visit's payer stands among those to choose from: by its name and rule, for its terms
  /// may have been edited since.
  func index(of payer: Payer) -> Int? {
    payers.firstIndex { $0.name == payer.name && $0.rule == payer.rule }
  }

  /// Where a payer of that name stands.
  func index(ofPayer name: String) -> Int? {
    payers.firstIndex { $0.name?.lowercased() == name.lowercased() }
  }
}
