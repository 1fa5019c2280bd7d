import Billing
import Screen
package import SessionLog

/// Takes one message: changes the state, and says what is to be done in the world.
///
/// A fact reaches the state only as ``Message/recorded(_:)``: what the screen shows is on disk.
package func update(_ state: inout State, _ message: Message, at now: Moment) -> [Effect] {
  switch message {
  case .input(.key(let key)):
    if let effects = state.answerHeldKey(key, at: now) { return effects }
    state.notice = nil
    return state.overlay == nil
      ? state.pressOnPlace(key, at: now) : state.pressOnOverlay(key, at: now)
  case .input(.paste(let text)):
    state.notice = nil
    state.editField { $0.insert(text) }
    return []
  case .input(.hangUp): return [.end]
  case .input(.wake): return state.setup.isLookOnly ? [.look] : []
  case .input(.resize): return []
  case .recorded(let entry):
    state.take(entry, at: now)
    return []
  case .refused(let reason):
    state.notice = Notice("Not recorded: \(reason)", tone: .error)
    return []
  case .arrived(let entries):
    for entry in entries { state.takeFromElsewhere(entry) }
    return []
  case .lookedBack(let entries):
    state.lookBack(at: entries)
    return []
  case .cannotLook(let reason):
    state.notice = Notice("Error: the journal cannot be read. \(reason)", tone: .error)
    return []
  }
}

extension State {
  /// The kind of screen one is on; the form has keys of its own.
  package var scene: Scene? {
    switch place {
    case .sessions: .sessions
    case .session: .session
    case .summary: .summary
    case .form: nil
    }
  }

  mutating func pressOnPlace(_ key: Key, at now: Moment) -> [Effect] {
    guard let scene else { return pressOnForm(key, at: now) }
    guard let command = Binding.command(for: key, in: scene) else {
      if case .sessions(let list) = place { answerDigit(key, on: list, at: now) }
      return []
    }
    return run(command, key: key, at: now)
  }

  /// Does what a command says; `key` tells which pane a digit means.
  mutating func run(_ command: Command, key: Key?, at now: Moment) -> [Effect] {
    switch command {
    case .palette: overlay = .palette(Palette())
    case .help: overlay = .help(top: 0)
    case .leave: return leave()
    case .back: goBack()
    case .sessions: list(marking: session?.id)
    case .newSession: openForm(at: now)
    case .findings: overlay = .findings(FindingsBox())
    default:
      switch place {
      case .sessions: return runOnList(command, at: now)
      case .session(let place): return runOnSession(command, key: key, place: place, at: now)
      case .summary(let place): return runOnSummary(command, place: place, at: now)
      case .form: break
      }
    }
    return []
  }

  mutating func goBack() {
    switch place {
    case .summary(let place): open(place.session)
    case .form(let form): form.origin.map { open($0) } ?? list(marking: nil)
    case .session(let place): list(marking: place.session)
    case .sessions: break
    }
  }

  private mutating func leave() -> [Effect] {
    guard !sessionsWithClock.isEmpty, !setup.isLookOnly else { return [.end] }
    overlay = .leave
    return []
  }

  private mutating func openForm(at now: Moment) {
    guard !refusesToRecord() else { return }
    let last = logbook.sessions.values.max { $0.id < $1.id }?.visit
    place = .form(
      VisitForm(after: last, setup: setup, today: now.localDay, origin: session?.id))
  }

  /// Goes to a session: to the pane that had the focus, else to the one whose clock runs or waits.
  mutating func open(_ id: SessionID) {
    guard let session = logbook.sessions[id] else { return }
    let index = focus[id] ?? session.firstWithClock ?? 0
    place = .session(SessionPlace(session: id, focus: min(index, max(0, session.panes.count - 1))))
  }

  private mutating func list(marking session: SessionID?) {
    place = .sessions(SessionList(selected: session))
  }
}
