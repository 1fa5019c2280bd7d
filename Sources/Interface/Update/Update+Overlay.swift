import Billing
import Screen
import SessionLog

extension State {
  mutating func pressOnOverlay(_ key: Key, at now: Moment) -> [Effect] {
    guard let overlay else { return [] }
    if key == .escape || key == .control("c"), !overlay.isQuestionOfStart {
      self.overlay = overlay.behind
      return []
    }
    switch overlay {
    case .help(let top): scrollHelp(from: top, key)
    case .findings(let box): return pressOnFindings(box, key, at: now)
    case .modifiers(let box): return pressOnModifiers(box, key, at: now)
    case .note(let form): return pressOnNote(form, key, at: now)
    case .addCode(let search): return pressOnCodeSearch(search, key, at: now)
    case .time(let field): return pressOnTimeField(field, key, at: now)
    case .palette(let palette): return pressOnPalette(palette, key, at: now)
    case .pauseReason(let field): return pressOnPauseReason(field, key, at: now)
    case .confirmUndo(let id): return pressOnUndo(of: id, key, at: now)
    case .performer(let box): return pressOnPerformer(box, key, at: now)
    case .evaluation(let form): return pressOnEvaluation(form, key, at: now)
    case .allowedElsewhere(let field): return pressOnAllowedElsewhere(field, key, at: now)
    case .choices(let selected): return pressOnChoices(selected, key, at: now)
    case .signature(let field): return pressOnSignature(field, key, at: now)
    case .stopBeforeSigning: return pressOnStopBeforeSigning(key, at: now)
    case .leave: return pressOnLeave(key, at: now)
    case .inUse: return pressOnInUse(key)
    }
    return []
  }

  private mutating func scrollHelp(from top: Int, _ key: Key) {
    guard let scene, let step = helpStep(of: key) else {
      overlay = nil
      return
    }
    let rows = Help.lines(for: scene).count
    overlay = .help(top: max(0, min(top + step, rows - boxRows)))
  }

  /// The rows by which a key moves the help; nothing for one that closes it.
  private func helpStep(of key: Key) -> Int? {
    switch key {
    case .pageUp: -pageRows
    case .pageDown, .character(" "): pageRows
    default: key.step ?? key.letterStep
    }
  }

  // MARK: Adding a code

  /// The procedures that a search may mean, best first.
  func matches(of search: CodeSearch) -> [Procedure] {
    guard let session else { return [] }
    let matches = logbook.catalog.search(search.field.trimmed, on: session.visit.date)
    guard search.field.isEmpty else { return matches }
    // Before anything is typed: the timed codes of the discipline, then the rest of its own.
    let own = matches.filter { $0.disciplines.contains(session.visit.discipline) }
    return own.filter(\.isTimed) + own.filter { !$0.isTimed }
  }

  private mutating func pressOnCodeSearch(
    _ search: CodeSearch, _ key: Key, at now: Moment
  ) -> [Effect] {
    var search = search
    if key == .enter {
      let matches = matches(of: search)
      guard let selected = search.selected, matches.indices.contains(selected) else {
        notice = Notice(
          search.field.isEmpty
            ? "Type a number or words, or mark a code with ↓."
            : "Error: no code matches “\(search.field.trimmed)”; a number or words are taken.",
          tone: search.field.isEmpty ? .plain : .error)
        return []
      }
      return add(matches[selected].code, at: now)
    }
    if let step = key.step {
      let count = matches(of: search).count
      search.selected = search.selected.map { moved($0, by: step, among: count) } ?? 0
    } else {
      guard search.field.press(key) else { return [] }
      search.selected = search.field.isEmpty ? nil : 0
    }
    overlay = .addCode(search)
    return []
  }

  mutating func add(_ code: ProcedureCode, at now: Moment) -> [Effect] {
    guard let session else { return [] }
    if let index = session.panes.firstIndex(where: { $0.code == code }) {
      overlay = nil
      focusPane(index, of: session)
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
      // What is wrong stands in the box already.
      guard case .success(let kind) = understood(field, at: now) else { return [] }
      return record(kind, in: [session.id], at: now)
    }
    var field = field
    if field.press(key) { overlay = .time(field) }
    return []
  }

  // MARK: Commands by name

  /// The commands whose name or help has every typed word; first those whose name begins with them.
  func matches(of palette: Palette) -> [Binding] {
    guard let scene else { return [] }
    let typed = palette.field.trimmed.lowercased()
    let matches = Binding.all(in: scene).filter { binding in
      binding.command != .palette && binding.command != .toggle
        && typed.split(separator: " ").allSatisfy {
          "\(binding.name) \(binding.help)".lowercased().contains($0)
        }
    }
    return matches.filter { $0.name.hasPrefix(typed) }
      + matches.filter { !$0.name.hasPrefix(typed) }
  }

  private mutating func pressOnPalette(
    _ palette: Palette, _ key: Key, at now: Moment
  ) -> [Effect] {
    var palette = palette
    let matches = matches(of: palette)
    if key == .enter {
      guard matches.indices.contains(palette.selected) else {
        notice = Notice("Error: no command matches “\(palette.field.trimmed)”.", tone: .error)
        return []
      }
      overlay = nil
      return run(matches[palette.selected].command, key: nil, at: now)
    }
    if let step = key.step {
      palette.selected = moved(palette.selected, by: step, among: matches.count)
    } else {
      guard palette.field.press(key) else { return [] }
      palette.selected = 0
    }
    overlay = .palette(palette)
    return []
  }

  // MARK: Pause, undo, leaving

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

  /// What stands there again when it is left.
  fileprivate var behind: Overlay? {
    switch self {
    case .findings(let box): box.behind
    case .modifiers(let box): box.behind
    case .note(let form): form.origin.map { .findings($0) }
    default: nil
    }
  }
}

// MARK: - Fields and marks

extension Overlay {
  /// The field that is typed into, in the boxes that have one.
  var field: TextField? {
    get {
      switch self {
      case .addCode(let search): search.field
      case .palette(let palette): palette.field
      case .time(let field), .pauseReason(let field), .signature(let field),
        .allowedElsewhere(let field):
        field
      case .findings(let box): box.dismissal?.reason
      case .modifiers(let box): box.reasoning?.field ?? box.field
      case .note(let form): form.fields[form.focus]
      case .performer(let box): box.field
      case .evaluation(let form): form.typedField
      case .help, .confirmUndo, .choices, .stopBeforeSigning, .leave, .inUse: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .addCode(var search):
        search.field = newValue
        search.selected = newValue.isEmpty ? nil : 0
        self = .addCode(search)
      case .palette(var palette):
        palette.field = newValue
        palette.selected = 0
        self = .palette(palette)
      case .time: self = .time(newValue)
      case .pauseReason: self = .pauseReason(newValue)
      case .signature: self = .signature(newValue)
      case .allowedElsewhere: self = .allowedElsewhere(newValue)
      case .findings(var box):
        box.dismissal?.reason = newValue
        self = .findings(box)
      case .modifiers(var box):
        box.edit(newValue)
        self = .modifiers(box)
      case .note(var form):
        form.fields[form.focus] = newValue
        self = .note(form)
      case .performer(let box): self = .performer(box.with(newValue))
      case .evaluation(let form): self = .evaluation(form.with(newValue))
      case .help, .confirmUndo, .choices, .stopBeforeSigning, .leave, .inUse: break
      }
    }
  }
}

extension State {
  /// Edits the field that is typed into; without one, nothing happens.
  mutating func editField(_ edit: (inout TextField) -> Void) {
    if var field = overlay?.field {
      edit(&field)
      overlay?.field = field
    } else if overlay == nil {
      editFormField(edit)
    }
  }

  /// Rows that a page of text has.
  var pageRows: Int { max(1, size.rows - 3) }

  /// Rows that the tallest box has inside its frame; on the session screen the totals stay below it.
  private var boxRows: Int { pageRows - (scene == .session ? 3 : 2) }
}

extension Key {
  /// How far it moves a mark in a list.
  var step: Int? {
    switch self {
    case .up, .backTab: -1
    case .down, .tab: 1
    default: nil
    }
  }

  /// The same for `k` and `j`, where nothing is typed.
  var letterStep: Int? {
    switch self {
    case .character("k"): -1
    case .character("j"): 1
    default: nil
    }
  }
}

/// A mark some steps on, within a list.
func moved(_ index: Int, by step: Int, among count: Int) -> Int {
  max(0, min(count - 1, index + step))
}
