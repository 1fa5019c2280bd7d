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
  /// The panes drawn as boxes: the first ones, each in its place; in the last place the one with the
  /// focus, where it has none of its own.
  var boxes: [Int]
  /// The others, which get a line each; the running ones where there is no room for all.
  var lines: [Int]
  /// Rows of the timeline, its ruler included, and of the findings, their title included.
  var timeline: Int
  var findings: Int

  static func across(_ columns: Int) -> Int { max(1, columns / paneColumns) }

  init(area: Rectangle, panes: [PaneModel], lanes: Int, findings count: Int) {
    self.area = area
    across = Self.across(area.size.columns)
    let places = Self.places(in: area, panes: panes.count)
    let focus = panes.firstIndex(where: \.hasFocus) ?? 0
    var boxes = Array(0..<min(places, panes.count))
    if focus >= places { boxes[places - 1] = focus }
    self.boxes = boxes
    let rows = (boxes.count + across - 1) / across
    // The totals have a line of their own above the notice.
    let room = area.size.rows - rows * Self.paneRows - 1
    let others = panes.indices.filter { !boxes.contains($0) }
    let shown = others.sorted { panes[$0].isClockOn && !panes[$1].isClockOn }.prefix(max(0, room))
    lines = shown.sorted()
    let kept = room - lines.count
    let wanted = 1 + max(1, count)
    findings = min(wanted, max(0, kept - min(lanes + 1, max(0, kept - min(wanted, 3)))))
    // A title without a line below it says nothing.
    if findings < 2 { findings = 0 }
    let rest = kept - findings
    timeline = lanes == 0 || rest < 2 ? 0 : min(lanes + 1, rest)
  }

  /// How many panes have a box.
  static func places(in area: Rectangle, panes: Int) -> Int {
    let across = across(area.size.columns)
    let needed = (panes + across - 1) / across
    return min(max(1, (area.size.rows - 5) / 8), needed) * across
  }

  /// The box of a place.
  func box(at place: Int) -> Rectangle {
    let columns = area.size.columns / across
    // The last one takes what the division left.
    let isLast = place % across == across - 1
    let column = place % across * columns
    return Rectangle(
      column: area.origin.column + column,
      row: area.origin.row + place / across * Self.paneRows,
      columns: isLast ? area.size.columns - column : columns, rows: Self.paneRows)
  }

  /// The first row below the boxes.
  var belowBoxes: Int {
    area.origin.row + (boxes.count + across - 1) / across * Self.paneRows
  }
}

extension Canvas {
  /// The session screen: panes, timeline, findings, totals.
  mutating func drawSession(
    _ place: SessionPlace, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.logbook.sessions[place.session] else { return }
    let (panes, bill, findings) = state.panes(of: session, focus: place.focus, at: now)
    guard !panes.isEmpty else { return drawEmpty(session, of: state, in: area) }
    let timeline = Timeline(session, at: now, instant: state.logbook.instant(of: now))
    let layout = SessionLayout(
      area: area, panes: panes, lanes: timeline.lanes.count,
      findings: findings.lines(
        columns: Self.findingColumns(of: size.columns), rows: area.size.rows
      ).count)
    for (place, index) in layout.boxes.enumerated() {
      draw(panes[index], in: layout.box(at: place), countdown: state.showsCountdown)
    }
    var row = layout.belowBoxes
    for index in layout.lines {
      drawLine(panes[index], row: row)
      row += 1
    }
    if layout.timeline > 0 {
      draw(
        timeline, in: Rectangle(column: 0, row: row, columns: size.columns, rows: layout.timeline))
      row += layout.timeline
    }
    drawFindings(
      findings,
      in: Rectangle(column: 0, row: row, columns: size.columns, rows: layout.findings))
    drawTotals(
      Totals(
        bill, panes: panes, findings: layout.findings > 0 ? nil : findings, session: session,
        of: state),
      row: area.rows.upperBound - 1)
  }

  private mutating func drawEmpty(
    _ session: Session, of state: State, in area: Rectangle
  ) {
    func key(_ command: Command) -> Line {
      Line(state.setup.keymap.label(of: command, in: .session), .key)
    }
    let planned = session.visit.appointment.map { " Planned for \($0.span)." } ?? ""
    let firstSteps = [
      key(.add) + "  adds a code: type a number or words, Enter takes the first match.",
      Line("1", .key) + "  starts its clock, and again stops it; another digit switches.",
      key(.summary) + "  is the summary;  " + key(.help) + "  shows every key.",
    ]
    let lines =
      session.absence.map { absence in
        [
          Line("The visit did not take place: \(absence.inWords).", .strong) + Line(planned), "",
          key(.undo) + "  takes that back.",
        ]
      } ?? [Line("The visit has begun.", .strong) + Line(planned), ""] + firstSteps
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
      Line(pane.hasFocus ? "▸" : " ", .focus), Line(pane.numberText + " ", .key),
      Line("\(pane.code) ", .strong), Line(pane.label, .text),
    ])
    let left = box.origin.column + 1
    // A blank before the frame goes on, also behind a label that was cut; a tag begins with one.
    let room = box.size.columns - 3 - max(1, tag.columns)
    write(title, column: left, row: box.origin.row, width: room)
    write(" ", column: left + min(title.columns, room), row: box.origin.row)
    write(tag, endingAt: box.columns.upperBound - 2, row: box.origin.row)
    let inner = box.size.columns - 4
    write(
      numbers(of: pane, columns: inner), column: left + 1, row: box.origin.row + 1, width: inner)
    write(
      progress(of: pane, countdown: countdown), column: left + 1, row: box.origin.row + 2,
      width: inner)
    drawFoot(of: pane, in: box)
  }

  /// The lower frame of a pane: who gives it, where that is not the visit's clinician, and how many
  /// questions of the note are open.
  private mutating func drawFoot(of pane: PaneModel, in box: Rectangle) {
    let row = box.rows.upperBound - 1
    let open =
      pane.openQuestions > 0
      ? Line(" \(pane.noteKey)", .key) + Line(" \(pane.openQuestions) ", .quiet) : Line()
    write(open, endingAt: box.columns.upperBound - 2, row: row)
    let hands = pane.hands.inWords
    guard !hands.isEmpty else { return }
    // A blank on either side, and the frame between it and what stands at its right.
    let room = box.size.columns - 7 - open.columns
    write(
      Line(" \(hands.padded(to: min(room, width(of: hands)))) "), column: box.origin.column + 2,
      row: row)
  }

  /// The numbers stand in columns, so that the eye finds them in every pane at the same place.
  ///
  /// Modifiers that need more than their column take what the units leave.
  private func numbers(of pane: PaneModel, columns: Int) -> Line {
    let isIdle = pane.standing == .ready
    let modifiers = pane.modifiers.joined(separator: " ")
    let units = (pane.isPartOfDay ? "day " : "") + counted(pane.units, "unit")
    let unitColumns = max(width(of: units) + 1, min(13, columns - 19 - width(of: modifiers)))
    return Line([
      Line(
        Wording.clock(seconds: pane.seconds).padded(to: 9),
        pane.standing == .running ? .running : isIdle ? .quiet : .text),
      Line("\(pane.minutesInParts) min".padded(to: 10), isIdle ? .quiet : .text),
      Line(units.padded(to: unitColumns), pane.units > 0 ? .strong : .quiet),
      Line(modifiers, .quiet),
    ])
  }

  private func progress(of pane: PaneModel, countdown: Bool) -> Line {
    if pane.standing == .signed { return Line() }
    switch pane.timing {
    case .untimed?: return Line("untimed: 1 unit from 1 minute on", .quiet)
    case .counted(let unit, _)?:
      return Line("by \(unit): units are typed, \(pane.timeKey) 2u", .quiet)
    case nil: return Line("not in the catalogue", .stop)
    case .depends? where pane.secondsToNextUnit == nil:
      return Line("\(pane.timeKey) says: timed or untimed", .quiet)
    case .timed?, .addOn?, .depends?: break
    }
    // Leaves room for the longest countdown, `next unit 120 min`, in the narrowest pane.
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
      + Line(Wording.countdown(seconds: seconds), seconds < 60 ? .strong : .quiet)
  }

  /// A pane in one line.
  ///
  /// Where columns are few the label goes first, then the clock; never minutes and units.
  private mutating func drawLine(_ pane: PaneModel, row: Int) {
    let counts = Line([
      Line("\(pane.minutes) min".leftPadded(to: 8)),
      Line(counted(pane.units, "unit").leftPadded(to: 9), pane.units > 0 ? .strong : .quiet), " ",
    ])
    let clock = Line(Wording.clock(seconds: pane.seconds).leftPadded(to: 8))
    let head = Line([
      Line(pane.hasFocus ? "▸" : " ", .focus), Line(pane.numberText.padded(to: 2), .key),
      Line("\(pane.code) ", .strong),
    ])
    let room = size.columns - head.columns - counts.columns - 9
    let label = room - clock.columns - 1
    var line = head
    if label >= 4 {
      let words = [pane.label, pane.hands.inShort].compactMap(\.self).joined(separator: " · ")
      line = line + Line(words.padded(to: label)) + " "
    }
    line = line + pane.tag.padded(to: 9)
    if room >= clock.columns { line = line + clock }
    write(line + counts, column: 0, row: row)
  }

  // MARK: Totals

  mutating func drawTotals(_ totals: Totals, row: Int) {
    let fits = totals.left.columns + 2 <= size.columns
    write(fits ? totals.left : totals.short, column: 1, row: row)
    if totals.left.columns + totals.right.columns + 4 <= size.columns {
      write(totals.right, endingAt: size.columns - 1, row: row)
    }
  }
}

extension PaneModel {
  /// The minutes, as `13+23` where therapist and assistant gave them.
  var minutesInParts: String {
    hands.parts.isEmpty ? "\(minutes)" : hands.parts.map(String.init).joined(separator: "+")
  }

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
