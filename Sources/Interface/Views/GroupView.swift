import Billing
import Screen
import SessionLog

extension Canvas {
  /// Who is in a group, and what Enter does.
  mutating func drawGroup(
    _ box: GroupBox, of state: State, in area: Rectangle, at now: Moment
  ) {
    let isRunning = !box.running.isEmpty
    let title = isRunning ? "The group: who leaves, who joins" : "A group: who is in it"
    let inside = self.box(title, rows: box.candidates.count + 4, in: area)
    let label = "\(box.code) \(state.label(of: box.code))"
    if box.codes.count > 1 {
      drawChoice(
        label, column: inside.origin.column + 2, row: inside.origin.row, isFocused: true,
        ground: .overlay)
    } else {
      write(
        Line(label, .strong), column: inside.origin.column + 2, row: inside.origin.row,
        width: inside.size.columns - 2)
    }
    var list = inside.below(1)
    // The sentence below the list stays to be seen.
    list.size.rows = min(box.candidates.count, max(1, inside.size.rows - 2))
    let rows = box.candidates.compactMap { state.logbook.sessions[$0] }.map { session in
      let visit = session.visit
      let mark = box.members.contains(session.id) ? "[x] " : "[ ] "
      let about = [visit.discipline.rawValue, visit.payer.name ?? ""].filter { !$0.isEmpty }
      let running =
        session.running.isEmpty
        ? "" : "  ▶ \(session.running.map(\.description).joined(separator: " "))"
      return Line(mark, .key) + Line(visit.client.padded(to: 16), .strong)
        + Line(about.joined(separator: ", "), .quiet) + Line(running, .running)
    }
    drawRows(rows, selected: box.selected, in: list)
    let words = box.words(clients: { state.logbook.sessions[$0]?.visit.client ?? "" })
    let below = inside.below(1 + list.size.rows + (inside.size.rows > rows.count + 2 ? 1 : 0))
    write(words.wrapped(to: inside.size.columns).map { Line($0, .quiet) }, in: below)
  }
}

extension GroupBox {
  /// What Enter does, as a sentence.
  fileprivate func words(clients name: (SessionID) -> String) -> String {
    func names(_ sessions: [SessionID]) -> String { sessions.map(name).joined(separator: ", ") }
    guard !running.isEmpty else {
      return members.count < 2
        ? "At least two clients are a group: Space marks one."
        : "Enter starts \(code) for \(names(joining)). One entry, billed for each."
    }
    if members.isEmpty { return "Enter stops \(code) for everybody." }
    let parts = [
      leaving.isEmpty ? nil : "\(names(leaving)) leaves",
      joining.isEmpty ? nil : "\(names(joining)) joins",
    ].compactMap(\.self)
    return parts.isEmpty
      ? "It runs for \(names(running)); Space lets one leave or join."
      : "Enter: \(parts.joined(separator: ", ")); it goes on for \(names(running.filter(members.contains)))."
  }
}
