import Billing
import Screen
import SessionLog

/// How wide the columns of today's list are; those that have no room have no column.
struct VisitRowColumns {
  private let screen: Int
  let time: Int
  let client: Int
  let discipline: Int
  let payer: Int
  let codes: Int

  init(of columns: Int) {
    screen = columns
    switch columns {
    case 110...: (time, client, discipline, payer, codes) = (12, 16, 5, 22, 19)
    case 76...: (time, client, discipline, payer, codes) = (12, 11, 5, 12, 0)
    case 60...: (time, client, discipline, payer, codes) = (12, 11, 5, 0, 0)
    default: (time, client, discipline, payer, codes) = (6, 9, 0, 0, 0)
    }
  }

  /// What stands above the columns.
  ///
  /// - Parameter room: where it is too little for all, the numbers and the state go without.
  func titles(in room: Int) -> String {
    func title(_ text: String, _ columns: Int) -> String {
      columns > 0 ? text.padded(to: columns) : ""
    }
    let about =
      "  " + title("time", time) + title("client", client) + title("disc", discipline)
      + title("payer", payer) + title("codes", codes)
    let all = about + (isNarrow ? " min units state" : " min  units     state")
    return width(of: all) <= room ? all : about
  }

  var isNarrow: Bool { payer == 0 }

  /// The columns of minutes and units.
  var numbers: Int { isNarrow ? 11 : 16 }

  /// What is left for how far a visit is, between a blank at either edge.
  var state: Int { screen - 4 - time - client - discipline - payer - codes - numbers }
}

extension Canvas {
  /// A visit as a row of today's list.
  mutating func drawVisit(
    _ session: Session, of state: State, row: Int, columns: VisitRowColumns, isSelected: Bool,
    at now: Moment
  ) {
    let ground: Ground = isSelected ? .selection : .screen
    if isSelected {
      fill(Rectangle(column: 0, row: row, columns: size.columns, rows: 1), ground: ground)
    }
    let isIdle = session.standing == .planned || session.standing == .notHeld
    let codes = session.panes.map(\.code).inWords(columns: columns.codes - 1)
    let line = Line([
      Line(isSelected ? "▸ " : "  ", .focus),
      time(of: session, columns: columns.time, at: now),
      Line(session.visit.client.column(of: columns.client), isIdle ? .text : .strong),
      Line(session.visit.discipline.rawValue.column(of: columns.discipline)),
      Line((session.visit.payer.name ?? "").column(of: columns.payer), .quiet),
      Line(codes.column(of: columns.codes), .quiet),
      (isIdle ? Line() : numbers(of: session, of: state, isNarrow: columns.isNarrow, at: now))
        .padded(to: columns.numbers),
      state.standing(of: session, in: columns.state, at: now),
    ])
    write(line, column: 1, row: row, ground: ground)
  }

  /// When it was planned for, else since when it is; the day, where that is not today.
  private func time(of session: Session, columns: Int, at now: Moment) -> Line {
    let isNarrow = columns < 12
    guard session.visit.date == now.localDay else {
      let day = Wording.shortDay(session.visit.date)
      return Line((isNarrow ? String(day.dropFirst(4)) : day).column(of: columns), .caution)
    }
    let text =
      session.visit.appointment.map { isNarrow ? $0.startTime : $0.span } ?? session.begun.text
    return Line(text.column(of: columns), session.standing == .planned ? .text : .quiet)
  }

  /// Treatment minutes of the visit and units of its day, which a second visit of the day shares.
  private func numbers(
    of session: Session, of state: State, isNarrow: Bool, at now: Moment
  ) -> Line {
    let minutes = state.logbook.treatmentMinutes(of: session, at: state.logbook.instant(of: now))
    let isPart = state.logbook.day(of: session).count > 1
    let units = state.shownBill(of: session, at: now).totalUnits
    return Line("\(minutes)".leftPadded(to: 4) + "\(units)".leftPadded(to: isNarrow ? 6 : 7))
      + Line(isPart && !isNarrow ? " day" : "", .quiet)
  }
}

extension String {
  /// The text in a column, with a blank before the next; nothing in one of no width.
  fileprivate func column(of columns: Int) -> String {
    columns > 0 ? padded(to: columns - 1) + " " : ""
  }
}

extension State {
  /// How far a visit is, and whether something is late or due: the fullest words that fit.
  ///
  /// Where columns are few, that it is late comes before all else.
  fileprivate func standing(of session: Session, in columns: Int, at now: Moment) -> Line {
    let isLate = lateness(of: session, at: now) != nil
    let marks = isLate ? ["late"] : dueMarks(of: session)
    let standing = standing(of: session, in: columns, besides: marks.isEmpty ? 0 : 8)
    let full = marks.map { standing + " " + Line("! \($0)", .caution) }.first {
      $0.columns <= columns
    }
    return full ?? (isLate ? Line("! late", .caution) : standing)
  }

  private func standing(of session: Session, in columns: Int, besides mark: Int) -> Line {
    if let signature = session.signature {
      let full = Line("signed by \(signature.name)", .done)
      return full.columns <= columns ? full : Line("signed", .done)
    }
    if let absence = session.absence { return Line(absence.cause.rawValue, .quiet) }
    if session.isPaused { return Line("‖ paused", .paused) }
    guard let first = session.running.first else {
      return Line(session.standing.words, session.standing == .planned ? .quiet : .text)
    }
    let room = max(columns - 2 - mark, width(of: "\(first) +1"))
    return Line("▶ \(session.running.inWords(columns: room))", .running)
  }
}

extension [ProcedureCode] {
  /// As many codes as fit, and how many more there are: `97110 97530 +2`.
  func inWords(columns: Int) -> String {
    for shown in stride(from: count, through: 0, by: -1) {
      let rest = count - shown
      let words = prefix(shown).map(\.description) + (rest > 0 ? ["+\(rest)"] : [])
      let text = words.joined(separator: " ")
      if width(of: text) <= columns { return text }
    }
    return ""
  }
}
