import Billing
import Paperwork
import Screen
import SessionLog

/// Where big clocks stand: as many as fit with both their lines, each in digits as large as all can be.
private struct BigLayout {
  let clocks: [BigDigits]
  let scale: BigDigits.Scale
  /// Rows that each clock has.
  let rows: Int
  let columns: Int

  /// Rows for the line above the digits and the one below.
  private static let lines = 2

  /// - Parameter clocks: in the order of their weight; the last go where there is no room for all.
  init?(_ clocks: [BigDigits], in size: Size) {
    var shown = clocks
    while !shown.isEmpty {
      let rows = size.rows / shown.count
      let fitting = BigDigits.scales.first { scale in
        shown.allSatisfy {
          let digits = $0.size(at: scale)
          return digits.columns <= size.columns - 2
            // Alone it gives up the line below, before it gives up its size.
            && digits.rows + (shown.count == 1 ? 1 : Self.lines) <= rows
        }
      }
      if let fitting {
        self.clocks = shown
        self.scale = fitting
        self.rows = rows
        columns = min(
          size.columns - 2,
          max(44, shown.map { $0.size(at: fitting).columns }.max() ?? 0))
        return
      }
      shown.removeLast()
    }
    return nil
  }

  var digitRows: Int { BigDigits.height * scale.rows }
  /// Blank rows between the digits and their lines.
  var spacing: Int { rows >= digitRows + 5 ? 1 : 0 }
  var hasLineBelow: Bool { rows >= digitRows + Self.lines }
}

extension Canvas {
  /// The clocks that run, in digits that are read across the room; the same keys work.
  ///
  /// Where none runs, what waits in a pause, else the pane with the focus.
  mutating func drawBigClocks(
    _ place: SessionPlace, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.logbook.sessions[place.session], !session.panes.isEmpty else {
      return drawSession(place, of: state, in: area, at: now)
    }
    let (panes, bill, findings) = state.panes(of: session, focus: place.focus, at: now)
    let shown = panes.shownBig
    // The line of panes, and the totals; on a small screen the clock is what matters.
    let feet = area.size.rows >= 10 ? 3 : 1
    let room = Size(columns: area.size.columns, rows: area.size.rows - feet)
    // Five places from the first second on, so that nothing moves when a digit comes.
    let clocks = shown.map {
      BigDigits(Wording.clock(seconds: $0.seconds).leftPadded(to: 5))
    }
    guard let layout = BigLayout(clocks, in: room) else {
      return drawSession(place, of: state, in: area, at: now)
    }
    for (index, digits) in layout.clocks.enumerated() {
      draw(
        shown[index], digits, in: layout, row: area.origin.row + index * layout.rows,
        countdown: state.showsCountdown)
    }
    if feet > 1 { drawPaneNumbers(panes, row: area.rows.upperBound - 2) }
    drawTotals(
      Totals(bill, panes: panes, findings: findings, session: session, of: state),
      row: area.rows.upperBound - 1)
  }

  private mutating func draw(
    _ pane: PaneModel, _ digits: BigDigits, in layout: BigLayout, row: Int, countdown: Bool
  ) {
    let role: Role =
      switch pane.standing {
      case .running: .running
      case .paused: .paused
      default: .quiet
      }
    let height = layout.digitRows + 1 + 2 * layout.spacing + (layout.hasLineBelow ? 1 : 0)
    let top = row + max(0, layout.rows - height) / 2
    let left = (size.columns - layout.columns) / 2
    let counts = counts(of: pane, countdown: countdown && layout.hasLineBelow)
    let tag = layout.hasLineBelow ? pane.tag : counts
    let title = Line([
      Line(pane.numberText + " ", .key), Line("\(pane.code) ", .strong), Line(pane.label),
    ])
    write(title, column: left, row: top, width: layout.columns - tag.columns - 1)
    write(tag, endingAt: left + layout.columns, row: top)
    let below = top + 1 + layout.spacing
    draw(digits, at: Point(column: left, row: below), scale: layout.scale, role: role)
    guard layout.hasLineBelow else { return }
    write(
      counts, column: left, row: below + layout.digitRows + layout.spacing, width: layout.columns)
  }

  /// Minutes, units, and what the next unit needs.
  private func counts(of pane: PaneModel, countdown: Bool) -> Line {
    let units = (pane.isPartOfDay ? "day " : "") + counted(pane.units, "unit")
    let next =
      countdown && pane.standing == .running
      ? pane.secondsToNextUnit.map {
        [
          Line("next unit ", .quiet)
            + Line(Wording.countdown(seconds: $0), $0 < 60 ? .strong : .quiet)
        ]
      } : nil
    return Line(
      [Line("\(pane.minutesInParts) min"), Line(units, pane.units > 0 ? .strong : .quiet)]
        + (next ?? []), separator: "   ")
  }

  /// Every pane with its key, so that the digits can be pressed.
  private mutating func drawPaneNumbers(_ panes: [PaneModel], row: Int) {
    let items = panes.map { pane in
      Line([
        Line(pane.hasFocus ? "▸" : " ", .focus), Line(pane.numberText + " ", .key),
        Line("\(pane.code)", pane.standing == .running ? .running : .text),
        Line(pane.isClockOn ? "" : " \(pane.minutes) min", .quiet),
      ])
    }
    write(Line(items, separator: "  "), column: 0, row: row, width: size.columns - 1)
  }
}

extension [PaneModel] {
  /// What runs; what waits in a pause where nothing does; else the pane with the focus.
  fileprivate var shownBig: [PaneModel] {
    let running = filter { $0.standing == .running }
    let paused = filter { $0.standing == .paused }
    if !running.isEmpty { return running }
    return paused.isEmpty ? [first(where: \.hasFocus) ?? self[0]] : paused
  }
}
