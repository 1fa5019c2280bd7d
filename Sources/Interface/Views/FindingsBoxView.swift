import Billing
import Screen
import SessionLog

extension Canvas {
  /// The findings, and the marked one in full: what is wrong, what to do, where it stands, what
  /// Enter does about it.
  mutating func drawFindingsBox(
    _ findingsBox: FindingsBox, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.session else { return }
    let findings = state.listedFindings(of: session, at: now)
    let title = findingsBox.isSigning ? "Before the signature" : "Findings"
    guard !findings.isEmpty else {
      let inside = box(title, rows: 1, columns: 40, in: area)
      write(Line("none", .quiet), column: inside.origin.column, row: inside.origin.row)
      return
    }
    let index = min(findingsBox.selected, findings.count - 1)
    let columns = min(76, area.size.columns)
    let listed = min(findings.count, 6)
    let detail = findings[index].lines(columns: columns - 4)
    let asked = findingsBox.dismissal.map { [question(about: $0)] } ?? []
    let foot = findingsBox.dismissal == nil ? 0 : 3
    let inside = box(
      title, rows: listed + 1 + detail.count + foot, columns: columns, in: area)
    drawRows(findings.map(\.row), selected: index, in: inside.first(listed))
    // While a reason is typed, its field is never cut off by a long text above it.
    let room = inside.below(listed + 1)
    write(detail, in: room.first(room.size.rows - foot))
    guard let dismissal = findingsBox.dismissal else { return }
    let field = room.below(min(detail.count, room.size.rows - foot) + 1)
    write(asked, in: field)
    drawField(dismissal.reason, in: inside, row: field.origin.row + 1)
  }

  private func question(about dismissal: FindingsBox.Dismissal) -> Line {
    let count = dismissal.facts.count
    let what = count == 1 ? "it" : "all \(count) of its kind"
    return Line("Why may \(what) stand? The record keeps the reason.", .strong)
  }
}

extension Finding {
  /// The finding in a row of the list.
  fileprivate var row: Line {
    let role: Role = isDismissed ? .quiet : .text
    return Line([
      isDismissed ? Line("!".padded(to: 4), .quiet) : severity.mark, " ",
      Line(id.rawValue.padded(to: 22), role),
      Line(codes.map(\.description).joined(separator: " "), .quiet),
      Line(isDismissed ? "  dismissed" : "", .quiet),
    ])
  }

  /// The finding in full.
  fileprivate func lines(columns: Int) -> [Line] {
    message.wrapped(to: columns).map { Line($0, isDismissed ? .text : .strong) }
      + remedy.wrapped(to: columns).map { Line($0) }
      + "\(source), \(sourceDate)".wrapped(to: columns).map { Line($0, .quiet) }
      + lastLines(columns: columns)
  }

  /// Why it stands, or what Enter does about it.
  private func lastLines(columns: Int) -> [Line] {
    if let dismissal {
      return "Dismissed: \(dismissal)".wrapped(to: columns).map { Line($0, .quiet) }
    }
    guard let mending else { return [] }
    let lines = mending.words.wrapped(to: columns - 6)
    return [""]
      + lines.enumerated().map { index, line in
        Line((index == 0 ? "Enter" : "").padded(to: 6), .key) + Line(line)
      }
  }
}
