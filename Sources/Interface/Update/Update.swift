import Billing
import Screen
package import SessionLog

/// Takes one message: changes the state, and says what is to be done in the world.
///
/// A fact reaches the state only as ``Message/recorded(_:)``: what the screen shows is on disk.
package func update(_ state: inout State, _ message: Message, at now: Moment) -> [Effect] {
  let effects = respond(&state, to: message, at: now)
  // Before what is recorded: once that is on disk the draft is dropped.
  return state.keepDraft(after: message) + effects
}

private func respond(_ state: inout State, to message: Message, at now: Moment) -> [Effect] {
  switch message {
  case .input(let input):
    state.logbookAtKey = state.logbook
    let noticed = state.noticeGap(at: now)
    let effects = noticed + state.take(input, at: now)
    state.askAboutGap()
    return effects + state.recallShownClient(at: now)
  case .recorded(let entries):
    for entry in entries { state.take(entry, at: now) }
    return state.recallShownClient(at: now)
  case .refused(let reason):
    state.notice = Notice("Not recorded: \(reason)", tone: .error)
    return []
  case .arrived(let entries):
    state.takeArrived(entries)
    return []
  case .lookedBack(let entries):
    state.lookBack(at: entries)
    return []
  case .cannotLook(let reason):
    state.notice = Notice("Error: the journal cannot be read. \(reason)", tone: .error)
    return []
  case .recalled(let key, let records, let visits):
    state.takeRecalled(key, records: records, visits: visits, at: now)
    state.completeForm(for: key)
    return []
  case .found(let query, let visits):
    state.takeFound(visits, for: query)
    return []
  case .fetched(let id, let entries):
    state.takeFetched(id, entries)
    return state.recallShownClient(at: now)
  case .pinChecked(let isRight):
    state.takePINCheck(isRight, at: now)
    return []
  case .pinRead(let isSet, let attempts):
    state.takePINRead(isSet: isSet, attempts: attempts)
    return []
  case .pinSet(let isSet, let refusal):
    state.takePIN(isSet: isSet, refusal: refusal)
    return []
  }
}

extension State {
  /// Takes what reached the program from the terminal.
  fileprivate mutating func take(_ input: Input, at now: Moment) -> [Effect] {
    // Before the key: one that comes after the idle time finds the screen locked.
    let locking = lockIfIdle(at: now)
    return locking + answer(input, at: now)
  }

  private mutating func answer(_ input: Input, at now: Moment) -> [Effect] {
    switch input {
    case .key(let key):
      lastInput = now
      return press(key, at: now)
    case .paste(let text):
      lastInput = now
      guard lock == nil else { return [] }
      notice = nil
      editField { $0.insert(text) }
      return searchAnew(at: now)
    case .hangUp: return [.end]
    case .wake:
      remind(at: now)
      return setup.looksAgain ? [.look(after: lastLooked)] : []
    case .resize: return []
    }
  }

  private mutating func press(_ key: Key, at now: Moment) -> [Effect] {
    if let lock { return pressOnLock(lock, key, at: now) }
    if let effects = answerHeldKey(key, at: now) { return effects }
    if locks(key) { return lockScreen(at: now, by: lastKey) }
    notice = nil
    return overlay == nil ? pressOnPlace(key, at: now) : pressOnOverlay(key, at: now)
  }
}

extension State {
  /// The kind of screen one is on; the form has keys of its own.
  package var scene: Scene? {
    switch place {
    case .sessions: .sessions
    case .session: .session
    case .summary: .summary
    case .audit: .audit
    case .form, .client, .search: nil
    }
  }

  mutating func pressOnPlace(_ key: Key, at now: Moment) -> [Effect] {
    guard let scene else { return pressOnFields(key, at: now) }
    guard let command = setup.keymap.command(for: key, in: scene) else {
      if case .sessions(let list) = place { answerDigit(key, on: list, at: now) }
      return []
    }
    return run(command, key: key, at: now)
  }

  /// What is typed on a screen that has fields, and so no keys of its own.
  private mutating func pressOnFields(_ key: Key, at now: Moment) -> [Effect] {
    if asksForHelp(key) {
      overlay = .help(top: 0)
      return []
    }
    switch place {
    case .client(let form): return pressOnClientForm(form, key, at: now)
    case .search(let search): return pressOnHistorySearch(search, key, at: now)
    default: return pressOnForm(key, at: now)
    }
  }

  /// Does what a command says; `key` tells which pane a digit means.
  mutating func run(_ command: Command, key: Key?, at now: Moment) -> [Effect] {
    switch command {
    case .palette: overlay = .palette(Palette())
    case .help: overlay = .help(top: 0)
    case .leave: return leave()
    case .back: goBack()
    case .sessions: list(marking: session?.id)
    case .newSession: openForm(for: .begin, at: now)
    case .findings: overlay = .findings(FindingsBox())
    case .lock: return lockScreen(at: now, by: lastKey)
    case .setPIN: if !refusesToRecord() { overlay = .pin(PINBox(hasPIN: setup.hasPIN)) }
    case .gap: openGapBox()
    case .search: return openHistorySearch(at: now)
    case .client: return openClient(at: now)
    case .sayState: notice = Notice(stateInWords(at: now))
    case .audit: if let session { place = .audit(AuditPlace(session: session.id, from: place)) }
    default:
      switch place {
      case .sessions: return runOnList(command, at: now)
      case .session(let place): return runOnSession(command, key: key, place: place, at: now)
      case .summary(let place): return runOnSummary(command, place: place, at: now)
      case .audit(let place): return runOnAudit(command, place: place, at: now)
      case .form, .client, .search: break
      }
    }
    return []
  }

  mutating func goBack() {
    switch place {
    case .summary(let place): open(place.session)
    case .form(let form): form.origin.map { open($0) } ?? list(marking: nil)
    case .session(let place): list(marking: place.session)
    case .audit(let place): self.place = place.origin
    case .client(let form): place = form.origin
    case .search(let search): place = search.origin
    case .sessions: break
    }
  }

  private mutating func leave() -> [Effect] {
    guard !sessionsWithClock.isEmpty, !setup.isLookOnly else { return [.end] }
    overlay = .leave
    return []
  }

  /// Goes to a session: to the pane that had the focus, else to the one whose clock runs or waits.
  mutating func open(_ id: SessionID) {
    guard let session = logbook.sessions[id] else { return }
    let index = focus[id] ?? session.firstWithClock ?? 0
    place = .session(SessionPlace(session: id, focus: min(index, max(0, session.panes.count - 1))))
  }

  /// Goes to the list.
  mutating func list(marking session: SessionID?) {
    place = .sessions(SessionList(selected: session))
  }
}
