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
    let lines = state.note(of: session, columns: size.columns, at: now)
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

extension State {
  /// The note in lines of a screen: what is wider than that goes on in the next.
  func note(of session: Session, columns: Int, at now: Moment) -> [NoteLine] {
    NoteText(of: session, in: logbook, at: now).lines.flatMap { $0.folded(to: columns) }
  }
}

extension NoteLine {
  /// The line in several where it is wider than a screen: they go on under the label of a charge,
  /// or under the sentence.
  fileprivate func folded(to columns: Int) -> [NoteLine] {
    guard width(of: text) > columns else { return [self] }
    let label = text.firstMatch(of: #/^\ *[0-9A-Z]{5}\ {2}|^\ *(- )?/#)?.0 ?? ""
    let margin = String(repeating: " ", count: label.count)
    var rows: [String] = []
    var row = ""
    var end = text.startIndex
    for word in text.split(separator: " ") {
      // Blanks that made columns of the line stay two.
      let blanks = text.distance(from: end, to: word.startIndex)
      let gap = String(repeating: " ", count: row.isEmpty ? blanks : min(2, blanks))
      if !row.isEmpty, width(of: row + gap + word) > columns {
        rows.append(row)
        row = margin + word
      } else {
        row += gap + word
      }
      end = word.endIndex
    }
    return (rows + [row]).map { NoteLine($0, kind) }
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
