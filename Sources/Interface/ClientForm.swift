package import Billing
package import SessionLog

/// The form of a client's record under a discipline.
package struct ClientForm: Hashable, Sendable {
  package enum Field: String, CaseIterable, Hashable, Sendable {
    case client, discipline, payer, secondaryPayer, diagnoses
    case planStart, planEnd, progressReport
    case authorization, authorizationStart, authorizationEnd, visits, units
  }

  /// The fields that are typed into.
  var typed: [Field: TextField]
  package var disciplineChoice: NamedChoice
  package var payer: NamedChoice
  package var secondaryPayer: NamedChoice
  /// Those to choose from: the record's own are among them, whatever the payers' file says now.
  let payers: [Payer]
  package var focus: Field
  /// Whether it was sent and could not be stored, until something is changed.
  package var isSent = false
  /// The screen that it was opened from; it goes back there.
  package var origin: Place
  /// What stood in it before anything was typed.
  private(set) var filled: [String: String] = [:]

  /// A form that holds a record.
  package init(of record: ClientRecord, setup: Setup, from origin: Place) {
    self.origin = origin
    disciplineChoice = NamedChoice(among: Discipline.allCases, chosen: record.discipline)
    typed = Self.typed(of: record)
    payers = setup.payers(with: [record.payer, record.secondaryPayer])
    payer = NamedChoice(ofPayer: record.payer, among: payers)
    secondaryPayer = NamedChoice(ofPayer: record.secondaryPayer, among: payers)
    focus = record.client.isEmpty ? .client : .payer
    filled = texts
  }

  private static func typed(of record: ClientRecord) -> [Field: TextField] {
    let (plan, authorization) = (record.planOfCare, record.authorization)
    func day(_ day: ServiceDate?) -> TextField {
      TextField(day?.description ?? "", limit: 10, isDefault: true)
    }
    func number(_ number: Int?) -> TextField {
      TextField(number.map { "\($0)" } ?? "", limit: 4, isDefault: true)
    }
    return [
      .client: TextField(record.client, limit: 24),
      .diagnoses: TextField(record.diagnoses.joined(separator: ", "), limit: 120),
      .planStart: day(plan?.start), .planEnd: day(plan?.end),
      .progressReport: day(record.progressReport),
      .authorization: TextField(authorization?.number ?? "", limit: 30, isDefault: true),
      .authorizationStart: day(authorization?.start), .authorizationEnd: day(authorization?.end),
      .visits: number(authorization?.visits), .units: number(authorization?.units),
    ]
  }

  package var discipline: Discipline {
    Discipline.allCases[disciplineChoice.index ?? 0]
  }

  /// The choice of a field; none where it is typed into.
  func choice(of field: Field) -> NamedChoice? {
    switch field {
    case .discipline: disciplineChoice
    case .payer: payer
    case .secondaryPayer: secondaryPayer
    default: nil
    }
  }

  /// Changes the choice that has the focus.
  mutating func changeChoice(_ change: (inout NamedChoice) -> Void) {
    switch focus {
    case .discipline: change(&disciplineChoice)
    case .payer: change(&payer)
    case .secondaryPayer: change(&secondaryPayer)
    default: return
    }
    isSent = false
  }

  /// What is wrong with the letters that were typed into a choice.
  func mistake(inChoiceOf field: Field) -> String? {
    guard field != .discipline else { return disciplineChoice.mistake(no: "discipline") }
    let known = payer.names.joined(separator: ", ")
    return choice(of: field)?
      .mistake(no: "payer", instead: "payers.yaml adds one. Known are \(known)")
  }

  /// A field that is typed into; none for a choice.
  subscript(field: Field) -> TextField? { typed[field] }

  /// What a field holds, without blanks at either end; empty for a choice.
  func text(_ field: Field) -> String { typed[field]?.trimmed ?? "" }

  /// Which record of which client it is.
  package var key: ClientKey { ClientKey(client: text(.client), discipline: discipline) }

  /// What is typed and chosen, by the names of the fields.
  package var texts: [String: String] {
    var texts = typed.reduce(into: [String: String]()) { $0[$1.key.rawValue] = $1.value.text }
    texts[Field.payer.rawValue] = name(of: payer)
    texts[Field.secondaryPayer.rawValue] = name(of: secondaryPayer)
    return texts
  }

  /// Whether nothing but the client was typed or chosen since it was filled.
  var isUntouched: Bool {
    let name = Field.client.rawValue
    return texts.filter { $0.key != name } == filled.filter { $0.key != name }
  }

  /// The payer that is chosen; none where none is.
  func name(of choice: NamedChoice) -> String? {
    choice.index.flatMap { payers.indices.contains($0) ? payers[$0].name : nil }
  }

  mutating func edit(_ edit: (inout TextField) -> Void) {
    guard var field = typed[focus] else { return }
    edit(&field)
    typed[focus] = field
    isSent = false
  }

  mutating func moveFocus(by step: Int) {
    let all = Field.allCases
    let index = all.firstIndex(of: focus) ?? 0
    changeChoice { $0.settle() }
    focus = all[(index + step + all.count) % all.count]
  }

  var keyBar: [(String, String)] {
    let isChoice = typed[focus] == nil
    return [("Enter", "store"), ("Esc", "back"), ("Tab ↑ ↓", "field")]
      + (isChoice ? [("← →", "choose")] : focus == .diagnoses ? [("→", "take the offer")] : [])
  }
}

extension Setup {
  /// The payers to choose from, and those that a record names besides.
  fileprivate func payers(with names: [String?]) -> [Payer] {
    let further = names.compactMap(\.self).filter { name in
      !payers.contains { $0.name == name }
    }
    return payers + further.map { Payer(name: $0, rule: .cms) }
  }
}

extension NamedChoice {
  fileprivate init(ofPayer name: String?, among payers: [Payer]) {
    self.init(
      among: payers.map { $0.name ?? "" },
      chosen: name.flatMap { name in payers.firstIndex { $0.name == name } }, mayBeNone: true)
  }
}
