import Billing
import Screen
import SessionLog

extension State {
  mutating func pressOnForm(_ key: Key, at now: Moment) -> [Effect] {
    guard case .form(var form) = place else { return [] }
    switch key {
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
    if form.field == .discipline { complete(&form) }
    place = .form(form)
    return []
  }

  private mutating func leaveField(
    of form: VisitForm, by step: Int, at now: Moment
  ) -> [Effect] {
    var form = form
    let effects = form.field == .client ? recall(for: &form) : []
    form.moveField(by: step)
    place = .form(form)
    return effects
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
    switch form.visit(setup: setup, today: now.localDay) {
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
    if !isChosen { form.discipline = known?.discipline ?? form.standardDiscipline }
    if !form.chosen.contains(.payer) {
      let index = known?.payer.flatMap(setup.index(ofPayer:))
      form.payer =
        index.map { PayerChoice(among: setup.payers, chosen: $0) } ?? form.standardPayer
    }
    if !form.chosen.contains(.secondaryPayer) {
      let index = known?.secondaryPayer.flatMap(setup.index(ofPayer:))
      form.secondaryPayer =
        index.map { PayerChoice(among: setup.payers, chosen: $0, mayBeNone: true) }
        ?? form.standardSecondary
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
    payer.settle()
    secondaryPayer.settle()
  }

  fileprivate mutating func press(_ key: Key) {
    switch field {
    case .discipline:
      choose { $0.discipline = $0.discipline.turned(by: key, among: Discipline.allCases) }
    case .role: role = role.turned(by: key, among: Self.roles)
    case .payer: choose { _ = $0.payer.press(key) }
    case .secondaryPayer:
      choose { _ = $0.secondaryPayer.press(key, besides: $0.payer.index) }
    case .panes: panes.press(key)
    case .client, .clinician, .date, .time, .length, .reason, .begin: edit { _ = $0.press(key) }
    }
  }

  /// Makes a choice; from then on it is a person's.
  private mutating func choose(_ change: (inout Self) -> Void) {
    errors[.secondaryPayer] = nil
    let before = self
    change(&self)
    if self != before { chosen.insert(field) }
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

extension RawRepresentable<String> where Self: Equatable {
  /// The choice that a key turns to: ← and → one on, a blank too, a letter the first that begins
  /// with it; any other key none.
  func turned(by key: Key, among all: [Self]) -> Self {
    let step: Int
    switch key {
    case .left: step = -1
    case .right, .character(" "): step = 1
    case .character(let letter):
      return all.first { $0.rawValue.lowercased().first == letter.lowercased().first } ?? self
    default: return self
    }
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + step + all.count) % all.count]
  }
}
