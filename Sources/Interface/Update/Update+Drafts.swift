import SessionLog

extension State {
  /// The form in front, with a name that says what it is about: one draft is kept under each.
  ///
  /// The fields for a PIN are none.
  private var formInFront: (name: String, form: any Drafting)? {
    var front = overlay
    if case .help(_, let behind)? = front { front = behind }
    switch (front, place) {
    case (nil, .form(let form)): return (form.draftName, form)
    case (nil, .client(let form)): return (form.draftName, form)
    case (.note(let form), _): return session.map { ("note \($0.id.rawValue) \(form.code)", form) }
    case (.intervals(let box), _):
      guard let form = box.form, let name = box.draftName else { return nil }
      return (name, form)
    case (.findings(let box), _):
      guard let session, let dismissal = box.dismissal else { return nil }
      return ("dismissal \(session.id.rawValue) \(dismissal.subject)", dismissal)
    case (.modifiers(let box), _):
      guard let session, let reasoning = box.reasoning else { return nil }
      return (
        "modifier \(session.id.rawValue) \(box.code) \(reasoning.modifier)", reasoning
      )
    case (.addendum(let form), _): return ("addendum \(form.session.rawValue)", form)
    case (.absence(let box), _): return ("absence \(box.session.rawValue)", box)
    case (.evaluation(let form), _):
      return session.map { ("evaluation \($0.id.rawValue)", form) }
    case (let box?, _):
      guard let field = box.field, let name = draftName(of: box) else { return nil }
      return (name, field)
    default: return nil
    }
  }

  /// Puts a form in the place of the one in front.
  private mutating func replaceForm(with form: any Drafting) {
    switch form {
    case let form as VisitForm: place = .form(form)
    case let form as ClientForm: place = .client(form)
    case let form as NoteForm: overlay = .note(form)
    case let form as AddendumForm: overlay = .addendum(form)
    case let form as IntervalForm:
      guard case .intervals(var box)? = overlay else { return }
      box.form = form
      overlay = .intervals(box)
    case let dismissal as FindingsBox.Dismissal:
      guard case .findings(var box)? = overlay else { return }
      box.dismissal = dismissal
      overlay = .findings(box)
    case let reasoning as ModifiersBox.Reasoning:
      guard case .modifiers(var box)? = overlay else { return }
      box.reasoning = reasoning
      overlay = .modifiers(box)
    case let box as AbsenceBox: overlay = .absence(box)
    case let form as EvaluationForm: overlay = .evaluation(form)
    case let field as TextField: overlay?.field = field
    default: break
    }
  }

  /// Keeps what was typed into the form in front, drops what was stored, and puts back into a form
  /// that opens what was typed there before.
  mutating func keepDraft(after message: Message) -> [Effect] {
    let front = formInFront
    if let open = draftedForm, open.isRecord, let front, front.form is ClientForm,
      open.name != front.name, open.typed != nil
    {
      draftedForm = DraftedForm(
        name: front.name, initial: open.initial, current: front.form.draft, isRecord: true)
      return keep(nil, of: open.name) + keep(draftedForm?.typed, of: front.name)
    }
    guard let open = draftedForm, open.name == front?.name, let front else {
      let effects = draftedForm.map { closeDraft($0, after: message) } ?? []
      takeUpForm()
      return effects
    }
    draftedForm?.current = front.form.draft
    if case .recorded(let entries) = message {
      for entry in entries { draftedForm?.initial.noteStored(entry.kind) }
    }
    return keep(draftedForm?.typed, of: open.name)
  }

  /// Puts back what was typed before into the form in front, and follows what is typed there now.
  mutating func takeUpForm() {
    let front = formInFront
    draftedForm = front.map { name, form in
      DraftedForm(
        name: name, initial: form.draft, current: form.draft, isRecord: form is ClientForm)
    }
    if let front { putBackDraft(into: front.form, named: front.name) }
  }

  /// A form that was left keeps its draft; one that was stored needs none, but for what it could not
  /// store.
  private mutating func closeDraft(_ form: DraftedForm, after message: Message) -> [Effect] {
    guard case .recorded(let entries) = message else { return [] }
    guard case .answered? = entries.last?.kind else { return keep(nil, of: form.name) }
    var form = form
    for entry in entries { form.initial.noteStored(entry.kind) }
    return keep(form.typed, of: form.name)
  }

  private mutating func putBackDraft(into form: any Drafting, named name: String) {
    guard let draft = drafts[name] else { return }
    var form = form
    let before = form.draft
    form.take(draft: draft.texts)
    guard form.draft != before else { return }
    replaceForm(with: form)
    draftedForm?.current = form.draft
    if notice == nil { notice = Notice("Your draft is back; Ctrl-U empties a field.") }
  }

  private mutating func keep(_ draft: FormDraft?, of name: String) -> [Effect] {
    guard drafts[name] != draft else { return [] }
    drafts[name] = draft
    return [.keep(draft, of: name)]
  }
}

extension [String: String] {
  /// A note is stored field by field: one that is on disk was not typed in vain.
  fileprivate mutating func noteStored(_ kind: Entry.Kind) {
    if case .answered(_, let question, let text) = kind { self[question] = text }
  }
}
