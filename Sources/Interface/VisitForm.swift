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
  package var disciplineChoice: NamedChoice
  package var payer: NamedChoice
  /// Who pays what the payer leaves; nobody at first, for the last visit may be another client's.
  package var secondaryPayer: NamedChoice
  package var clinician: TextField
  /// What the clinician is.
  package var roleChoice: NamedChoice
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
  let standardPayer: NamedChoice
  let standardSecondary: NamedChoice

  /// What a clinician can be: who treats under a plan of care of their own, or under another's.
  package static let roles: [Performer.Role] = [.therapist, .assistant]

  /// A form with what the settings say, else with what the last visit had that was begun here.
  package init(
    for purpose: Purpose = .begin, after last: Visit?, setup: Setup, today: ServiceDate,
    origin: SessionID? = nil
  ) {
    let preferences = setup.preferences
    let clinician = preferences.clinician ?? last?.clinician ?? setup.author
    // A role is somebody's: that of the last visit counts for whoever gave it.
    let role = preferences.role ?? (last?.clinician == clinician ? last?.role : nil)
    self.init(
      for: purpose, by: Performer(role: role ?? .therapist, name: clinician),
      discipline: preferences.discipline ?? last?.discipline ?? .physicalTherapy,
      payer: last.flatMap { setup.index(of: $0.payer) }, setup: setup, date: today,
      origin: origin)
  }

  private init(
    for purpose: Purpose, by performer: Performer, discipline: Discipline, payer: Int?,
    setup: Setup, date: ServiceDate, origin: SessionID?
  ) {
    self.purpose = purpose
    self.origin = origin
    standardDiscipline = discipline
    standardPayer = NamedChoice(among: setup.payerNames, chosen: payer)
    standardSecondary = NamedChoice(among: setup.payerNames, chosen: nil, mayBeNone: true)
    disciplineChoice = NamedChoice(among: Discipline.allCases, chosen: standardDiscipline)
    self.payer = standardPayer
    secondaryPayer = standardSecondary
    clinician = TextField(performer.name, limit: 40, isDefault: true)
    roleChoice = NamedChoice(among: Self.roles, chosen: performer.role)
    self.date = TextField(date.description, limit: 10, isDefault: true)
  }

  /// A form that holds what a visit has, to correct it.
  package init(correcting session: Session, setup: Setup) {
    let visit = session.visit
    self.init(
      for: .correct(session.id, visit), by: visit.performer, discipline: visit.discipline,
      payer: setup.index(of: visit.payer), setup: setup, date: visit.date, origin: session.id)
    client = TextField(visit.client, limit: 24)
    secondaryPayer = NamedChoice(
      among: setup.payerNames, chosen: visit.secondaryPayer.flatMap(setup.index), mayBeNone: true)
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

  package var discipline: Discipline {
    Discipline.allCases[disciplineChoice.index ?? 0]
  }

  package var role: Performer.Role { Self.roles[roleChoice.index ?? 0] }

  /// What is typed into a field; nothing where it is a choice.
  func text(of field: Field) -> TextField? {
    switch field {
    case .client: client
    case .clinician: clinician
    case .date: date
    case .time: time
    case .length: length
    case .reason: reason
    case .discipline, .payer, .secondaryPayer, .role, .panes, .begin: nil
    }
  }

  /// The choice of a field; none where it is typed into.
  func choice(of field: Field) -> NamedChoice? {
    switch field {
    case .discipline: disciplineChoice
    case .payer: payer
    case .secondaryPayer: secondaryPayer
    case .role: roleChoice
    case .panes: panes.choice
    case .client, .clinician, .date, .time, .length, .reason, .begin: nil
    }
  }

  mutating func changeChoice(of field: Field, _ change: (inout NamedChoice) -> Void) {
    switch field {
    case .discipline: change(&disciplineChoice)
    case .payer: change(&payer)
    case .secondaryPayer: change(&secondaryPayer)
    case .role: change(&roleChoice)
    case .panes: change(&panes.choice)
    case .client, .clinician, .date, .time, .length, .reason, .begin: break
    }
  }

  /// What is wrong with the letters that were typed into a choice.
  func mistake(inChoiceOf field: Field) -> String? {
    let choice = choice(of: field)
    return switch field {
    case .payer, .secondaryPayer: choice?.mistake(no: "payer", instead: "payers.yaml adds one")
    case .discipline: choice?.mistake(no: "discipline")
    case .role: choice?.mistake(no: "role")
    default: choice?.mistake(no: "panes")
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

extension Setup {
  /// What the payers to choose from are called.
  var payerNames: [String] { payers.map { $0.name ?? "" } }

  /// The payer that is chosen; none where none is.
  func payer(_ choice: NamedChoice) -> Payer? {
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
