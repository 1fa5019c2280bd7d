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
    default: form.press(key)
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

extension VisitForm {
  fileprivate mutating func moveField(by step: Int) {
    let count = Field.allCases.count
    field = Field(rawValue: (field.rawValue + step + count) % count) ?? .client
    payer.settle()
    secondaryPayer.settle()
  }

  fileprivate mutating func press(_ key: Key) {
    switch field {
    case .discipline: discipline = discipline.turned(by: key, among: Discipline.allCases)
    case .role: role = role.turned(by: key, among: Self.roles)
    case .payer, .secondaryPayer: choosePayer(key)
    case .client, .clinician, .date, .begin: edit { _ = $0.press(key) }
    }
  }

  private mutating func choosePayer(_ key: Key) {
    errors[.secondaryPayer] = nil
    _ =
      field == .payer ? payer.press(key) : secondaryPayer.press(key, besides: payer.index)
  }

  fileprivate mutating func edit(_ edit: (inout TextField) -> Void) {
    errors[field] = nil
    switch field {
    case .client: edit(&client)
    case .clinician: edit(&clinician)
    case .date: edit(&date)
    case .discipline, .payer, .secondaryPayer, .role, .begin: break
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
