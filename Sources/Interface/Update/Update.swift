import Billing
import Screen
package import SessionLog

/// Takes one message: changes the state, and says what is to be done in the world.
///
/// A fact reaches the state only as ``Message/recorded(_:)``: what the screen shows is on disk.
package func update(_ state: inout State, _ message: Message, at now: Moment) -> [Effect] {
  switch message {
  case .input(.key(let key)):
    if state.isHeld(key, at: now) { return [] }
    state.notice = nil
    return state.overlay == nil
      ? state.pressOnPlace(key, at: now) : state.pressOnOverlay(key, at: now)
  case .input(.paste(let text)):
    state.editField { $0.insert(text) }
    return []
  case .input(.hangUp): return [.end]
  case .input(.wake): return state.setup.isLookOnly ? [.look] : []
  case .input(.resize): return []
  case .recorded(let entry):
    state.take(entry, at: now)
    return []
  case .refused(_, let reason):
    state.notice = Notice("Not recorded: \(reason)", tone: .error)
    return []
  case .arrived(let entries):
    for entry in entries { state.takeFromElsewhere(entry) }
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
    guard let command = Binding.command(for: key, in: scene) else { return [] }
    return run(command, key: key, at: now)
  }

  /// Does what a command says; `key` tells which pane a digit means.
  mutating func run(_ command: Command, key: Key?, at now: Moment) -> [Effect] {
    switch command {
    case .palette: overlay = .palette(Palette())
    case .help: overlay = .help(top: 0)
    case .leave: return leave()
    case .back: goBack()
    case .sessions: place = .sessions(SessionList(selected: session?.id))
    case .newSession: openForm(at: now)
    case .findings: overlay = .findings(selected: 0)
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

  private mutating func goBack() {
    switch place {
    case .summary(let place): self.place = .session(SessionPlace(session: place.session))
    case .session(let place): self.place = .sessions(SessionList(selected: place.session))
    case .form, .sessions: place = .sessions(SessionList(selected: session?.id))
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
    place = .form(VisitForm(after: last, setup: setup, today: now.localDay))
  }

  private mutating func runOnList(_ command: Command, at now: Moment) -> [Effect] {
    guard case .sessions(var list) = place else { return [] }
    let ids = listed(on: now.localDay).map(\.id)
    let index = ids.firstIndex { $0 == list.selected } ?? 0
    switch command {
    case .up: list.selected = ids.isEmpty ? nil : ids[max(0, index - 1)]
    case .down: list.selected = ids.isEmpty ? nil : ids[min(ids.count - 1, index + 1)]
    case .open where !ids.isEmpty:
      place = .session(SessionPlace(session: ids[index]))
      return []
    default: break
    }
    place = .sessions(list)
    return []
  }
}

// MARK: - Recording

extension State {
  /// Whether nothing may be recorded; says so.
  mutating func refusesToRecord() -> Bool {
    guard setup.isLookOnly else { return false }
    notice = Notice(
      "Looking only: another unitclock has this journal. Record there, or leave it and start anew.",
      tone: .error)
    return true
  }

  /// Asks the journal for an entry, if it can have happened after those before it.
  mutating func record(
    _ kind: Entry.Kind, in sessions: [SessionID], by author: String? = nil, at now: Moment
  ) -> [Effect] {
    guard !refusesToRecord() else { return [] }
    let author = author ?? sessions.first.flatMap { logbook.sessions[$0]?.visit.clinician }
    let draft = Draft(
      sessions: sessions, moment: now, author: author ?? setup.author, kind: kind)
    do throws(ImpossibleEntry) {
      if !sessions.isEmpty { _ = try logbook.trying(draft) }
    } catch {
      notice = Notice("Error: \(error.reason).", tone: .error)
      return []
    }
    return [.record(draft)]
  }

  /// Takes an entry that is on disk, and says what it changed.
  ///
  /// Only now the box that asked for it goes: had the disk refused, what was typed would still be
  /// there.
  fileprivate mutating func take(_ entry: Entry, at now: Moment) {
    let before = logbook
    overlay = nil
    guard takeFromElsewhere(entry) else { return }
    switch entry.kind {
    case .opened: place = .session(SessionPlace(session: entry.sessions[0]))
    case .added(let code): focusPane(of: code, in: entry.sessions[0])
    case .paused: overlay = .pauseReason(TextField(limit: 40))
    case .undone, .redone, .startMoved, .secondsTyped, .totalStated, .intervalStated,
      .unitsStated, .timingStated:
      notice = changeNotice(entry, from: before, at: now)
    case .chosen(let units):
      notice = Notice("Chosen: \(Wording.units(units)).", tone: .done)
    case .signed(let signature):
      signer = signature.name
      notice = Notice("Signed by \(signature.name). Nothing changes it any more.", tone: .done)
    case .started where entry.sessions.count > 1:
      let others = entry.sessions.dropFirst().compactMap { logbook.sessions[$0]?.visit.client }
      notice = Notice("Switched from \(others.joined(separator: ", ")).")
    case .started, .stopped, .pauseReason, .resumed, .allStopped: break
    }
  }

  /// Adds an entry to the logbook; whether it could be.
  @discardableResult
  fileprivate mutating func takeFromElsewhere(_ entry: Entry) -> Bool {
    do throws(ImpossibleEntry) {
      try logbook.append(entry)
      return true
    } catch {
      notice = Notice("Error: the journal holds what cannot be: \(error).", tone: .error)
      return false
    }
  }

  private mutating func focusPane(of code: ProcedureCode, in session: SessionID) {
    guard case .session(var place) = place, place.session == session,
      let index = logbook.sessions[session]?.panes.firstIndex(where: { $0.code == code })
    else { return }
    place.focus = index
    self.place = .session(place)
    let key = index < 9 ? "\(index + 1) starts it" : index == 9 ? "0 starts it" : "Enter starts it"
    if case .depends? = logbook.catalog[code]?.timing {
      notice = Notice("\(code) added; \(key). Say with t whether it is timed or untimed.")
    } else {
      notice = Notice("\(code) added; \(key).")
    }
  }
}

// MARK: - Keys that are held down

extension State {
  /// Milliseconds within which the same key again is taken as one that is held down.
  private static let holdTime: Int64 = 700

  /// Whether a key that starts and stops clocks, or undoes it, is only held down: it counts once, so
  /// that no clock is lost to it.
  fileprivate mutating func isHeld(_ key: Key, at now: Moment) -> Bool {
    defer { lastKey = (key, now) }
    guard takesSessionKeys, let last = lastKey, last.key == key,
      now.elapsed(since: last.moment) < Self.holdTime
    else { return false }
    switch Binding.command(for: key, in: .session) {
    case .toggle, .toggleFocused, .pause, .undo, .redo: return true
    default: return false
    }
  }

  /// Whether keys reach the session: nothing stands before it but, in a pause, the field for a
  /// reason that nobody has begun to type.
  private var takesSessionKeys: Bool {
    guard scene == .session else { return false }
    switch overlay {
    case nil: return true
    case .pauseReason(let field)?: return field.isEmpty
    default: return false
    }
  }
}
