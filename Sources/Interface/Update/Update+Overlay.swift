import Billing
import Screen
import SessionLog

extension State {
  mutating func pressOnOverlay(_ key: Key, at now: Moment) -> [Effect] {
    guard let overlay else { return [] }
    if asksForHelp(key) {
      self.overlay = .help(top: 0, over: overlay)
      return []
    }
    if key == .escape || key == .control("c"), !overlay.isQuestionOfStart {
      // The note stores what was typed before it goes.
      if case .note(let form) = overlay { return pressOnNote(form, key, at: now) }
      self.overlay = overlay.behind
      return []
    }
    switch overlay {
    case .help(let top, let front): scrollHelp(from: top, over: front, key, at: now)
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
    case .choices(let selected, let origin):
      return pressOnChoices(selected, from: origin, key, at: now)
    case .signature(let field): return pressOnSignature(field, key, at: now)
    case .stopBeforeSigning: return pressOnStopBeforeSigning(key, at: now)
    case .leave: return pressOnLeave(key, at: now)
    case .inUse: return pressOnInUse(key)
    case .switchBack(let box): return pressOnSwitchBack(box, key, at: now)
    case .intervals(let box): return pressOnIntervals(box, key, at: now)
    case .undoList(let list): return pressOnUndoList(list, key, at: now)
    case .gap(let box): return pressOnGap(box, key, at: now)
    case .group(let box): return pressOnGroup(box, key, at: now)
    case .absence(let box): return pressOnAbsence(box, key, at: now)
    case .addendum(let form): return pressOnAddendum(form, key, at: now)
    case .coSignature(let field): return pressOnCoSignature(field, key, at: now)
    case .dues(let box): return pressOnDues(box, key, at: now)
    case .pin(let box): return pressOnPIN(box, key, at: now)
    }
    return []
  }

  /// Whether a key asks which keys work here: a character only where it is not text, F1 always.
  func asksForHelp(_ key: Key) -> Bool {
    if case .help? = overlay { return false }
    switch key {
    case .function(1): return true
    case .character where overlay == nil || overlay?.field != nil: return false
    default: return setup.keymap.command(for: key, in: scene ?? .session) == .help
    }
  }

  private mutating func scrollHelp(
    from top: Int, over front: Overlay?, _ key: Key, at now: Moment
  ) {
    guard let step = helpStep(of: key) else {
      overlay = front
      return
    }
    let rows = helpLines(at: now).count
    overlay = .help(top: max(0, min(top + step, rows - boxRows)), over: front)
  }

  /// The rows by which a key moves the help; nothing for one that closes it.
  private func helpStep(of key: Key) -> Int? {
    switch key {
    case .pageUp: -pageRows
    case .pageDown, .character(" "): pageRows
    default: key.step ?? key.letterStep
    }
  }

  /// Rows that a page of text has.
  var pageRows: Int { max(1, size.rows - 3) }

  /// Rows that the tallest box has inside its frame; on the session screen the totals stay below it.
  var boxRows: Int { pageRows - (scene == .session ? 3 : 2) }
}

extension Overlay {
  /// Whether it must be answered before anything else.
  fileprivate var isQuestionOfStart: Bool {
    if case .inUse = self { true } else { false }
  }

  /// What stands there again when it is left.
  fileprivate var behind: Overlay? {
    switch self {
    case .help(_, let front): front
    case .findings(let box): box.behind
    case .modifiers(let box): box.behind
    case .choices(_, let origin): origin.map { .findings($0) }
    case .intervals(let box): box.behind
    case .absence(let box): box.behind
    case .group(let box): box.behind
    default: nil
    }
  }
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
