import Billing
import Paperwork
import Screen
import SessionLog

extension State {
  mutating func runOnSession(
    _ command: Command, key: Key?, place: SessionPlace, at now: Moment
  ) -> [Effect] {
    guard let session = logbook.sessions[place.session] else { return [] }
    switch command {
    case .toggle: return toggle(paneOf: key, of: session, at: now)
    case .toggleFocused: return toggle(pane: place.focus, of: session, at: now)
    case .pause: return pauseOrResume(session, at: now)
    case .pauseReason: openPauseReason(of: session)
    case .add: openCodeSearch(in: session)
    case .time: openTimeField(of: session, at: place)
    case .performer: openPerformerBox(of: session, focus: place.focus)
    case .modifiers:
      if let code = focusedCode(of: session, at: place) { openModifiers(of: code, in: session) }
    case .note:
      if let code = focusedCode(of: session, at: place) { openNote(of: code, in: session, at: now) }
    case .evaluate: openEvaluation(of: session)
    case .allowedElsewhere: openAllowedElsewhere(of: session)
    case .undo: return undo(in: session, at: now)
    case .redo: return redo(in: session, at: now)
    case .countdown: showsCountdown.toggle()
    case .summary: self.place = .summary(SummaryPlace(session: session.id))
    case .focusNext: moveFocus(by: 1)
    case .focusPrevious: moveFocus(by: -1)
    case .focusDown: moveFocus(down: 1)
    case .focusUp: moveFocus(down: -1)
    case .nextSession: go(toOpenSession: 1, from: session, at: now)
    case .previousSession: go(toOpenSession: -1, from: session, at: now)
    default: return runFurther(command, of: session, at: place, now)
    }
    return []
  }

  private mutating func runFurther(
    _ command: Command, of session: Session, at place: SessionPlace, _ now: Moment
  ) -> [Effect] {
    switch command {
    case .switchBack: openSwitchBack(of: session, at: now)
    case .intervals: openIntervals(of: session, at: place)
    case .undoList: openUndoList(of: session)
    case .swapPerson: return swapPerson(from: session, at: now)
    case .group: openGroup(of: session, at: now)
    case .absence: openAbsence(of: session)
    case .correctVisit: openCorrection(of: session)
    case .bigDigits: showsBigDigits.toggle()
    default: break
    }
    return []
  }

  // MARK: Clocks

  private mutating func toggle(paneOf key: Key?, of session: Session, at now: Moment) -> [Effect] {
    guard case .character(let character)? = key, let digit = character.wholeNumberValue else {
      return []
    }
    return toggle(pane: (digit + 9) % 10, of: session, at: now)
  }

  private mutating func toggle(pane: Int, of session: Session, at now: Moment) -> [Effect] {
    guard session.panes.indices.contains(pane) else {
      let add = key(of: .add)
      notice = Notice(
        session.panes.isEmpty
          ? "No code yet: \(add) adds one." : "There is no pane \(pane + 1); \(add) adds a code.")
      return []
    }
    focusPane(pane, of: session)
    let code = session.panes[pane].code
    if let effects = toggleGroup(of: code, in: session, at: now) { return effects }
    if session.panes[pane].isRunning {
      return record(.stopped(code: code), in: [session.id], at: now)
    }
    guard !refusesChange(of: session), !refusesClock(of: session, at: now) else { return [] }
    let others = logbook.bound(byStarting: [code], in: session)
    return record(.started(code: code), in: [session.id] + others.map(\.id), at: now)
  }

  private mutating func pauseOrResume(_ session: Session, at now: Moment) -> [Effect] {
    guard !refusesChange(of: session) else { return [] }
    if session.isPaused {
      let others = logbook.bound(byStarting: session.resumes, in: session)
      return record(.resumed, in: [session.id] + others.map(\.id), at: now)
    }
    guard !session.running.isEmpty else {
      notice = Notice("Nothing runs that could pause.")
      return []
    }
    return record(.paused, in: [session.id], at: now)
  }

  /// Timers run on today's sessions, and past midnight on one that still has its clock.
  mutating func refusesClock(of session: Session, at now: Moment) -> Bool {
    guard session.visit.date != now.localDay, !session.hasClock else { return false }
    notice = Notice(
      "Timers run on today's sessions only; \(key(of: .time)) types minutes for \(session.visit.date).",
      tone: .error)
    return true
  }

  private mutating func openCodeSearch(in session: Session) {
    guard !refusesChange(of: session) else { return }
    if let absence = session.absence {
      notice = Notice(
        "Error: the visit did not take place: \(absence.inWords). \(key(of: .undo)) takes that back.",
        tone: .error)
    } else {
      overlay = .addCode(CodeSearch())
    }
  }

  mutating func refusesChange(of session: Session) -> Bool {
    guard let signature = session.signature else { return refusesToRecord() }
    let keymap = setup.keymap
    let addendum = keymap.label(of: .addendum, in: .summary)
    let way =
      setup.isLookOnly
      ? ""
      : " \(addendum) in the summary adds an addendum; "
        + "\(keymap.label(of: .newSession, in: .session)) begins a new session."
    notice = Notice(
      "Signed by \(signature.name): nothing changes it any more.\(way)", tone: .error)
    return true
  }

  // MARK: Focus

  /// Puts the focus on a pane, and remembers it for when one comes back.
  mutating func focusPane(_ index: Int, of session: Session) {
    focus[session.id] = index
    place = .session(SessionPlace(session: session.id, focus: index))
  }

  private mutating func moveFocus(by step: Int) {
    guard case .session(let place) = place, let session, !session.panes.isEmpty else { return }
    let count = session.panes.count
    focusPane((place.focus + step + count) % count, of: session)
  }

  /// To the pane above or below; where there is none, the focus stays.
  ///
  /// Below the last boxes come those that have a line each.
  private mutating func moveFocus(down rows: Int) {
    guard case .session(let place) = place, let session else { return }
    let places = SessionLayout.places(in: size.body, panes: session.panes.count)
    let across = SessionLayout.across(size.columns)
    let focus = place.focus
    let index =
      if rows > 0 {
        focus + across < places ? focus + across : max(places, focus + 1)
      } else {
        focus < places ? focus - across : focus - 1
      }
    if session.panes.indices.contains(index) { focusPane(index, of: session) }
  }

  private mutating func go(toOpenSession step: Int, from session: Session, at now: Moment) {
    let open = listed(on: now.localDay).filter { !$0.isClosed || $0.id == session.id }
    guard let index = open.firstIndex(where: { $0.id == session.id }), open.count > 1 else {
      notice = Notice(
        "There is no other open session; "
          + "\(setup.keymap.label(of: .newSession, in: .session)) begins one.")
      return
    }
    self.open(open[(index + step + open.count) % open.count].id)
  }

  // MARK: Mending

  /// The code of the pane with the focus; says so where there is none.
  private mutating func focusedCode(of session: Session, at place: SessionPlace) -> ProcedureCode? {
    guard session.panes.indices.contains(place.focus) else {
      notice = Notice("No code yet: \(key(of: .add)) adds one.")
      return nil
    }
    return session.panes[place.focus].code
  }

  private mutating func openTimeField(of session: Session, at place: SessionPlace) {
    guard focusedCode(of: session, at: place) != nil, !refusesChange(of: session) else { return }
    overlay = .time(TextField(limit: 60))
  }

  private mutating func undo(in session: Session, at now: Moment) -> [Effect] {
    guard !refusesChange(of: session) else { return [] }
    guard let entry = session.undoable.first else {
      notice = Notice("There is nothing to undo.")
      return []
    }
    let preview = UndoPreview(of: entry, in: session, from: logbook, at: now)
    if now.elapsed(since: entry.moment) > 60_000 || preview.collision != nil {
      overlay = .confirmUndo(entry.id)
      return []
    }
    return record(preview.drafts)
  }

  private mutating func redo(in session: Session, at now: Moment) -> [Effect] {
    guard !refusesChange(of: session) else { return [] }
    guard let entry = session.redoable.first else {
      notice = Notice("There is nothing to redo.")
      return []
    }
    let preview = UndoPreview(of: entry, in: session, from: logbook, at: now)
    if preview.collision != nil {
      overlay = .confirmUndo(entry.id)
      return []
    }
    return record(preview.drafts)
  }

  /// What an entry changed: minutes of the codes and units of the day, before and after.
  func changeNotice(_ entry: Entry, from before: Logbook, at now: Moment) -> Notice {
    let together = storedTogether(by: entry)
    let what: String
    switch entry.kind {
    // What is undone now has its words where it still stood.
    case .undone: what = "Undone: \(words(for: together.last, in: before))."
    case .redone: what = "Redone: \(words(for: together.last, in: logbook))."
    case .switchMoved(_, let time): what = "The switch was at \(time.text)."
    default: what = ""
    }
    let sessions = together.reversed().flatMap(\.sessions).inOrder
    let changes = Change.all(in: sessions, from: before, to: logbook, at: now).sentence
    let text = [what, changes].filter { !$0.isEmpty }.joined(separator: " ")
    return Notice(text + nextUndo(after: entry, behind: text), tone: .done)
  }

  /// An entry as the session on the screen has it, where it had part in it.
  private func words(for entry: Entry?, in logbook: Logbook) -> String {
    guard let entry, let own = entry.sessions.first else { return "" }
    let shown = entry.sessions.first { $0 == session?.id } ?? own
    return logbook.sessions[shown].map { Wording.entry(entry, in: $0) } ?? ""
  }

  /// What the next undo would take back, where there is room to say it.
  private func nextUndo(after entry: Entry, behind text: String) -> String {
    guard case .undone = entry.kind, let session, let next = session.undoable.first else {
      return ""
    }
    let words = " Next: \(Wording.entry(next, in: session))."
    return width(of: text + words) <= size.columns - 2 ? words : ""
  }

  /// The entries that one key stored; of an undo or a redo, those that it turned round.
  private func storedTogether(by entry: Entry) -> [Entry] {
    switch entry.kind {
    case .undone(let id), .redone(let id):
      logbook.entries.first { $0.id == id }.map(logbook.stored) ?? []
    default: logbook.stored(with: entry)
    }
  }
}
