import Billing
import Screen
import SessionLog

extension State {
  mutating func openPerformerBox(of session: Session, focus: Int) {
    guard session.panes.indices.contains(focus) else {
      notice = Notice("No code yet: \(key(of: .add)) adds one.")
      return
    }
    guard !refusesChange(of: session) else { return }
    overlay = .performer(.list(.role(session.panes[focus].performer.role)))
  }

  /// The session and the pane that the box is about.
  var focusedPane: (session: Session, pane: Session.Pane)? {
    guard case .session(let place) = place, let session = logbook.sessions[place.session],
      session.panes.indices.contains(place.focus)
    else { return nil }
    return (session, session.panes[place.focus])
  }

  mutating func pressOnPerformer(_ box: PerformerBox, _ key: Key, at now: Moment) -> [Effect] {
    switch box {
    case .list(let marked): return pressOnPerformers(marked, key, at: now)
    case .name(let role, let field): return pressOnPerformerName(role, field, key, at: now)
    case .together(let fields): return pressOnCoTreatment(fields, key, at: now)
    }
  }

  // MARK: Who

  private mutating func pressOnPerformers(
    _ marked: PerformerBox.Choice, _ key: Key, at now: Moment
  ) -> [Effect] {
    let all = PerformerBox.Choice.all
    if key == .enter { return choose(marked, at: now) }
    if let step = key.step ?? key.letterStep {
      let index = all.firstIndex(of: marked) ?? 0
      overlay = .performer(.list(all[moved(index, by: step, among: all.count)]))
    } else if case .character(let letter) = key,
      let choice = all.first(where: { $0.letter == letter })
    {
      return mark(choice)
    }
    return []
  }

  /// A letter goes as far as it can without storing anything.
  private mutating func mark(_ choice: PerformerBox.Choice) -> [Effect] {
    overlay = .performer(box(for: choice) ?? .list(choice))
    return []
  }

  private mutating func choose(_ choice: PerformerBox.Choice, at now: Moment) -> [Effect] {
    guard let box = box(for: choice) else {
      guard let visit = session?.visit else { return [] }
      return hand(to: visit.performer, at: now)
    }
    overlay = .performer(box)
    return []
  }

  /// The box that asks for more; none for the visit's clinician, who is known.
  private func box(for choice: PerformerBox.Choice) -> PerformerBox? {
    guard let (session, pane) = focusedPane else { return nil }
    switch choice {
    case .role(session.visit.performer.role): return nil
    case .role(let role):
      let name = pane.performer.role == role ? pane.performer.name : lastName(of: role)
      return .name(role, TextField(name ?? "", limit: 40, isDefault: true))
    case .together:
      return .together(
        CoTreatmentFields(besides: session.visit.discipline, stated: pane.coTreatment))
    }
  }

  /// The name that was last given for a role.
  private func lastName(of role: Performer.Role) -> String? {
    logbook.entries.lazy.reversed().compactMap { entry in
      switch entry.kind {
      case .performerStated(_, let performer): performer
      case .opened(let visit): visit.performer
      default: nil
      }
    }.first { $0.role == role }?.name
  }

  private mutating func pressOnPerformerName(
    _ role: Performer.Role, _ field: TextField, _ key: Key, at now: Moment
  ) -> [Effect] {
    var field = field
    if key == .enter {
      guard !field.trimmed.isEmpty else {
        notice = Notice("Error: the name of the \(role.rawValue) is needed.", tone: .error)
        return []
      }
      return hand(to: Performer(role: role, name: field.trimmed), at: now)
    }
    if key.step != nil {
      // Back among the others.
      return pressOnPerformers(.role(role), key, at: now)
    }
    if field.press(key) { overlay = .performer(.name(role, field)) }
    return []
  }

  /// Hands the focused pane over; an exclusive clock stops what the performer had running elsewhere.
  private mutating func hand(to performer: Performer, at now: Moment) -> [Effect] {
    guard let (session, pane) = focusedPane else { return [] }
    guard !pane.performer.isSame(as: performer) else {
      overlay = nil
      notice = Notice("\(pane.code) is with \(performer) already.")
      return []
    }
    let binds = pane.isRunning && logbook.catalog.isExclusive(pane.code)
    let others = binds ? logbook.bound(by: performer, besides: session) : []
    return record(
      .performerStated(code: pane.code, performer: performer),
      in: [session.id] + others.map(\.id), at: now)
  }

  // MARK: Together

  /// What the fields hold, as the entry that would store it; or why it cannot be.
  func understood(_ fields: CoTreatmentFields, at now: Moment) -> Result<Entry.Kind, TimeRefusal> {
    guard let (_, pane) = focusedPane else {
      return .failure(TimeRefusal("Error: there is no pane."))
    }
    if let mistake = fields.choice.mistake(no: "discipline") {
      return .failure(TimeRefusal(mistake))
    }
    guard !fields.minutes.isEmpty else {
      return .failure(TimeRefusal("Type whole minutes; 0 takes them back."))
    }
    let stated = (pane.coTreatment[fields.discipline] ?? 0) * 1000
    let most = Int((pane.milliseconds(at: logbook.instant(of: now)) + stated) / 60_000)
    guard fields.minutes.text.allSatisfy(\.isDigit), let minutes = Int(fields.minutes.text)
    else { return .failure(TimeRefusal("Error: whole minutes are taken, 0 to \(most).")) }
    guard minutes <= most else {
      return .failure(
        TimeRefusal("Error: \(pane.code) has \(most) min; 0 to \(most) can be another's."))
    }
    return .success(
      .coTreated(code: pane.code, with: fields.discipline, seconds: Int64(minutes) * 60))
  }

  private mutating func pressOnCoTreatment(
    _ fields: CoTreatmentFields, _ key: Key, at now: Moment
  ) -> [Effect] {
    guard let (session, _) = focusedPane else { return [] }
    var fields = fields
    switch key {
    case .enter:
      // What is wrong stands in the box already.
      guard case .success(let kind) = understood(fields, at: now) else { return [] }
      return record(kind, in: [session.id], at: now)
    case .left, .right, .character(" "): _ = fields.choice.press(key)
    case .character(let character) where character.isLetter: _ = fields.choice.press(key)
    case .backspace where fields.choice.unknown != nil: _ = fields.choice.press(key)
    case .up, .down, .tab, .backTab: return pressOnPerformers(.together, key, at: now)
    default:
      fields.choice.settle()
      _ = fields.minutes.press(key)
    }
    overlay = .performer(.together(fields))
    return []
  }
}
