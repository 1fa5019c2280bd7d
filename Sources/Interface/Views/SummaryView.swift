import Billing
import Paperwork
import Screen
import SessionLog

extension Canvas {
  /// The summary: the very text that `show` prints and a signature stores.
  mutating func drawSummary(
    _ place: SummaryPlace, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.logbook.sessions[place.session] else { return }
    let lines = NoteText(of: session, in: state.logbook, at: now).lines
    let room = area.size.rows
    // A note is 80 columns wide.
    let margin = size.columns > NoteLine.columns ? 1 : 0
    let top = max(0, min(place.top, lines.count - room))
    for (index, line) in lines[top...].prefix(room).enumerated() {
      write(Line(line.text, line.kind.role), column: margin, row: area.origin.row + index)
    }
    if lines.count > room {
      let end = min(lines.count, top + room)
      write(
        Line("\(top + 1)-\(end) of \(lines.count) ↑ ↓", .quiet), endingAt: size.columns - 1,
        row: area.rows.upperBound)
    }
  }
}

extension NoteLine.Kind {
  var role: Role {
    switch self {
    case .heading: .strong
    case .body: .text
    case .quiet: .quiet
    case .finding(.info): .info
    case .finding(.caution): .caution
    case .finding(.stop): .stop
    }
  }
}
