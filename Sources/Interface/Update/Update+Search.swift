import Billing
import Screen
import SessionLog

extension State {
  /// The procedures that a search may mean, best first.
  func matches(of search: CodeSearch) -> [Procedure] {
    guard let session else { return [] }
    let matches = logbook.catalog.search(search.field.trimmed, on: session.visit.date)
    guard search.field.isEmpty else { return matches }
    // Before anything is typed: what was used last, the timed codes of the discipline, then the rest
    // of its own.
    let own = matches.filter { $0.disciplines.contains(session.visit.discipline) }
    let used = usedCodes(for: session).compactMap { code in own.first { $0.code == code } }
    let others = own.filter { !used.contains($0) }
    return used + others.filter(\.isTimed) + others.filter { !$0.isTimed }
  }

  /// The codes of the visits before, the latest first, the client's before everybody's; those that
  /// have their pane already, and those that may no longer be billed, are none of them.
  private func usedCodes(for session: Session) -> [ProcedureCode] {
    let visit = session.visit
    let sessions = logbook.sessions.values.filter { $0.id != session.id }
      .sorted { ($0.visit.date, $0.id) > ($1.visit.date, $1.id) }
    let own = sessions.filter { $0.visit.clientKey == visit.clientKey }.map { $0.panes.map(\.code) }
    let past = (history[visit.recordKey] ?? []).filter { $0.session != session.id }
      .sorted { ($0.date, $0.session) > ($1.date, $1.session) }.map(\.codes)
    let everybody = sessions.map { $0.panes.map(\.code) }
    var seen = Set(session.panes.map(\.code))
    return (own + past + everybody).joined().filter { code in
      logbook.catalog[code]?.isValid(on: visit.date) == true && seen.insert(code).inserted
    }
  }

  mutating func pressOnCodeSearch(
    _ search: CodeSearch, _ key: Key, at now: Moment
  ) -> [Effect] {
    var search = search
    if key == .enter {
      let matches = matches(of: search)
      guard let selected = search.selected, matches.indices.contains(selected) else {
        // That nothing matches stands in the box already.
        if search.field.isEmpty {
          notice = Notice("Type a number or words, or mark a code with ↓.")
        }
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
