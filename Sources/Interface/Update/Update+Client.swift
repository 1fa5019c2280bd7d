import Billing
import Screen
import SessionLog

extension State {
  /// The record of the client of the screen's visit, or of the one that is marked; without a visit,
  /// of one whose initials are asked for.
  mutating func openClient(at now: Moment) -> [Effect] {
    var visit = session?.visit
    if case .sessions(let list) = place {
      let sessions = listed(on: now.localDay)
      if !sessions.isEmpty { visit = sessions[marked(list, among: sessions)].visit }
    }
    overlay = nil
    let key = visit?.recordKey
    let record = key.flatMap { logbook.clients[$0] } ?? ClientRecord(of: visit, in: setup)
    place = .client(ClientForm(of: record, setup: setup, from: place))
    return key.map { [.recall($0)] } ?? []
  }

  mutating func pressOnClientForm(_ form: ClientForm, _ key: Key, at now: Moment) -> [Effect] {
    var form = form
    var effects: [Effect] = []
    switch key {
    case .escape where form.mistake(inChoiceOf: form.focus) != nil:
      form.changeChoice { $0.leaveText() }
    case .escape, .control("c"):
      place = form.origin
      return []
    case .enter: return store(form, at: now)
    case .tab, .down: effects = leaveField(of: &form, by: 1)
    case .backTab, .up: effects = leaveField(of: &form, by: -1)
    case .right:
      if let rest = completion(for: form) {
        form.edit { $0.insert(rest) }
      } else {
        effects = press(key, in: &form)
      }
    default: effects = press(key, in: &form)
    }
    place = .client(form)
    return effects
  }

  private mutating func store(_ form: ClientForm, at now: Moment) -> [Effect] {
    var form = form
    let reading = ClientReading(form, on: now.localDay)
    guard let record = reading.record else {
      form.isSent = true
      form.focus = ClientForm.Field.allCases.first { reading.errors[$0] != nil } ?? form.focus
      place = .client(form)
      return []
    }
    guard record != logbook.clients[record.key] else {
      place = form.origin
      notice = Notice("Nothing was changed in the record of \(record.client).")
      return []
    }
    return self.record(.clientStated(record), in: [], by: setup.preferences.clinician, at: now)
  }

  // MARK: Fields

  private mutating func press(_ key: Key, in form: inout ClientForm) -> [Effect] {
    switch form.focus {
    case .discipline:
      let discipline = form.discipline
      form.changeChoice { _ = $0.press(key) }
      return form.discipline == discipline ? [] : refill(&form)
    case .payer: form.changeChoice { _ = $0.press(key) }
    case .secondaryPayer:
      let taken = form.payer.index
      form.changeChoice { _ = $0.press(key, besides: taken) }
    default: form.edit { _ = $0.press(key) }
    }
    return []
  }

  private mutating func leaveField(of form: inout ClientForm, by step: Int) -> [Effect] {
    let isClient = form.focus == .client
    form.moveFocus(by: step)
    return isClient && !form.text(.client).isEmpty ? refill(&form) : []
  }

  /// Puts the record of the client that is named now into a form in which nothing else was typed,
  /// and asks the journal for it.
  private mutating func refill(_ form: inout ClientForm) -> [Effect] {
    let key = form.key
    guard form.isUntouched, !key.client.isEmpty else { return [] }
    let focus = form.focus
    var record =
      logbook.clients[key]
      ?? ClientRecord(client: form.text(.client), discipline: form.discipline)
    record.client = form.text(.client)
    form = ClientForm(of: record, setup: setup, from: form.origin)
    form.focus = focus
    return history[key] == nil ? [.recall(key)] : []
  }

  // MARK: Diagnoses

  /// What would complete the last diagnosis in the form: a code that was used before.
  ///
  /// This client's own come first, under any discipline; where nothing of a code is typed, no other
  /// client's are offered.
  func completion(for form: ClientForm) -> String? {
    guard form.focus == .diagnoses, let field = form[.diagnoses],
      field.cursor == field.text.count
    else { return nil }
    let words = field.text.uppercased().split(omittingEmptySubsequences: false) {
      $0 == "," || $0 == " "
    }
    let start = words.last ?? ""
    let typed = Set(words.map(String.init))
    func offer(_ records: [ClientRecord]) -> String? {
      let counts = records.flatMap(\.diagnoses).filter {
        $0.hasPrefix(start) && !typed.contains($0)
      }
      .reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
      return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    }
    let stated = logbook.clientsStated
    let own = offer(stated.filter { $0.key.client == form.key.client })
    let best = own ?? (start.isEmpty ? nil : offer(stated))
    return best.map { String($0.dropFirst(start.count)) }
  }

  // MARK: What the journal says

  /// Takes what the journal knows of a client; a form that is open for them and untouched shows it.
  mutating func takeRecalled(
    _ key: ClientKey, records: [Entry], visits: [PastVisit], at now: Moment
  ) {
    lookBack(at: records)
    history[key] = visits
    if case .client(var form) = place, form.key == key, form.isUntouched,
      let record = logbook.clients[key]
    {
      let focus = form.focus
      form = ClientForm(of: record, setup: setup, from: form.origin)
      form.focus = focus
      place = .client(form)
    }
    tellDues(at: now)
  }

  /// Leaves the form of a record that is on disk, and says what it changed.
  mutating func takeStated(_ record: ClientRecord, instead before: ClientRecord?) {
    if case .client(let form) = place, form.key == record.key { place = form.origin }
    let changes = record.changes(from: before).joined(separator: "; ")
    notice = Notice(
      "Stored for \(record.client), \(record.discipline.rawValue): \(changes).", tone: .done)
  }
}

extension ClientRecord {
  /// A record that says no more than a visit does.
  fileprivate init(of visit: Visit?, in setup: Setup) {
    self.init(
      client: visit?.client ?? "",
      discipline: visit?.discipline ?? setup.preferences.discipline ?? .physicalTherapy,
      payer: visit?.payer.name, secondaryPayer: visit?.secondaryPayer?.name)
  }
}
