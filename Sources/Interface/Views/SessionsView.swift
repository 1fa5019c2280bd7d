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

/// How wide the columns of the list are; those that have no room have no column.
private struct DayColumns {
  let time: Int
  let client: Int
  let discipline: Int
  let payer: Int
  let codes: Int

  init(of columns: Int) {
    switch columns {
    case 110...: (time, client, discipline, payer, codes) = (12, 20, 5, 22, 24)
    case 76...: (time, client, discipline, payer, codes) = (12, 13, 5, 15, 0)
    case 60...: (time, client, discipline, payer, codes) = (12, 11, 5, 0, 0)
    default: (time, client, discipline, payer, codes) = (7, 10, 0, 0, 0)
    }
  }

  var titles: String {
    func title(_ text: String, _ columns: Int) -> String {
      columns > 0 ? text.padded(to: columns) : ""
    }
    return "  " + title("time", time) + title("client", client) + title("disc", discipline)
      + title("payer", payer) + title("codes", codes)
      + (isNarrow ? " min units state" : " min  units     state")
  }

  var isNarrow: Bool { payer == 0 }

  /// The columns of minutes and units.
  var numbers: Int { isNarrow ? 10 : 15 }
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
    write(Line(DayColumns(of: size.columns).titles, .quiet), column: 1, row: layout.titles)
    let room = layout.list.size.rows
    let first = max(0, min(index - room / 2, sessions.count - room))
    for (offset, session) in sessions[first...].prefix(room).enumerated() {
      drawRow(
        session, of: state, row: layout.list.origin.row + offset,
        isSelected: first + offset == index, at: now)
    }
    if sessions.count > room {
      write(
        Line(" \(first + 1)-\(first + room) of \(sessions.count) ↑ ↓ ", .quiet),
        endingAt: size.columns - 1, row: layout.titles)
    }
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

  // MARK: The list

  private mutating func drawRow(
    _ session: Session, of state: State, row: Int, isSelected: Bool, at now: Moment
  ) {
    let ground: Ground = isSelected ? .selection : .screen
    if isSelected {
      fill(Rectangle(column: 0, row: row, columns: size.columns, rows: 1), ground: ground)
    }
    let columns = DayColumns(of: size.columns)
    let standing = session.standing
    let isIdle = standing == .planned || standing == .notHeld
    let codes = session.panes.map(\.code.description).joined(separator: " ")
    let line = Line([
      Line(isSelected ? "▸ " : "  ", .focus),
      time(of: session, columns: columns.time, at: now),
      Line((session.visit.client + " ").padded(to: columns.client), isIdle ? .text : .strong),
      Line(session.visit.discipline.rawValue.padded(to: columns.discipline)),
      Line((session.visit.payer.name ?? "").column(of: columns.payer), .quiet),
      Line(codes.column(of: columns.codes), .quiet),
      (isIdle ? Line() : numbers(of: session, of: state, isNarrow: columns.isNarrow, at: now))
        .padded(to: columns.numbers + 1),
      state.standingInShort(of: session, in: columns, at: now),
    ])
    write(line, column: 1, row: row, ground: ground)
  }

  /// When it was planned for, else since when it is; the day, where that is not today.
  private func time(of session: Session, columns: Int, at now: Moment) -> Line {
    let isNarrow = columns < 12
    guard session.visit.date == now.localDay else {
      let day = Wording.shortDay(session.visit.date)
      return Line((isNarrow ? String(day.dropFirst(4)) : day).padded(to: columns), .caution)
    }
    let text =
      session.visit.appointment.map { isNarrow ? $0.startTime : $0.span } ?? session.begun.text
    return Line(text.padded(to: columns), session.standing == .planned ? .text : .quiet)
  }

  /// Minutes of the visit and units of its day, which a second visit of the day shares.
  private func numbers(
    of session: Session, of state: State, isNarrow: Bool, at now: Moment
  ) -> Line {
    let instant = state.logbook.instant(of: now)
    let minutes = session.panes.reduce(0) { $0 + $1.minutes(at: instant) }
    let isPart = state.logbook.day(of: session).count > 1
    let units = state.shownBill(of: session, at: now).totalUnits
    return Line("\(minutes)".leftPadded(to: 4) + "\(units)".leftPadded(to: isNarrow ? 6 : 7))
      + Line(isPart && !isNarrow ? " day" : "", .quiet)
  }

  // MARK: The marked visit

  /// Who and what the marked visit is, and what is late or due about it.
  private mutating func drawDetail(
    of session: Session, of state: State, in area: Rectangle, at now: Moment
  ) {
    let inside = area.indented
    let late = state.lateness(of: session, at: now)
    let told = ([late].compactMap(\.self) + state.dueWords(of: session, at: now))
      .flatMap { "! \($0)".wrapped(to: inside.size.columns) }.map { Line($0, .caution) }
    guard area.size.rows > 1 else { return write(told, in: inside) }
    drawRule(title: session.visit.client, row: area.origin.row)
    let particulars = state.particulars(of: session, at: now)
      .wrapped(to: inside.size.columns, rows: max(1, inside.size.rows - 1 - told.count))
      .map { Line($0) }
    write(particulars + told, in: area.below(1).indented)
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
    write([visits, minutes, totals.productivityInWords], in: area.below(1).indented)
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

extension String {
  /// The text in a column, with a blank before the next; nothing in one of no width.
  fileprivate func column(of columns: Int) -> String {
    columns > 0 ? padded(to: columns - 1) + " " : ""
  }
}

extension DayTotals {
  /// `Productivity 62 % = 185 treatment min / 300 min worked (08:00-13:00)`.
  fileprivate var productivityInWords: Line {
    guard let worked, let productivity else {
      return Line("Productivity: it counts from the first minute worked on.", .quiet)
    }
    let once = sharedMinutes > 0 ? ", group time once" : ""
    return Line("Productivity ", .quiet) + Line("\(productivity) %", .strong)
      + Line(
        " = \(productiveMinutes) treatment min\(once) / \(worked.minutes) min worked"
          + " (\(worked.start.text)-\(worked.end.text))", .quiet)
  }
}

extension State {
  /// `3 planned from tomorrow on`.
  fileprivate func plannedLaterInWords(at now: Moment) -> String? {
    let later = plannedLater(than: now.localDay)
    guard let next = later.first else { return nil }
    return "\(later.count) planned from tomorrow on, next \(Wording.shortDay(next.visit.date))"
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
      visit.discipline.rawValue, visit.payer.nameAndRule, visit.clinician,
      session.absence.map(\.inWords) ?? "",
    ]
    let end = codes.isEmpty ? "." : ": " + codes.joined(separator: ", ") + "."
    return about.filter { !$0.isEmpty }.joined(separator: ", ") + " · session"
      + " \(session.id.rawValue)" + end
  }

  /// How far a visit is, in a word or two, and whether something is late or due; where columns are
  /// few, only that it is late.
  fileprivate func standingInShort(
    of session: Session, in columns: DayColumns, at now: Moment
  ) -> Line {
    let isLate = lateness(of: session, at: now) != nil
    if isLate, columns.discipline == 0 { return Line("! late", .caution) }
    let mark =
      isLate ? "  ! late" : dueMark(of: session, at: now).map { "  ! \($0)" } ?? ""
    return standing(of: session, isWide: columns.codes > 0) + Line(mark, .caution)
  }

  private func standing(of session: Session, isWide: Bool) -> Line {
    if let signature = session.signature {
      return Line(isWide ? "signed by \(signature.name)" : "signed", .done)
    }
    if let absence = session.absence { return Line(absence.cause.rawValue, .quiet) }
    if session.isPaused { return Line("‖ paused", .paused) }
    let running = session.running.map(\.description)
    return running.isEmpty
      ? Line(session.standing.words, session.standing == .planned ? .quiet : .text)
      : Line("▶ \(running.joined(separator: " "))", .running)
  }
}
