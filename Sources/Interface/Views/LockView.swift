import Screen
import SessionLog

extension Canvas {
  /// The locked screen: nothing on it names anyone, at any size.
  mutating func drawLock(_ lock: Lock, of state: State, at now: Moment) {
    let since = "Locked \(lock.since.wallTime.text)"
    let clocks = state.clocksOnLock(at: now)
    let whole = Rectangle(column: 0, row: 0, columns: size.columns, rows: size.rows)
    let card = Size(columns: 46, rows: 11)
    if card.columns <= size.columns, card.rows <= size.rows {
      let area = Rectangle(
        column: (size.columns - card.columns) / 2, row: (size.rows - card.rows) / 2,
        columns: card.columns, rows: card.rows)
      frame(area)
      writeCentred(Line("unitclock", .strong), in: area, row: 2)
      writeCentred(Line(since, .quiet), in: area, row: 4)
      writeCentred(clocks, in: area, row: 5)
      drawWayBack(lock, of: state, in: area, row: 7, at: now)
    } else {
      writeCentred(Line(since, .strong), in: whole, row: 0)
      drawWayBack(lock, of: state, in: whole, row: 1, at: now)
      writeCentred(clocks, in: whole, row: 3)
    }
  }

  /// How one returns: by any key, or with the PIN and what became of the one before.
  private mutating func drawWayBack(
    _ lock: Lock, of state: State, in area: Rectangle, row: Int, at now: Moment
  ) {
    guard state.setup.hasPIN else {
      writeCentred(Line("Any key", .key) + " returns", in: area, row: row)
      return
    }
    let wait = state.setup.pinAttempts.millisecondsToWait(at: now)
    let wrong = state.setup.pinAttempts.wrong
    if wait > 0 {
      let time = Wording.clock(milliseconds: wait)
      let told = "Error: wrong PIN; next in \(time)"
      writeCentred(
        Line(width(of: told) <= area.size.columns ? told : "wait \(time)", .stop), in: area,
        row: row)
      return
    }
    let label = Line("PIN ", .quiet)
    let columns = PINBox.limit + 1
    let start = area.origin.column + max(0, area.size.columns - label.columns - columns) / 2
    write(label, column: start, row: area.origin.row + row)
    drawInput(
      lock.field.masked, column: start + label.columns, row: area.origin.row + row,
      columns: columns, isFocused: true)
    guard wrong > 0 else { return }
    writeCentred(
      Line("Error: wrong PIN\(wrong > 1 ? ", \(wrong) so far" : "")", .stop), in: area,
      row: row + 1)
  }

  /// A line in the middle of an area; one that is too long is cut.
  private mutating func writeCentred(_ line: Line, in area: Rectangle, row: Int) {
    guard row < area.size.rows else { return }
    write(
      line, column: area.origin.column + max(0, area.size.columns - line.columns) / 2,
      row: area.origin.row + row, width: area.size.columns)
  }

  // MARK: The box for a new PIN

  mutating func drawPIN(_ box: PINBox, of state: State, in area: Rectangle) {
    let says: [Line] =
      switch box.step {
      case .old: ["The PIN that is set:"]
      case .new where box.hasPIN:
        [Line("The new PIN, \(PINBox.lengths); nothing takes the old one away:")]
      case .new:
        [
          Line("It unlocks the screen, and is asked for at the start.", .quiet),
          Line("The PIN, \(PINBox.lengths):"),
        ]
      case .again: ["The same once more:"]
      }
    drawQuestion("PIN", says, field: box.field.masked, in: area)
  }
}

extension State {
  /// How many clocks go on, and for how long those codes have had them: no code, nobody's name.
  fileprivate func clocksOnLock(at now: Moment) -> Line {
    let instant = logbook.instant(of: now)
    let running = sessionsWithClock.flatMap { $0.panes.filter(\.isRunning) }
    let paused = sessionsWithClock.count(where: \.isPaused)
    let seconds = running.reduce(0) { $0 + $1.seconds(at: instant) }
    let parts = [
      running.isEmpty
        ? nil
        : Line(
          "▶ \(running.count == 1 ? "1 clock goes on" : "\(running.count) clocks go on")"
            + "  \(Wording.clock(seconds: seconds))", .running),
      paused == 0 ? nil : Line("‖ \(paused) paused", .paused),
    ].compactMap(\.self)
    return parts.isEmpty ? Line("no clock runs", .quiet) : Line(parts, separator: "   ")
  }
}
