import Screen
import SessionLog

extension State {
  mutating func openUndoList(of session: Session) {
    guard !refusesChange(of: session) else { return }
    guard !session.undoableAndUndone.isEmpty else {
      notice = Notice("There is nothing to undo.")
      return
    }
    overlay = .undoList(UndoList(session: session.id))
  }

  /// The entry that is marked; none where there is none.
  func marked(_ list: UndoList) -> Entry? {
    let entries = logbook.sessions[list.session]?.undoableAndUndone ?? []
    return entries.isEmpty ? nil : entries[min(list.selected, entries.count - 1)]
  }

  mutating func pressOnUndoList(_ list: UndoList, _ key: Key, at now: Moment) -> [Effect] {
    guard let session = logbook.sessions[list.session] else { return [] }
    var list = list
    let count = session.undoableAndUndone.count
    if let step = key.step ?? key.letterStep {
      list.selected = moved(min(list.selected, count - 1), by: step, among: count)
    } else if key == .pageUp || key == .pageDown {
      let step = key == .pageUp ? -boxRows / 2 : boxRows / 2
      list.selected = moved(list.selected, by: step, among: count)
    } else if key == .enter, let entry = marked(list) {
      return record(UndoPreview(of: entry, in: session, from: logbook, at: now).drafts)
    } else if key == .character("U") || key == .character("q") {
      overlay = nil
      return []
    }
    overlay = .undoList(list)
    return []
  }
}
