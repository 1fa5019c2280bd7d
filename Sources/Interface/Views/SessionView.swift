import Billing
import Paperwork
import Screen
import SessionLog

/// Where the parts of the session screen stand.
struct SessionLayout: Hashable {
  /// Columns of a pane, and how many stand side by side.
  static let paneColumns = 40
  static let paneRows = 4

  var area: Rectangle
  var across: Int
  /// Panes drawn as boxes; the others get a line each.
  var boxes: Int
  var rows: Int
  /// Rows of the timeline, its ruler included, and of the findings, their title included.
  var timeline: Int
  var findings: Int

  init(area: Rectangle, panes: Int, lanes: Int, findings count: Int) {
    self.area = area
    across = max(1, area.size.columns / Self.paneColumns)
    let most = max(1, (area.size.rows - 5) / 8)
    let needed = (panes + across - 1) / across
    rows = min(most, needed)
    boxes = min(panes, rows * across)
    let lines = panes - boxes
    // The totals have a line of their own above the notice.
    let room = area.size.rows - rows * Self.paneRows - 1
    let wanted = 1 + max(1, count)
    let kept = max(0, room - lines)
    findings = min(wanted, max(0, kept - min(lanes + 1, max(0, kept - min(wanted, 3)))))
    let rest = kept - findings
    timeline = lanes == 0 || rest < 2 ? 0 : min(lanes + 1, rest)
  }

  /// The box of a pane.
  func box(_ index: Int) -> Rectangle {
    let columns = area.size.columns / across
    // The last one takes what the division left.
    let isLast = index % across == across - 1
    let column = index % across * columns
    return Rectangle(
      column: area.origin.column + column,
      row: area.origin.row + index / across * Self.paneRows,
      columns: isLast ? area.size.columns - column : columns, rows: Self.paneRows)
  }
}

extension Canvas {
  /// The session screen: panes, timeline, findings, totals.
  mutating func drawSession(
    _ place: SessionPlace, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.logbook.sessions[place.session] else { return }
    let (panes, bill) = state.panes(of: session, focus: place.focus, at: now)
    guard !panes.isEmpty else { return drawEmptySession(session, bill: bill, in: area) }
    let timeline = Timeline(session, at: now, instant: state.logbook.instant(of: now))
    let layout = SessionLayout(
      area: area, panes: panes.count, lanes: timeline.lanes.count, findings: bill.findings.count)
    for (index, pane) in panes.prefix(layout.boxes).enumerated() {
      draw(pane, in: layout.box(index), countdown: state.showsCountdown)
    }
    var row = area.origin.row + layout.rows * SessionLayout.paneRows
    let bottom = area.rows.upperBound - 1
    for pane in panes.dropFirst(layout.boxes) where row < bottom {
      drawLine(pane, row: row)
      row += 1
    }
    if layout.timeline > 0 {
      draw(
        timeline, in: Rectangle(column: 0, row: row, columns: size.columns, rows: layout.timeline))
      row += layout.timeline
    }
    if layout.findings > 0 {
      let rows = min(layout.findings, bottom - row)
      drawFindings(
        bill.findings, in: Rectangle(column: 0, row: row, columns: size.columns, rows: rows))
    }
    drawTotals(bill, panes: panes, session: session, of: state, row: bottom)
  }

  private mutating func drawEmptySession(_ session: Session, bill: Bill, in area: Rectangle) {
    let lines: [Line] = [
      Line("The visit has begun.", .strong), "",
      Line("a", .key) + "  adds a code: type a number or words, Enter takes the first match.",
      Line("1", .key) + "  starts its clock, and again stops it; another digit switches.",
      Line("s", .key) + "  is the summary;  " + Line("?", .key) + "  shows every key.",
    ]
    for (index, line) in lines.enumerated() {
      write(line, column: 3, row: area.origin.row + 2 + index)
    }
  }

  // MARK: Panes

  private mutating func draw(_ pane: PaneModel, in box: Rectangle, countdown: Bool) {
    let role: Role =
      switch pane.standing {
      case .running: .running
      case .paused: .paused
      default: pane.hasFocus ? .focus : .frame
      }
    frame(box, role: role)
    let tag = pane.tag
    let title = Line([
      Line(pane.hasFocus ? "▸" : " ", .focus), Line("\(pane.number) ", .key),
      Line("\(pane.code) ", .strong), Line(pane.label, .text), " ",
    ])
    let left = box.origin.column + 1
    write(
      title, column: left, row: box.origin.row,
      width: box.size.columns - 3 - tag.columns)
    write(tag, endingAt: box.columns.upperBound - 2, row: box.origin.row)
    let inner = box.size.columns - 4
    write(numbers(of: pane), column: left + 1, row: box.origin.row + 1, width: inner)
    write(
      progress(of: pane, countdown: countdown), column: left + 1, row: box.origin.row + 2,
      width: inner)
  }

  /// The numbers stand in columns, so that the eye finds them in every pane at the same place.
  private func numbers(of pane: PaneModel) -> Line {
    let isIdle = pane.standing == .ready
    return Line([
      Line(
        Wording.clock(seconds: pane.seconds).padded(to: 9),
        pane.standing == .running ? .running : isIdle ? .quiet : .text),
      Line("\(pane.minutes) min".padded(to: 10), isIdle ? .quiet : .text),
      Line(
        (counted(pane.units, "unit") + (pane.isPartOfDay ? " a day" : "")).padded(to: 13),
        pane.units > 0 ? .strong : .quiet),
      Line(pane.modifiers.joined(separator: " "), .quiet),
    ])
  }

  private func progress(of pane: PaneModel, countdown: Bool) -> Line {
    switch pane.timing {
    case .untimed?: return Line("untimed: 1 unit, whatever the time", .quiet)
    case .counted(let unit, _)?: return Line("by \(unit): units are typed, t 2u", .quiet)
    case nil: return Line("not in the catalogue", .stop)
    case .depends? where pane.secondsToNextUnit == nil:
      return Line("t says: timed or untimed", .quiet)
    case .timed?, .addOn?, .depends?: break
    }
    // Leaves room for the longest countdown, `next unit 1:59:59`, in the narrowest pane.
    let length = 17
    // A code that has not begun has nothing of the way behind it, whatever the pool has.
    let filled = pane.standing == .ready ? 0 : min(length, Int(pane.progress * Double(length)))
    let bar =
      Line(String(repeating: "█", count: filled), pane.standing == .running ? .running : .bar)
      + Line(String(repeating: "░", count: length - filled), .groove)
    guard countdown, pane.standing != .ready, let seconds = pane.secondsToNextUnit else {
      return bar
    }
    return bar + Line("  next unit ", .quiet)
      + Line(Wording.clock(seconds: seconds), seconds < 60 ? .strong : .quiet)
  }

  private mutating func drawLine(_ pane: PaneModel, row: Int) {
    let room = max(10, size.columns - 48)
    let line = Line([
      Line(pane.hasFocus ? "▸" : " ", .focus), Line("\(pane.number)".padded(to: 3), .key),
      Line("\(pane.code) ", .strong), Line(pane.label.padded(to: room)), "  ",
      pane.tag.padded(to: 8),
      Line(Wording.clock(seconds: pane.seconds).leftPadded(to: 8)),
      Line("\(pane.minutes) min".leftPadded(to: 9)),
      Line(counted(pane.units, "unit").leftPadded(to: 9), pane.units > 0 ? .strong : .quiet),
    ])
    write(line, column: 0, row: row)
  }

  // MARK: Totals

  private mutating func drawTotals(
    _ bill: Bill, panes: [PaneModel], session: Session, of state: State, row: Int
  ) {
    var parts: [Line] = []
    if panes.contains(where: \.isPartOfDay) {
      let own = panes.reduce(0) { $0 + $1.minutes }
      parts.append(Line("This visit ", .quiet) + Line("\(own)", .strong) + Line("   Day:", .quiet))
    }
    parts.append(Line("Timed ", .quiet) + Line("\(bill.timedMinutes)", .strong))
    parts.append(Line("Treatment ", .quiet) + Line("\(bill.treatmentMinutes)", .strong))
    parts.append(
      Line(counted(bill.totalUnits, "unit"), .strong)
        + Line(" \(bill.rule.shortName) ", .text)
        + Line("(\(bill.otherRule.rule.shortName) \(bill.otherRule.totalUnits))", .quiet))
    let totals = Line(parts, separator: "   ")
    write(totals, column: 1, row: row)
    let next = nextUnit(bill, panes: panes, session: session, countdown: state.showsCountdown)
    if totals.columns + next.columns + 4 <= size.columns {
      write(next, endingAt: size.columns - 1, row: row)
    }
  }

  /// What the running clock still needs, in neutral words.
  private func nextUnit(
    _ bill: Bill, panes: [PaneModel], session: Session, countdown: Bool
  ) -> Line {
    if let signature = session.signature { return Line("signed by \(signature.name)", .done) }
    let counting = panes.filter { $0.standing == .running && $0.secondsToNextUnit != nil }
    guard countdown, let pane = counting.first, let seconds = pane.secondsToNextUnit else {
      return Line()
    }
    // Whole minutes that are still needed; a minute that is begun counts as one.
    let minutes = Int((seconds + 59) / 60)
    return Line("\(minutes) more min: unit \(bill.totalUnits + 1)", .quiet)
  }
}

extension PaneModel {
  /// What the clock does, in a word and a sign, never by colour alone.
  var tag: Line {
    switch standing {
    case .running: Line(" ▶ RUN ", .running)
    case .paused: Line(" ‖ PAUSE ", .paused)
    case .stopped, .ready: Line()
    case .signed: Line(" signed ", .done)
    }
  }
}
