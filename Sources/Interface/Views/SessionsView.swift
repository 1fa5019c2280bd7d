import Billing
import Screen
import SessionLog

extension Canvas {
  /// The list of today's sessions and of those that still wait for a signature.
  mutating func drawSessions(
    _ list: SessionList, of state: State, in area: Rectangle, at now: Moment
  ) {
    let sessions = state.listed(on: now.localDay)
    guard !sessions.isEmpty else { return drawWelcome(in: area) }
    let index = state.marked(list, among: sessions)
    let top = area.origin.row + 1
    write(Line(titles, .quiet), column: 1, row: top)
    let room = max(1, area.size.rows - 3)
    let first = max(0, min(index - room / 2, sessions.count - room))
    for (offset, session) in sessions[first...].prefix(room).enumerated() {
      drawRow(
        session, of: state, row: top + 1 + offset, isSelected: first + offset == index, at: now)
    }
    let more = sessions.count - first - room
    if more > 0 { write(Line("\(more) more below", .quiet), column: 1, row: top + 1 + room) }
  }

  private mutating func drawWelcome(in area: Rectangle) {
    let lines: [Line] = [
      Line("No session today.", .strong), "",
      Line("n", .key) + "  begins one: the client's initials, Enter, Enter.",
      Line("a", .key) + "  then adds a code, and its digit starts the clock.", "",
      Line("?", .key) + "  shows the keys;  " + Line("unitclock --practice", .strong)
        + "  is a visit to learn on.",
    ]
    for (index, line) in lines.enumerated() {
      write(line, column: 3, row: area.origin.row + 2 + index)
    }
  }

  /// The columns of a client's name: enough to tell clients apart, few enough for the rest.
  private var clientColumns: Int { size.columns >= 76 ? 16 : 10 }
  /// Where columns are few, the day and the discipline go first.
  private var showsDay: Bool { size.columns >= 60 }

  private var titles: String {
    "     " + "client".padded(to: clientColumns) + (showsDay ? " disc  date      " : "")
      + "  min  units      state"
  }

  private mutating func drawRow(
    _ session: Session, of state: State, row: Int, isSelected: Bool, at now: Moment
  ) {
    let ground: Ground = isSelected ? .selection : .screen
    if isSelected {
      fill(Rectangle(column: 0, row: row, columns: size.columns, rows: 1), ground: ground)
    }
    let instant = state.logbook.instant(of: now)
    let minutes = session.panes.reduce(0) { $0 + $1.minutes(at: instant) }
    let isPart = state.logbook.day(of: session).count > 1
    let units = state.shownBill(of: session, at: now).totalUnits
    let line = Line([
      Line(isSelected ? "▸" : " ", .focus),
      Line("\(session.id.rawValue)".leftPadded(to: 3) + " ", .quiet),
      Line(session.visit.client.padded(to: clientColumns), .strong),
      showsDay ? day(of: session, on: now.localDay) : Line(),
      Line("\(minutes)".leftPadded(to: 5) + "\(units)".leftPadded(to: 7)),
      Line(isPart ? " day" : "    ", .quiet), " ",
      standing(of: session),
    ])
    write(line, column: 1, row: row, ground: ground)
  }

  private func day(of session: Session, on today: ServiceDate) -> Line {
    Line(" " + session.visit.discipline.rawValue.padded(to: 6))
      + Line("\(session.visit.date)", session.visit.date == today ? .quiet : .caution)
  }

  private func standing(of session: Session) -> Line {
    if let signature = session.signature { return Line("signed by \(signature.name)", .done) }
    if session.isPaused { return Line("‖ paused", .paused) }
    let running = session.running.map(\.description)
    return running.isEmpty
      ? Line("open", .text) : Line("▶ \(running.joined(separator: " "))", .running)
  }
}
