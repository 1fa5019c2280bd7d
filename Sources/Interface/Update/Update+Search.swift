import Billing
import Screen
import SessionLog

extension State {
  /// The procedures that a search may mean, best first.
  func matches(of search: CodeSearch) -> [Procedure] {
    guard let session else { return [] }
    let matches = logbook.catalog.search(search.field.trimmed, on: session.visit.date)
    guard search.field.isEmpty else { return matches }
    // Before anything is typed: the timed codes of the discipline, then the rest of its own.
    let own = matches.filter { $0.disciplines.contains(session.visit.discipline) }
    return own.filter(\.isTimed) + own.filter { !$0.isTimed }
  }

  mutating func pressOnCodeSearch(
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
}
