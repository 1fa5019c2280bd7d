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
    case .tab, .down: form.moveField(by: 1)
    case .backTab, .up: form.moveField(by: -1)
    default: form.press(key, payers: setup.payers.count)
    }
    place = .form(form)
    return []
  }

  /// Enter: from any field to the button, from the button into the visit.
  private mutating func advanceForm(_ form: VisitForm, at now: Moment) -> [Effect] {
    var form = form
    switch form.visit(setup: setup, today: now.localDay) {
    case .failure(let failure):
      form.errors = failure.errors
      form.field = VisitForm.Field.allCases.first { failure.errors[$0] != nil } ?? form.field
      place = .form(form)
      return []
    case .success(let visit):
      guard form.field == .begin else {
        form.errors = [:]
        form.field = .begin
        place = .form(form)
        return []
      }
      return record(.opened(visit), in: [], by: visit.clinician, at: now)
    }
  }

  mutating func editFormField(_ edit: (inout TextField) -> Void) {
    guard case .form(var form) = place else { return }
    form.edit(edit)
    place = .form(form)
  }
}

extension VisitForm {
  fileprivate mutating func moveField(by step: Int) {
    let count = Field.allCases.count
    field = Field(rawValue: (field.rawValue + step + count) % count) ?? .client
  }

  fileprivate mutating func press(_ key: Key, payers: Int) {
    switch (field, key) {
    case (.discipline, .left): turnDiscipline(by: -1)
    case (.discipline, .right), (.discipline, .character(" ")): turnDiscipline(by: 1)
    case (.discipline, .character(let letter)):
      discipline =
        Discipline.allCases.first { $0.rawValue.lowercased().first == letter.lowercased().first }
        ?? discipline
    case (.payer, .left): payer = (payer - 1 + payers) % max(1, payers)
    case (.payer, .right), (.payer, .character(" ")): payer = (payer + 1) % max(1, payers)
    default: edit { _ = $0.press(key) }
    }
  }

  private mutating func turnDiscipline(by step: Int) {
    let all = Discipline.allCases
    let index = all.firstIndex(of: discipline) ?? 0
    discipline = all[(index + step + all.count) % all.count]
  }

  fileprivate mutating func edit(_ edit: (inout TextField) -> Void) {
    errors[field] = nil
    switch field {
    case .client: edit(&client)
    case .clinician: edit(&clinician)
    case .date: edit(&date)
    case .discipline, .payer, .begin: break
    }
  }
}
