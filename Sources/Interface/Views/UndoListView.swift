import Paperwork
import Screen
import SessionLog

extension Canvas {
  /// Every entry that can be undone or redone, the latest first; below it what that would change.
  mutating func drawUndoList(
    _ list: UndoList, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.logbook.sessions[list.session], let marked = state.marked(list)
    else { return }
    let entries = session.undoableAndUndone
    let columns = min(76, area.size.columns)
    let preview = UndoPreview(of: marked, in: session, from: state.logbook, at: now)
    let told = lines(of: preview, state: state, columns: columns - 4)
    // The list keeps its place while the mark moves: a few lines are always left for what it tells.
    let listed = max(1, min(entries.count, area.size.rows - 2 - 1 - max(told.count, 3)))
    let rows = min(listed + 1 + max(told.count, 5), area.size.rows - 2)
    let inside = box("Undo and redo", rows: rows, columns: columns, in: area)
    drawRows(
      entries.map { row(of: $0, in: session, state: state, columns: columns - 6, at: now) },
      selected: min(list.selected, entries.count - 1), in: inside.first(listed))
    write(told, in: inside.below(listed + 1))
  }

  /// What happened, when and by whom, and whether it is undone.
  private func row(
    of entry: Entry, in session: Session, state: State, columns: Int, at now: Moment
  ) -> Line {
    let isUndone = session.undone.contains(entry.id)
    let day = entry.moment.localDay == now.localDay ? "" : "\(entry.moment.localDay) "
    let reason = entry.reason.map { ": \($0)" } ?? ""
    let author = width(of: entry.author) + 2 <= columns / 4 ? "  \(entry.author)" : ""
    let mark = isUndone ? "  undone" : ""
    let room = columns - width(of: author) - width(of: mark)
    let words = "\(day)\(entry.moment.wallTime.text)  \(session.words(for: entry))\(reason)"
    return Line(words.padded(to: room), isUndone ? .quiet : .text) + Line(author, .quiet)
      + Line(mark, .caution)
  }

  /// What undoing or redoing would change, or why it cannot be.
  func lines(of preview: UndoPreview, state: State, columns: Int) -> [Line] {
    preview.refusal.map { $0.wrapped(to: columns).map { Line($0, .stop) } }
      ?? state.lines(of: preview.changes, columns: columns)
      + preview.warning(columns: columns, keymap: state.setup.keymap)
  }
}

extension UndoPreview {
  /// What could not both have been, where that would come of it.
  func warning(columns: Int, keymap: Keymap) -> [Line] {
    guard let collision else { return [] }
    return keymap.words(of: collision.advice).wrapped(to: columns).map { Line($0, .caution) }
  }
}

extension UndoList {
  func keyBar(of state: State) -> [(String, String)] {
    let isUndone =
      state.marked(self).map { state.logbook.sessions[session]?.undone.contains($0.id) == true }
    return [
      ("Enter", isUndone == true ? "redo it" : "undo it"), ("Esc", "back"), ("↑ ↓", "mark"),
    ]
  }
}
