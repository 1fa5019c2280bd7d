import Screen
import SessionLog

extension Canvas {
  /// Which switch it is, the field for when it was, and what that changes before Enter stores it.
  mutating func drawSwitchBack(
    _ box: SwitchBox, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.logbook.sessions[box.session],
      let last = state.logbook.lastSwitch(in: session, at: now)
    else { return }
    let columns = min(72, area.size.columns) - 4
    let below = state.lines(below: box, columns: columns, at: now)
    let inside = self.box("Forgot to switch", rows: 3 + max(4, below.count), in: area)
    let (column, row) = (inside.origin.column, inside.origin.row)
    write(
      Line(last.words, .strong) + Line("  at \(last.time.text)", .quiet), column: column, row: row,
      width: columns)
    guard inside.size.rows > 1 else { return }
    // A reason behind the time makes the field grow.
    let field = max(12, min(columns - 22, width(of: box.field.text) + 1))
    drawInput(box.field, column: column, row: row + 1, columns: field, isFocused: box.ways == nil)
    write(
      state.reading(of: box, in: session, at: now), column: column + field + 2, row: row + 1,
      width: columns - field - 2)
    let rest = inside.below(2)
    let told = below.filter { $0.columns > 0 }
    guard box.ways == nil || told.count <= rest.size.rows else {
      // Where rows are few, the ways to mend it stand over the time that cannot be.
      fill(inside, ground: .overlay)
      return write(told.suffix(inside.size.rows), in: inside)
    }
    write(fitted([Line()] + below, to: rest.size.rows), in: rest)
  }
}

extension State {
  /// When the switch would have been, behind the field.
  fileprivate func reading(of box: SwitchBox, in session: Session, at now: Moment) -> Line {
    switch understood(box, at: now) {
    case .success(let moved):
      let minutes = (moved.last.time.milliseconds - moved.time.milliseconds) / 60_000
      let shift =
        minutes == 0
        ? "less than a minute moved" : "\(abs(minutes)) min \(minutes > 0 ? "earlier" : "later")"
      return Line("at \(moved.time.text)", .strong) + Line(", \(shift)", .quiet)
    case .failure(let refusal):
      return box.field.isEmpty ? Line("minutes earlier, or a time", .quiet) : refusal.question
    }
  }

  /// What it changes; or what is wrong, and the ways to mend it.
  fileprivate func lines(below box: SwitchBox, columns: Int, at now: Moment) -> [Line] {
    switch understood(box, at: now) {
    case .success(let moved):
      let draft = Draft(
        sessions: moved.last.entry.sessions, moment: now, author: "", kind: moved.kind)
      do throws(ImpossibleEntry) {
        let after = try logbook.trying(draft)
        return lines(
          of: Change.all(in: draft.sessions, from: logbook, to: after, at: now), columns: columns)
      } catch {
        return "Error: \(error.reason).".wrapped(to: columns).map { Line($0, .stop) }
      }
    case .failure(let refusal):
      let role: Role = refusal.isQuestion ? .quiet : .stop
      let hint = refusal.blocked == nil || box.ways != nil ? "" : " Enter offers ways to mend it."
      return (refusal.sentence + hint).wrapped(to: columns).map { Line($0, role) }
        + (box.ways.map { [Line()] + lines(of: ways(of: box, at: now), marked: $0) } ?? [])
    }
  }

  /// Ways to mend, each with its number.
  func lines(of ways: [WayToMend], marked: Int) -> [Line] {
    ways.enumerated().map { index, way in
      Line(index == marked ? "▸ " : "  ", .focus) + Line("\(index + 1)  ", .key)
        + Line(way.words, index == marked ? .strong : .text)
    }
  }
}

extension TimeRefusal {
  /// Which of two times is meant, where that is asked.
  fileprivate var question: Line {
    isQuestion && blocked == nil && sentence.contains("?") ? Line(sentence, .caution) : Line()
  }
}
