import Billing
package import Screen
package import SessionLog

/// The smallest screen on which every part has its place.
private let smallest = Size(columns: 40, rows: 10)

/// Draws the program as it is at a moment.
///
/// Every size can be drawn, from 1 × 1 on.
package func view(_ state: State, at now: Moment, fitting size: Size) -> Canvas {
  var canvas = Canvas(size: size)
  guard size.columns >= smallest.columns, size.rows >= smallest.rows else {
    canvas.drawSmall(state, at: now)
    return canvas
  }
  canvas.drawHeader(state, at: now)
  let body = Rectangle(column: 0, row: 1, columns: size.columns, rows: size.rows - 3)
  switch state.place {
  case .sessions(let list): canvas.drawSessions(list, of: state, in: body, at: now)
  case .form(let form): canvas.drawForm(form, of: state, in: body)
  case .session(let place): canvas.drawSession(place, of: state, in: body, at: now)
  case .summary(let place): canvas.drawSummary(place, of: state, in: body, at: now)
  }
  if let overlay = state.overlay { canvas.drawOverlay(overlay, of: state, in: body, at: now) }
  canvas.drawNotice(state, row: size.rows - 2)
  canvas.drawKeyBar(state, row: size.rows - 1)
  return canvas
}

extension Canvas {
  // MARK: Header

  fileprivate mutating func drawHeader(_ state: State, at now: Moment) {
    fill(Rectangle(column: 0, row: 0, columns: size.columns, rows: 1), ground: .band)
    let clock = Line("\(now.wallTime.text) ", .strong)
    let day = Line("\(Wording.day(now.localDay))  ", .quiet)
    var left = [Line(" unitclock", .quiet)]
    if state.setup.isPractice { left.append(Line("PRACTICE", .caution)) }
    if state.setup.isLookOnly { left.append(Line("LOOK ONLY", .caution)) }
    left += headline(state, at: now)
    let line = Line(left, separator: "  ")
    let right = line.columns + day.columns + clock.columns < size.columns ? day + clock : clock
    write(line, column: 0, row: 0, width: size.columns - right.columns - 1, ground: .band)
    write(right, endingAt: size.columns, row: 0, ground: .band)
  }

  private func headline(_ state: State, at now: Moment) -> [Line] {
    if case .form = state.place { return [Line("New session", .strong)] }
    guard let visit = state.session?.visit else { return [Line("Sessions", .strong)] }
    let payer = [visit.payer.name, visit.payer.rule.name].compactMap(\.self)
      .joined(separator: " · ")
    var lines = [Line(visit.client, .strong), Line(visit.discipline.rawValue), Line(payer)]
    if visit.date != now.localDay { lines.append(Line("of \(visit.date)", .caution)) }
    return lines
  }

  // MARK: The two lines at the bottom

  fileprivate mutating func drawNotice(_ state: State, row: Int) {
    guard let notice = state.notice else { return }
    let role: Role =
      switch notice.tone {
      case .plain: .text
      case .done: .done
      case .error: .stop
      }
    // A sentence that does not fit in the line takes the lines above it.
    let lines = notice.text.wrapped(to: size.columns - 2)
    let first = row - lines.count + 1
    for (index, line) in lines.enumerated() where first + index >= 1 {
      fill(Rectangle(column: 0, row: first + index, columns: size.columns, rows: 1))
      write(line, at: Point(column: 1, row: first + index), role: role)
    }
  }

  fileprivate mutating func drawKeyBar(_ state: State, row: Int) {
    fill(Rectangle(column: 0, row: row, columns: size.columns, rows: 1), ground: .band)
    let keys = keyBar(state)
    var line = Line()
    for (key, word) in keys {
      let item = Line(key, .key) + Line(word.isEmpty ? "" : " \(word)", .quiet)
      // What does not fit as a whole is left out; help has it.
      guard 1 + line.columns + 2 + item.columns <= size.columns else { continue }
      line = line.runs.isEmpty ? item : Line([line, item], separator: "  ")
    }
    write(line, column: 1, row: row, ground: .band)
  }

  private func keyBar(_ state: State) -> [(String, String)] {
    if let overlay = state.overlay { return overlay.keyBar }
    guard let scene = state.scene else {
      return [
        ("Enter", "go on"), ("Tab", "next field"), ("← →", "choose"), ("Esc", "back"),
      ]
    }
    return Binding.all(in: scene).compactMap { binding in
      guard let word = binding.bar, binding.barScenes.contains(scene) else { return nil }
      let key = binding.keyText?.split(separator: " ").first.map(String.init)
      return (key ?? binding.keys.first?.label ?? "", word)
    }
  }

  // MARK: Small screens

  /// One line for each clock, and what size the whole screen needs.
  fileprivate mutating func drawSmall(_ state: State, at now: Moment) {
    let need = "needs \(smallest.columns)×\(smallest.rows)"
    guard let session = state.session else {
      write("unitclock \(need)", at: Point(column: 0, row: 0), role: .strong)
      return
    }
    let instant = state.logbook.instant(of: now)
    let room = max(0, size.rows - 1)
    let panes = session.panes.sorted { $0.isRunning && !$1.isRunning }
    for (row, pane) in panes.prefix(room).enumerated() {
      let mark = pane.isRunning ? "▶" : session.resumes.contains(pane.code) ? "‖" : " "
      let time = Wording.clock(seconds: pane.seconds(at: instant))
      write(
        "\(mark)\(pane.code) \(time)", at: Point(column: 0, row: row),
        role: pane.isRunning ? .running : .text)
    }
    write(state.notice?.text ?? need, at: Point(column: 0, row: size.rows - 1), role: .quiet)
  }
}
