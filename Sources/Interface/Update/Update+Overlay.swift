import Billing
import Screen
import SessionLog

extension State {
  mutating func pressOnOverlay(_ key: Key, at now: Moment) -> [Effect] {
    guard let overlay else { return [] }
    if key == .escape || key == .control("c"), !overlay.isQuestionOfStart {
      self.overlay = nil
      return []
    }
    switch overlay {
    case .help(let top): scrollHelp(from: top, key)
    case .findings(let selected): return pressOnFindings(selected, key, at: now)
    case .addCode(let search): return pressOnCodeSearch(search, key, at: now)
    case .time(let field): return pressOnTimeField(field, key, at: now)
    case .palette(let palette): return pressOnPalette(palette, key, at: now)
    case .pauseReason(let field): return pressOnPauseReason(field, key, at: now)
    case .confirmUndo(let id): return pressOnUndo(of: id, key, at: now)
    case .choices(let selected): return pressOnChoices(selected, key, at: now)
    case .signature(let field): return pressOnSignature(field, key, at: now)
    case .stopBeforeSigning: return pressOnStopBeforeSigning(key, at: now)
    case .leave: return pressOnLeave(key, at: now)
    case .inUse: return pressOnInUse(key)
    }
    return []
  }

  private mutating func scrollHelp(from top: Int, _ key: Key) {
    switch key {
    case .up, .character("k"): overlay = .help(top: max(0, top - 1))
    case .down, .character("j"): overlay = .help(top: top + 1)
    case .pageUp: overlay = .help(top: max(0, top - 10))
    case .pageDown, .character(" "): overlay = .help(top: top + 10)
    default: overlay = nil
    }
  }

  // MARK: Adding a code

  /// The procedures that a search may mean, best first.
  func matches(of search: CodeSearch) -> [Procedure] {
    guard let session else { return [] }
    return logbook.catalog.search(search.field.trimmed, on: session.visit.date)
  }

  private mutating func pressOnCodeSearch(
    _ search: CodeSearch, _ key: Key, at now: Moment
  ) -> [Effect] {
    var search = search
    let matches = matches(of: search)
    switch key {
    case .up: search.selected = max(0, search.selected - 1)
    case .down, .tab: search.selected = max(0, min(matches.count - 1, search.selected + 1))
    case .enter:
      guard matches.indices.contains(search.selected) else {
        notice = Notice(
          "Error: no code matches “\(search.field.trimmed)”; a number or words are taken.",
          tone: .error)
        return []
      }
      return add(matches[search.selected].code, at: now)
    default:
      guard search.field.press(key) else { return [] }
      search.selected = 0
    }
    overlay = .addCode(search)
    return []
  }

  private mutating func add(_ code: ProcedureCode, at now: Moment) -> [Effect] {
    guard let session else { return [] }
    if let index = session.panes.firstIndex(where: { $0.code == code }) {
      overlay = nil
      place = .session(SessionPlace(session: session.id, focus: index))
      notice = Notice("\(code) has its pane already: number \(index + 1).")
      return []
    }
    return record(.added(code: code), in: [session.id], at: now)
  }

  // MARK: Time

  /// What the time field holds, as the entry that would store it; or why it cannot be.
  func understood(_ field: TextField, at now: Moment) -> Result<Entry.Kind, TimeRefusal> {
    guard case .session(let place) = place, let session = logbook.sessions[place.session],
      session.panes.indices.contains(place.focus)
    else { return .failure(TimeRefusal("Error: there is no pane.")) }
    let code = session.panes[place.focus].code
    do {
      let entry = try TimeEntry(field.text)
      return .success(try entry.kind(for: code, of: session, in: logbook, at: now))
    } catch let error as TimeEntryError {
      return .failure(TimeRefusal(error.sentence))
    } catch let error as TimeRefusal {
      return .failure(error)
    } catch {
      return .failure(TimeRefusal("Error: \(error)."))
    }
  }

  private mutating func pressOnTimeField(
    _ field: TextField, _ key: Key, at now: Moment
  ) -> [Effect] {
    guard let session else { return [] }
    if key == .enter {
      switch understood(field, at: now) {
      case .failure(let refusal):
        notice = Notice(refusal.sentence, tone: .error)
        return []
      case .success(let kind):
        return record(kind, in: [session.id], at: now)
      }
    }
    var field = field
    if field.press(key) { overlay = .time(field) }
    return []
  }

  // MARK: Commands by name

  /// The commands whose name or help has every typed word.
  func matches(of palette: Palette) -> [Binding] {
    guard let scene else { return [] }
    let words = palette.field.text.lowercased().split(separator: " ")
    return Binding.all(in: scene).filter { binding in
      binding.command != .palette && binding.command != .toggle
        && words.allSatisfy { "\(binding.name) \(binding.help)".lowercased().contains($0) }
    }
  }

  private mutating func pressOnPalette(
    _ palette: Palette, _ key: Key, at now: Moment
  ) -> [Effect] {
    var palette = palette
    let matches = matches(of: palette)
    switch key {
    case .up: palette.selected = max(0, palette.selected - 1)
    case .down, .tab: palette.selected = max(0, min(matches.count - 1, palette.selected + 1))
    case .enter:
      guard matches.indices.contains(palette.selected) else {
        notice = Notice("Error: no command matches “\(palette.field.trimmed)”.", tone: .error)
        return []
      }
      overlay = nil
      return run(matches[palette.selected].command, key: nil, at: now)
    default:
      guard palette.field.press(key) else { return [] }
      palette.selected = 0
    }
    overlay = .palette(palette)
    return []
  }

  // MARK: Pause, undo, findings

  /// The reasons for a pause that a first letter or two complete.
  static let pauseReasons = ["rest", "toilet", "phone", "physician", "equipment"]

  private mutating func pressOnPauseReason(
    _ field: TextField, _ key: Key, at now: Moment
  ) -> [Effect] {
    guard let session else { return [] }
    let isSessionKey: Bool
    switch key {
    case .character(let character): isSessionKey = character == " " || character.isWholeNumber
    default: isSessionKey = false
    }
    if field.isEmpty, isSessionKey { return pressOnPlace(key, at: now) }
    if key == .enter {
      guard !field.trimmed.isEmpty else {
        overlay = nil
        return []
      }
      let completed = Self.pauseReasons.filter { $0.hasPrefix(field.trimmed.lowercased()) }
      let reason = completed.count == 1 ? completed[0] : field.trimmed
      return record(.pauseReason(reason), in: [session.id], at: now)
    }
    var field = field
    if field.press(key) { overlay = .pauseReason(field) }
    return []
  }

  private mutating func pressOnUndo(of id: EntryID, _ key: Key, at now: Moment) -> [Effect] {
    guard key == .enter, let entry = logbook.entries.first(where: { $0.id == id }) else {
      return []
    }
    return record(.undone(entry: id), in: entry.sessions, at: now)
  }

  private mutating func pressOnFindings(_ selected: Int, _ key: Key, at now: Moment) -> [Effect] {
    let count = session.map { bill(of: $0, at: now).findings.count } ?? 0
    switch key {
    case .up, .character("k"): overlay = .findings(selected: max(0, selected - 1))
    case .down, .character("j"), .tab:
      overlay = .findings(selected: max(0, min(count - 1, selected + 1)))
    case .enter, .character("w"), .character("q"): overlay = nil
    default: break
    }
    return []
  }

  // MARK: Choosing and signing

  private mutating func pressOnChoices(_ selected: Int, _ key: Key, at now: Moment) -> [Effect] {
    guard let session else { return [] }
    let choices = bill(of: session, at: now).choices
    switch key {
    case .up, .character("k"): overlay = .choices(selected: max(0, selected - 1))
    case .down, .character("j"), .character("c"), .tab:
      overlay = .choices(selected: (selected + 1) % max(1, choices.count))
    case .enter:
      guard choices.indices.contains(selected) else { return [] }
      return record(.chosen(units: choices[selected]), in: [session.id], at: now)
    default: break
    }
    return []
  }

  private mutating func pressOnSignature(
    _ field: TextField, _ key: Key, at now: Moment
  ) -> [Effect] {
    guard let session else { return [] }
    if key == .enter {
      guard !field.trimmed.isEmpty else {
        notice = Notice("Error: a name is needed to sign.", tone: .error)
        return []
      }
      return sign(session, as: field.trimmed, at: now)
    }
    var field = field
    if field.press(key) { overlay = .signature(field) }
    return []
  }

  private mutating func pressOnStopBeforeSigning(_ key: Key, at now: Moment) -> [Effect] {
    guard key == .enter, let session else { return [] }
    let clocks = logbook.day(of: session).filter(\.hasClock).map(\.id)
    notice = Notice("Stopped. S signs.")
    return record(.allStopped, in: clocks, at: now)
  }

  private mutating func pressOnLeave(_ key: Key, at now: Moment) -> [Effect] {
    switch key {
    case .character("s"):
      let effects = record(.allStopped, in: sessionsWithClock.map(\.id), at: now)
      return effects.isEmpty ? [] : effects + [.end]
    case .character("r"), .character("q"): return [.end]
    default: return []
    }
  }

  private mutating func pressOnInUse(_ key: Key) -> [Effect] {
    switch key {
    case .character("l"), .enter:
      overlay = nil
      return []
    case .character("q"), .escape, .control("c"): return [.end]
    default: return []
    }
  }
}

extension Overlay {
  /// Whether it must be answered before anything else.
  fileprivate var isQuestionOfStart: Bool {
    if case .inUse = self { true } else { false }
  }
}

// MARK: - Fields

extension TextField {
  /// Takes a key that edits text; whether it was one.
  mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: deleteBackward()
    case .delete: deleteForward()
    case .left: move(by: -1)
    case .right: move(by: 1)
    case .home, .control("a"): moveToStart()
    case .end, .control("e"): moveToEnd()
    case .control("u"): clear()
    default: return false
    }
    return true
  }
}

extension State {
  /// Edits the field that is typed into; without one, nothing happens.
  mutating func editField(_ edit: (inout TextField) -> Void) {
    switch overlay {
    case .addCode(var search):
      edit(&search.field)
      search.selected = 0
      overlay = .addCode(search)
    case .palette(var palette):
      edit(&palette.field)
      palette.selected = 0
      overlay = .palette(palette)
    case .time(var field):
      edit(&field)
      overlay = .time(field)
    case .pauseReason(var field):
      edit(&field)
      overlay = .pauseReason(field)
    case .signature(var field):
      edit(&field)
      overlay = .signature(field)
    case .help, .findings, .confirmUndo, .choices, .stopBeforeSigning, .leave, .inUse: return
    case nil: if case .form = place { editFormField(edit) }
    }
  }
}
