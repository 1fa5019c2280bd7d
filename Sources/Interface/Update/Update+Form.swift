import Billing
import Screen
import SessionLog

extension State {
  mutating func pressOnForm(_ key: Key, at now: Moment) -> [Effect] {
    guard case .form(var form) = place else { return [] }
    switch key {
    case .escape where form.mistake(inChoiceOf: form.field) != nil:
      form.changeChoice(of: form.field) { $0.leaveText() }
      form.errors[form.field] = nil
      place = .form(form)
      return []
    case .escape, .control("c"):
      goBack()
      return []
    case .enter: return advanceForm(form, at: now)
    case .tab, .right:
      // What stands behind the cursor in pale letters is taken first; then the key has its meaning.
      if let client = completion(in: form) {
        form.client = TextField(client, limit: form.client.limit)
        place = .form(form)
        return []
      }
      return key == .tab ? leaveField(of: form, by: 1, at: now) : edit(form, with: key)
    case .down: return leaveField(of: form, by: 1, at: now)
    case .backTab, .up: return leaveField(of: form, by: -1, at: now)
    default: return edit(form, with: key)
    }
  }

  private mutating func edit(_ form: VisitForm, with key: Key) -> [Effect] {
    var form = form
    form.press(key)
    if form.chosen.contains(.discipline), form.field == .discipline { complete(&form) }
    place = .form(form)
    return []
  }

  private mutating func leaveField(
    of form: VisitForm, by step: Int, at now: Moment
  ) -> [Effect] {
    var form = form
    let effects = form.field == .client ? recall(for: &form) : []
    // What is wrong with what was typed is told as one leaves it; what is missing, when it is sent.
    let left = form.field
    if form.text(of: left)?.isEmpty == false {
      form.errors[left] = mistake(in: left, of: form, at: now)
    }
    form.moveField(by: step)
    place = .form(form)
    return effects
  }

  private func mistake(
    in field: VisitForm.Field, of form: VisitForm, at now: Moment
  ) -> String? {
    guard case .failure(let failure) = form.visit(setup: setup, at: now) else { return nil }
    return failure.errors[field]
  }

  /// Enter: from any field to the button, from the button into the visit.
  private mutating func advanceForm(_ form: VisitForm, at now: Moment) -> [Effect] {
    var form = form
    let effects = form.field == .client ? recall(for: &form) : []
    // The time of a planned visit has no default: Enter asks for it before it is missed.
    if form.purpose == .plan, form.time.isEmpty,
      form.field.rawValue < VisitForm.Field.time.rawValue,
      !form.client.trimmed.isEmpty
    {
      form.field = .time
      place = .form(form)
      return effects
    }
    switch form.visit(setup: setup, at: now) {
    case .failure(let failure):
      form.errors = failure.errors
      form.field = form.fields.first { failure.errors[$0] != nil } ?? form.field
      place = .form(form)
      return effects
    case .success(let visit):
      guard form.field == .begin else {
        form.errors = [:]
        form.field = .begin
        place = .form(form)
        return effects
      }
      return store(visit, from: form, at: now)
    }
  }

  private mutating func store(_ visit: Visit, from form: VisitForm, at now: Moment) -> [Effect] {
    guard let corrected = form.corrected else {
      return record(.opened(visit), in: [], by: visit.clinician, at: now)
    }
    guard visit != corrected.visit else {
      notice = Notice("Nothing is changed yet; Esc leaves the visit as it is.")
      return []
    }
    if let clash = clash(byCorrecting: corrected.id, to: visit, at: now), clash.isRunning {
      notice = Notice("Error: \(setup.keymap.words(of: clash.advice))", tone: .error)
      return []
    }
    return record(
      .visitCorrected(visit), in: [corrected.id], because: form.reason.trimmed, at: now)
  }

  /// What could not both have been if a visit's particulars were these; what runs first.
  func clash(byCorrecting id: SessionID, to visit: Visit, at now: Moment) -> Clash? {
    let draft = Draft(
      sessions: [id], moment: now, author: visit.clinician, kind: .visitCorrected(visit))
    guard let after = try? logbook.trying(draft) else { return nil }
    return after.clashes(of: [id], since: logbook, at: now).first
  }

  /// Goes where a visit that is on disk is to be seen: into it, or to the list where it is planned.
  mutating func showOpened(_ id: SessionID) {
    guard let visit = logbook.sessions[id]?.visit, let appointment = visit.appointment else {
      return open(id)
    }
    list(marking: id)
    notice = Notice(
      "Planned: \(visit.client), \(Wording.day(visit.date)), \(appointment.span).", tone: .done)
  }

  mutating func editFormField(_ edit: (inout TextField) -> Void) {
    switch place {
    case .form(var form):
      form.edit(edit)
      place = .form(form)
    case .client(var form):
      form.edit(edit)
      place = .client(form)
    case .search(var search):
      edit(&search.field)
      place = .search(search)
    default: break
    }
  }
}

// MARK: - What is known of the client

extension State {
  /// The client whose code or initials begin as typed, where the cursor stands behind them.
  func completion(in form: VisitForm) -> String? {
    guard form.field == .client, form.corrected == nil,
      form.client.cursor == form.client.text.count
    else { return nil }
    return completion(of: form.client.text)
  }

  /// Takes what is known of the client into the form, and asks the journal for more.
  private func recall(for form: inout VisitForm) -> [Effect] {
    guard form.corrected == nil, !form.client.trimmed.isEmpty else { return [] }
    complete(&form)
    let disciplines =
      form.chosen.contains(.discipline) ? [form.discipline] : Discipline.allCases
    return disciplines.map { ClientKey(client: form.client.trimmed, discipline: $0) }
      .filter { history[$0] == nil }.map { .recall($0) }
  }

  /// Takes what the journal recalled of a client into the form that waits for it.
  mutating func completeForm(for key: ClientKey) {
    guard case .form(var form) = place, form.field != .client,
      Visit.clientKey(of: form.client.trimmed) == key.client
    else { return }
    complete(&form)
    place = .form(form)
  }

  /// What nobody chose becomes what is known of the client, and what is usual where nothing is.
  private func complete(_ form: inout VisitForm) {
    guard form.corrected == nil else { return }
    let isChosen = form.chosen.contains(.discipline)
    let known = known(form.client.trimmed, under: isChosen ? form.discipline : nil)
    if form.isFree(.discipline) {
      let discipline = known?.discipline ?? form.standardDiscipline
      form.disciplineChoice = NamedChoice(among: Discipline.allCases, chosen: discipline)
    }
    if form.isFree(.payer) {
      form.payer = form.standardPayer
      known?.payer.flatMap(setup.index(ofPayer:)).map { form.payer.choose($0) }
    }
    if form.isFree(.secondaryPayer) {
      form.secondaryPayer = form.standardSecondary
      known?.secondaryPayer.flatMap(setup.index(ofPayer:)).map { form.secondaryPayer.choose($0) }
    }
    let templates = setup.preferences.templates.map(PaneChoice.Option.init)
    form.panes.offer((known?.asOption).map { [$0] + templates } ?? templates)
  }
}

extension KnownClient {
  /// The panes of the last visit, under its day.
  fileprivate var asOption: PaneChoice.Option? {
    lastVisit.map { PaneChoice.Option(name: "as on \(Wording.shortDay($0))", codes: codes) }
  }
}

// MARK: - Keys in the fields

extension VisitForm {
  fileprivate mutating func moveField(by step: Int) {
    let index = fields.firstIndex(of: field) ?? 0
    field = fields[(index + step + fields.count) % fields.count]
    for field in fields { changeChoice(of: field) { $0.settle() } }
  }

  fileprivate mutating func press(_ key: Key) {
    guard choice(of: field) != nil else { return edit { _ = $0.press(key) } }
    errors[field] = nil
    errors[.secondaryPayer] = nil
    let before = choice(of: field)
    let taken = field == .secondaryPayer ? payer.index : nil
    changeChoice(of: field) { _ = $0.press(key, besides: taken) }
    // From then on it is a person's choice.
    if choice(of: field) != before, choice(of: field)?.unknown == nil { chosen.insert(field) }
  }

  /// Whether nobody chose in a field, nor typed into it.
  fileprivate func isFree(_ field: Field) -> Bool {
    !chosen.contains(field) && choice(of: field)?.unknown == nil
  }

  fileprivate mutating func edit(_ edit: (inout TextField) -> Void) {
    errors[field] = nil
    switch field {
    case .client:
      edit(&client)
      if let chosenFor, chosenFor != client.text {
        // Nobody chose for this one.
        chosen = []
        self.chosenFor = nil
      }
    case .clinician: edit(&clinician)
    case .date: edit(&date)
    case .time: edit(&time)
    case .length: edit(&length)
    case .reason: edit(&reason)
    case .discipline, .payer, .secondaryPayer, .role, .panes, .begin: break
    }
  }
}
