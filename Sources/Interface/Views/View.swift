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
  // Before all else: a screen too small for the rest names nobody either.
  if let lock = state.lock {
    canvas.drawLock(lock, of: state, at: now)
    return canvas
  }
  guard size.columns >= smallest.columns, size.rows >= smallest.rows else {
    canvas.drawSmall(state, at: now)
    return canvas
  }
  canvas.drawHeader(state, at: now)
  let body = size.body
  switch state.place {
  case .sessions(let list): canvas.drawSessions(list, of: state, in: body, at: now)
  case .form(let form): canvas.drawForm(form, of: state, in: body, at: now)
  case .session(let place) where state.showsBigDigits:
    canvas.drawBigClocks(place, of: state, in: body, at: now)
  case .session(let place): canvas.drawSession(place, of: state, in: body, at: now)
  case .summary(let place): canvas.drawSummary(place, of: state, in: body, at: now)
  case .client(let form): canvas.drawClient(form, of: state, in: body, at: now)
  case .search(let search): canvas.drawHistorySearch(search, of: state, in: body, at: now)
  case .audit(let place): canvas.drawAudit(place, of: state, in: body, at: now)
  }
  if let overlay = state.overlay { canvas.drawOverlay(overlay, of: state, in: body, at: now) }
  canvas.drawNotice(state, row: size.rows - 2)
  canvas.drawKeyBar(state, row: size.rows - 1, at: now)
  return canvas
}

extension Size {
  /// What the header and the two lines at the bottom leave.
  var body: Rectangle { Rectangle(column: 0, row: 1, columns: columns, rows: rows - 3) }
}

extension Canvas {
  // MARK: Header

  fileprivate mutating func drawHeader(_ state: State, at now: Moment) {
    fill(Rectangle(column: 0, row: 0, columns: size.columns, rows: 1), ground: .band)
    let clock = Line("\(now.wallTime.text) ", .strong)
    let day = Line("\(Wording.day(now.localDay))  ", .quiet)
    var left = [Line(" unitclock", .quiet)]
    if state.setup.isPractice { left.append(Line("PRACTICE", .caution)) }
    if state.setup.isLookOnly {
      left.append(Line(state.setup.isCopy ? "LOOK ONLY, A COPY" : "LOOK ONLY", .caution))
    }
    let headlines = headlines(state, at: now).map { Line(left + $0, separator: "  ") }
    let full = size.columns - day.columns - clock.columns
    let line = headlines.first { $0.columns < full } ?? headlines[headlines.count - 1]
    let right = line.columns + day.columns + clock.columns < size.columns ? day + clock : clock
    write(line, column: 0, row: 0, width: size.columns - right.columns - 1, ground: .band)
    write(right, endingAt: size.columns, row: 0, ground: .band)
  }

  /// What the screen is about; the fuller words first, the last where there is no room for others.
  private func headlines(_ state: State, at now: Moment) -> [[Line]] {
    switch state.place {
    case .form(let form): return [[Line(form.title, .strong)]]
    case .client: return [[Line("Client record", .strong)]]
    case .search: return [[Line("All history", .strong)]]
    case .sessions, .session, .summary, .audit: break
    }
    guard let visit = state.session?.visit else { return [[Line("Today", .strong)]] }
    let date = visit.date == now.localDay ? [] : [Line("of \(visit.date)", .caution)]
    let performer = visit.performer
    let hands = performer.role == .therapist ? [] : [Line("\(performer)")]
    return visit.payersInWords.map { payers in
      [Line(visit.client, .strong), Line(visit.discipline.rawValue)] + hands + [Line(payers)] + date
    }
  }

  // MARK: The two lines at the bottom

  fileprivate mutating func drawNotice(_ state: State, row: Int) {
    guard let notice = state.notice else { return drawClocksElsewhere(state, row: row) }
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

  /// Which clocks run in other sessions than the one on the screen.
  private mutating func drawClocksElsewhere(_ state: State, row: Int) {
    guard let shown = state.session else { return }
    let clocks = state.sessionsWithClock.filter { $0.id != shown.id }.map { session in
      let codes =
        session.isPaused ? "paused" : session.running.map(\.description).joined(separator: " ")
      return "\(session.isPaused ? "‖" : "▶") \(session.visit.client) \(codes)"
    }
    guard !clocks.isEmpty else { return }
    // The right corner is the summary's.
    write(
      Line(clocks.joined(separator: "   "), .running), column: 1, row: row,
      width: size.columns - 20)
  }

  fileprivate mutating func drawKeyBar(_ state: State, row: Int, at now: Moment) {
    fill(Rectangle(column: 0, row: row, columns: size.columns, rows: 1), ground: .band)
    var line = Line()
    for (key, word) in state.keyBar(columns: size.columns, at: now) {
      let item = Line(key, .key) + Line(word.isEmpty ? "" : " \(word)", .quiet)
      // What does not fit as a whole is left out; help has it.
      guard 1 + line.columns + 2 + item.columns <= size.columns else { continue }
      line = line.runs.isEmpty ? item : Line([line, item], separator: "  ")
    }
    write(line, column: 1, row: row, ground: .band)
  }

  // MARK: Small screens

  /// A line for each clock, then the keys of a question, the last word, or the size that is needed.
  fileprivate mutating func drawSmall(_ state: State, at now: Moment) {
    let need = "needs \(smallest.columns)×\(smallest.rows)"
    var last = size.rows - 1
    if state.overlay != nil {
      drawKeyBar(state, row: last, at: now)
      last -= 1
    }
    if let session = state.session ?? state.sessionsWithClock.last {
      let instant = state.logbook.instant(of: now)
      let panes = session.panes.sorted { $0.isRunning && !$1.isRunning }
      for (row, pane) in panes.prefix(max(0, last)).enumerated() {
        let mark = pane.isRunning ? "▶" : session.resumes.contains(pane.code) ? "‖" : " "
        let time = Wording.clock(seconds: pane.seconds(at: instant))
        write(
          "\(mark)\(pane.code) \(time)", at: Point(column: 0, row: row),
          role: pane.isRunning ? .running : .text)
      }
    }
    let told = state.notice?.text ?? (state.overlay == nil ? need : "\(need) for the box")
    write(told, at: Point(column: 0, row: last), role: .quiet)
  }
}

extension State {
  /// The keys of a screen that is a form.
  var formKeys: [(String, String)] {
    switch place {
    case .client(let form): form.keyBar
    case .search(let search): search.keyBar
    default: [("Enter", "go on"), ("Esc", "back"), ("Tab", "next field"), ("← →", "choose")]
    }
  }

  /// The keys that work now, each with its word.
  fileprivate func keyBar(columns: Int, at now: Moment) -> [(String, String)] {
    if let overlay { return overlay.keyBar(of: self, at: now) }
    guard let scene else { return formKeys }
    let isClosed = setup.isLookOnly || session?.isSigned == true
    let rows = setup.keymap.bindings(in: scene).filter { binding in
      binding.barScenes.contains(scene) && !(isClosed && binding.command.records)
        && isOffered(binding.command, at: now)
    }
    let all = rows.compactMap(\.barItem)
    let needed = all.reduce(1) { $0 + width(of: "\($1.0) \($1.1)  ") }
    return needed - 2 <= columns ? all : rows.filter { !$0.isForWideBar }.compactMap(\.barItem)
  }

  /// Whether the key bar names a command: not while there is nothing for it to do.
  private func isOffered(_ command: Command, at now: Moment) -> Bool {
    switch command {
    case .choose: session.map { bill(of: $0, at: now).isTie } ?? false
    case .addendum: session?.isSigned == true && !setup.isLookOnly
    case .coSign: session?.awaitsCoSignature == true && !setup.isLookOnly
    case .audit: session?.isSigned == true
    default: true
    }
  }
}

extension Binding {
  /// Its key and its word in the key bar.
  fileprivate var barItem: (String, String)? {
    bar.map { (firstKey ?? "", $0) }
  }
}

extension Visit {
  /// Who pays and whose rule counts, as `Medicare B + Premera Blue Cross · CMS 8-minute rule`; then
  /// in fewer words.
  fileprivate var payersInWords: [String] {
    // An assistant's name stands before them: the rule's words make room for it.
    let few = performer.role == .therapist ? [] : [payer.name].compactMap(\.self)
    guard let secondary = secondaryPayer?.name, let name = payer.name else {
      return [payer.nameAndRule] + few
    }
    let both = "\(name) + \(secondary)"
    return ["\(both) · \(payer.rule.name)", both, payer.nameAndRule] + few
  }
}
