import Billing
import Screen
import SessionLog

/// What stands where in the box of the findings: a list, and what is told of the marked one.
struct FindingsLayout: Hashable {
  /// The columns of the box, its frame among them.
  let columns: Int
  let selected: Int
  /// Rows of the list.
  let listed: Int
  /// What is told of the marked one, and how many lines of it are seen.
  let detail: [Line]
  let room: Int
  /// Rows of the question why it may stand.
  let foot: Int

  /// Within that many columns of the screen and rows inside the frame; nothing without findings.
  init?(_ box: FindingsBox, of findings: [Finding], columns: Int, rows: Int) {
    guard !findings.isEmpty else { return nil }
    self.columns = min(76, columns)
    selected = max(0, min(box.selected, findings.count - 1))
    foot = box.dismissal.map { $0.reason.refusal == nil ? 3 : 4 } ?? 0
    let whole = findings[selected].lines(columns: self.columns - 4)
    // What does not fit leaves two columns to the mark of what is cut.
    detail =
      whole.count + 2 + foot <= rows
      ? whole : findings[selected].lines(columns: self.columns - 6)
    listed = min(findings.count, 6, max(1, rows - detail.count - 1 - foot))
    room = max(0, min(detail.count, rows - listed - 1 - foot))
  }

  /// Rows inside the frame.
  var rows: Int { listed + 1 + room + foot }

  /// Whether not all can be seen at once.
  var isCut: Bool { room < detail.count }

  /// The first line that is seen, where one is asked for that may be past the end.
  func first(_ top: Int) -> Int { max(0, min(top, detail.count - room)) }
}

extension Canvas {
  /// The findings, and the marked one in full: what is wrong, what to do, where it stands, what
  /// Enter does about it.
  mutating func drawFindingsBox(
    _ findingsBox: FindingsBox, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.session else { return }
    let findings = state.listedFindings(of: session, at: now)
    let title = findingsBox.isSigning ? "Before the signature" : "Findings"
    guard
      let layout = FindingsLayout(
        findingsBox, of: findings, columns: area.size.columns, rows: area.size.rows - 2)
    else {
      let inside = box(title, rows: 1, columns: 40, in: area)
      write(Line("none", .quiet), column: inside.origin.column, row: inside.origin.row)
      return
    }
    let inside = box(title, rows: layout.rows, columns: layout.columns, in: area)
    drawRows(findings.map(\.row), selected: layout.selected, in: inside.first(layout.listed))
    drawDetail(
      layout, from: findingsBox.top, in: inside.below(layout.listed + 1).first(layout.room))
    guard let dismissal = findingsBox.dismissal else { return }
    // While a reason is typed, its field is never cut off by a long text above it.
    let field = inside.below(inside.size.rows - layout.foot + 1)
    write([question(about: dismissal)], in: field)
    drawField(dismissal.reason, in: inside, row: field.origin.row + 1)
  }

  /// What is told of the marked finding, with … where lines are above or below.
  private mutating func drawDetail(_ layout: FindingsLayout, from top: Int, in area: Rectangle) {
    guard layout.room > 0 else { return }
    let first = layout.first(top)
    write(Array(layout.detail.dropFirst(first).prefix(layout.room)), in: area)
    let isBelow = first + layout.room < layout.detail.count
    let cut = [first > 0 ? 0 : nil, isBelow ? layout.room - 1 : nil].compactMap(\.self)
    for row in cut {
      write(
        Line("…", .quiet), endingAt: area.columns.upperBound, row: area.origin.row + row,
        ground: .overlay)
    }
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
      Line(id.words.padded(to: 22), role),
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

extension FindingsBox {
  /// The keys that do something about the marked finding.
  func keyBar(of state: State, at now: Moment) -> [(String, String)] {
    if dismissal != nil { return [("Enter", "let it stand"), ("Esc", "back")] }
    var bar = [("Esc", "back"), ("↑ ↓", "mark")]
    guard let session = state.session, let finding = state.marked(self, at: now) else { return bar }
    let layout = FindingsLayout(
      self, of: state.listedFindings(of: session, at: now), columns: state.size.columns,
      rows: state.boxRows)
    if layout?.isCut == true { bar.insert(("PgDn", "read on"), at: 1) }
    guard !state.setup.isLookOnly, !session.isSigned else { return bar }
    if finding.mending != nil { bar.insert(("Enter", "mend"), at: 0) }
    if finding.canBeDismissed { bar += [("d", "dismiss"), ("D", "all of its kind")] }
    if finding.isDismissed { bar.append(("u", "take back")) }
    return bar
  }
}
