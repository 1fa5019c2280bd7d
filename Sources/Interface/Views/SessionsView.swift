import Billing
import Paperwork
import Screen
import SessionLog

/// Where the parts of today's screen stand: the list, the marked visit in words, the day's totals.
private struct DayLayout {
  let titles: Int
  let list: Rectangle
  let detail: Rectangle
  let totals: Rectangle

  init(in area: Rectangle) {
    // On a small screen the list has the rows; the rest says in a line what it can.
    let isRoomy = area.size.rows >= 16
    let (detailRows, totalRows) =
      switch area.size.rows {
      case 30...: (6, 4)
      case 20...: (4, 4)
      case 16...: (3, 4)
      case 10...: (1, 1)
      default: (0, 1)
      }
    titles = area.origin.row + (isRoomy ? 1 : 0)
    let end = area.rows.upperBound
    totals = Rectangle(
      column: 0, row: end - totalRows, columns: area.size.columns, rows: totalRows)
    detail = Rectangle(
      column: 0, row: totals.origin.row - detailRows, columns: area.size.columns, rows: detailRows)
    list = Rectangle(
      column: 0, row: titles + 1, columns: area.size.columns,
      rows: max(1, detail.origin.row - titles - 1 - (isRoomy ? 1 : 0)))
  }
}

extension Canvas {
  /// Today's visits and those that still wait for a signature, and what the day comes to.
  mutating func drawSessions(
    _ list: SessionList, of state: State, in area: Rectangle, at now: Moment
  ) {
    let sessions = state.listed(on: now.localDay)
    guard !sessions.isEmpty else { return drawWelcome(of: state, in: area, at: now) }
    let layout = DayLayout(in: area)
    let index = state.marked(list, among: sessions)
    let columns = VisitRowColumns(of: size.columns)
    let room = layout.list.size.rows
    let first = max(0, min(index - room / 2, sessions.count - room))
    for (offset, session) in sessions[first...].prefix(room).enumerated() {
      drawVisit(
        session, of: state, row: layout.list.origin.row + offset, columns: columns,
        isSelected: first + offset == index, at: now)
    }
    let extent =
      sessions.count > room ? " \(first + 1)-\(first + room) of \(sessions.count) ↑ ↓" : ""
    let titles = columns.titles(in: size.columns - 2 - width(of: extent))
    write(Line(titles, .quiet), column: 1, row: layout.titles)
    write(Line(extent, .quiet), endingAt: size.columns - 1, row: layout.titles)
    drawDetail(of: sessions[index], of: state, in: layout.detail, at: now)
    drawTotals(
      state.totals(of: now.localDay, at: now), of: state, in: layout.totals, at: now)
  }

  private mutating func drawWelcome(of state: State, in area: Rectangle, at now: Moment) {
    let later = state.plannedLaterInWords(at: now)
    func key(_ command: Command, _ scene: Scene = .sessions) -> Line {
      Line(state.setup.keymap.label(of: command, in: scene), .key)
    }
    let heading =
      [Line("No session today.", .strong)] + [later].compactMap(\.self).map { Line($0, .quiet) }
    let lines: [Line] =
      heading + [
        "",
        key(.newSession) + "  begins one: the client's initials, Enter, Enter.",
        key(.add, .session) + "  then adds a code, and its digit starts the clock.",
        key(.plan) + "  plans one for later.", "",
        key(.help) + "  shows the keys;  " + Line("unitclock --practice", .strong)
          + "  is a visit to learn on.",
      ]
    for (index, line) in lines.enumerated() {
      write(line, column: 3, row: area.origin.row + 2 + index)
    }
  }

  // MARK: The marked visit

  /// Who and what the marked visit is, and what is late or due about it.
  private mutating func drawDetail(
    of session: Session, of state: State, in area: Rectangle, at now: Moment
  ) {
    let rows = area.size.rows == 1 ? 1 : area.size.rows - 2
    let told = state.told(of: session, columns: area.indented.size.columns, rows: rows, at: now)
      .map { Line($0, .caution) }
    guard area.size.rows > 1 else { return write(told, in: area.indented) }
    drawRule(title: session.visit.client, row: area.origin.row)
    let inside = area.below(1).indented
    let particulars = state.particulars(of: session, at: now)
      .wrapped(to: inside.size.columns, rows: inside.size.rows - told.count)
      .map { Line($0) }
    write(particulars + told, in: inside)
  }

  // MARK: The day

  private mutating func drawTotals(
    _ totals: DayTotals, of state: State, in area: Rectangle, at now: Moment
  ) {
    let counts = Standing.allCases.compactMap { standing in
      totals.visits[standing].map { Line("\($0)", .strong) + Line(" \(standing.words)", .quiet) }
    }
    let units = Line(counted(totals.units, "unit"), .strong)
    guard area.size.rows > 1 else {
      let timed = Line("Timed ", .quiet) + Line("\(totals.timedMinutes)", .strong)
      return write([Line([timed, units] + counts, separator: "   ")], in: area.indented)
    }
    drawRule(title: "Today", row: area.origin.row)
    let visits =
      Line("Visits ", .quiet) + Line("\(totals.visitCount)", .strong) + "   "
      + Line(counts, separator: "   ")
    let minutes = Line(
      [
        Line("Timed ", .quiet) + Line("\(totals.timedMinutes)", .strong),
        Line("Treatment ", .quiet) + Line("\(totals.treatmentMinutes)", .strong), units,
      ], separator: "   ")
    let inside = area.below(1).indented
    write([visits, minutes, totals.productivity(in: inside.size.columns)], in: inside)
    if let later = state.plannedLaterInWords(at: now),
      minutes.columns + width(of: later) + 4 <= size.columns
    {
      write(Line(later, .quiet), endingAt: size.columns - 1, row: area.origin.row + 2)
    }
  }

  private mutating func drawRule(title: String, row: Int) {
    fill(Rectangle(column: 0, row: row, columns: size.columns, rows: 1), with: "─", role: .frame)
    write(
      Line(" ") + Line(title, .strong) + " ", column: 1, row: row, width: size.columns - 2)
  }
}

extension Rectangle {
  /// Without the column at either edge.
  fileprivate var indented: Rectangle {
    Rectangle(
      column: origin.column + 1, row: origin.row, columns: size.columns - 2, rows: size.rows)
  }
}

extension DayTotals {
  /// `Productivity 62 % = 185 treatment min / 300 min worked (08:00-13:00)`, or why it is not told;
  /// where columns are few, without the times or without the formula.
  fileprivate func productivity(in columns: Int) -> Line {
    guard let worked, let productivity else { return Line(whyNoProductivity, .quiet) }
    let once = clockedMinutes < treatmentMinutes ? ", overlap once" : ""
    let formula =
      " = \(productiveMinutes) treatment min\(once) / \(worked.minutes) min worked"
    let lines = [" (\(worked.start.text)-\(worked.end.text))", ""].map {
      Line("Productivity ", .quiet) + Line("\(productivity) %", .strong)
        + Line(formula + $0, .quiet)
    }
    return lines.first { $0.columns <= columns }
      ?? Line("Productivity ", .quiet) + Line("\(productivity) %", .strong)
  }

  private var whyNoProductivity: String {
    if minutesWithoutTimes > 0 {
      return "Productivity not told: \(minutesWithoutTimes) min have no clock times."
    }
    guard let worked else { return "Productivity: it counts from the first minute worked on." }
    return worked.minutes == 0
      ? "Productivity: under a minute worked so far."
      : "Productivity not told: the computer's clock was set back meanwhile."
  }
}

extension State {
  /// `3 planned from tomorrow on`.
  fileprivate func plannedLaterInWords(at now: Moment) -> String? {
    let later = plannedLater(than: now.localDay)
    guard let next = later.first else { return nil }
    return "\(later.count) planned from tomorrow on, next \(Wording.shortDay(next.visit.date))"
  }

  /// What is late about a visit, then what is due for its client: as many sentences as rows have
  /// room for, and how many more the client's record has.
  fileprivate func told(
    of session: Session, columns: Int, rows: Int, at now: Moment
  ) -> [String] {
    let sentences = [lateness(of: session, at: now)].compactMap(\.self) + dueWords(of: session)
    let key = setup.keymap.label(of: .client, in: .sessions)
    let tellings = sentences.indices.reversed().map { last in
      let lines = sentences[...last].flatMap { "! \($0)".wrapped(to: columns) }
      let more = sentences.count - 1 - last
      return more > 0 ? lines.adding("+\(more) more: \(key)", columns: columns) : lines
    }
    return tellings.first { $0.count <= rows } ?? tellings.last ?? []
  }

  /// Everything about a visit but its client, in a line.
  fileprivate func particulars(of session: Session, at now: Moment) -> String {
    let visit = session.visit
    let instant = logbook.instant(of: now)
    let codes = session.panes.map { pane in
      let minutes = pane.minutes(at: instant)
      return minutes > 0 ? "\(pane.code) \(minutes) min" : "\(pane.code)"
    }
    let about = [
      visit.discipline.rawValue, visit.payer.name ?? visit.payer.nameAndRule, visit.clinician,
      session.absence.map(\.inWords) ?? "",
    ]
    let end = codes.isEmpty ? "." : ": " + codes.joined(separator: ", ") + "."
    return about.filter { !$0.isEmpty }.joined(separator: ", ") + " · session"
      + " \(session.id.rawValue)" + end
  }
}

extension [String] {
  /// The lines with a few more words, on the last of them where it has room.
  fileprivate func adding(_ words: String, columns: Int) -> [String] {
    guard let last, width(of: last) + 1 + width(of: words) <= columns else { return self + [words] }
    return dropLast() + ["\(last) \(words)"]
  }
}
