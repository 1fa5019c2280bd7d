import Billing
import Screen
import SessionLog

extension Canvas {
  /// The intervals of a pane, the marked one with why it was mended; or the form of one.
  mutating func drawIntervals(
    _ box: IntervalsBox, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.logbook.sessions[box.session], let pane = session[box.code] else {
      return
    }
    if box.form != nil { return drawIntervalForm(box, of: state, in: area, at: now) }
    let intervals = state.intervals(of: box)
    let room = area.size.rows - 2
    // Three of the list are always seen, where there are as many.
    let told = foot(of: box, pane: pane, session, state, at: now)
    let foot = Array(told.prefix(max(0, room - 1 - min(3, max(1, intervals.count)))))
    let listed = max(1, min(intervals.count, room - foot.count - 1))
    let inside = self.box(
      "Intervals of \(pane.code) \(state.label(of: pane.code))\(state.whose(session))",
      rows: listed + 1 + foot.count, in: area)
    if intervals.isEmpty {
      write([Line("none yet", .quiet)], in: inside)
    } else {
      drawRows(
        intervals.enumerated().map { index, interval in
          row(of: interval, number: index + 1, pane: pane, session, state, at: now)
        }, selected: min(box.selected, intervals.count - 1), in: inside.first(listed))
    }
    write(foot, in: inside.below(listed + 1))
  }

  private func row(
    of interval: Interval, number: Int, pane: Session.Pane, _ session: Session, _ state: State,
    at now: Moment
  ) -> Line {
    let minutes = interval.milliseconds(at: state.logbook.instant(of: now)) / 60_000
    let times = "\(interval.startTime.text)-\(interval.endTime?.text ?? "now")"
    let performer =
      interval.performer.isSame(as: session.visit.performer) ? "" : "\(interval.performer)"
    let marks = [
      interval.isLate ? Line("late", .caution) : nil,
      performer.isEmpty ? nil : Line(performer, .quiet),
      interval.group == nil ? nil : Line("group", .quiet),
      interval.crossesRestart ? Line("over a restart", .quiet) : nil,
    ].compactMap(\.self)
    return Line([
      Line("\(number)".leftPadded(to: 2) + "  ", .quiet),
      Line(times.padded(to: 13), interval.isRunning ? .running : .strong),
      Line("\(minutes) min".leftPadded(to: 7) + "  "),
      Line(interval.provenance.rawValue.padded(to: 11), .quiet), Line(marks, separator: "  "),
    ])
  }

  /// Why the marked one was mended, what was given before and after it, and minutes without a place.
  private func foot(
    of box: IntervalsBox, pane: Session.Pane, _ session: Session, _ state: State, at now: Moment
  ) -> [Line] {
    var lines: [Line] = []
    if let marked = state.marked(box) {
      if let mend = session.mending(of: marked, code: box.code) {
        let day = mend.moment.localDay == now.localDay ? "" : "\(mend.moment.localDay) "
        lines.append(
          Line("\(day)\(mend.moment.wallTime.text) by \(mend.author): ", .quiet)
            + Line(mend.reason ?? "no reason given", mend.reason == nil ? .quiet : .text))
      }
      lines += state.neighbours(
        of: marked.startMark, for: box.code, by: marked.performer, in: session, moving: marked)
    }
    let typed = pane.typed.reduce(0) { $0 + $1.milliseconds } / 60_000
    if typed != 0 {
      lines.append(
        Line("\(typed > 0 ? "+" : "")\(typed) min typed without clock times; ", .quiet)
          + Line(state.key(of: .undoList), .key) + Line(" takes them back", .quiet))
    }
    return lines
  }
}

extension Session {
  /// The last entry that mended an interval of a code; none where a key made it as it is.
  fileprivate func mending(of interval: Interval, code: ProcedureCode) -> Entry? {
    entries.last { entry in
      guard !undone.contains(entry.id) else { return false }
      switch entry.kind {
      case .intervalCorrected(code, interval.entry, _, _),
        .intervalSplit(code, interval.entry, _, _),
        .stretchRemoved(code, interval.entry, _, _):
        return true
      case .switchMoved(let moved, _): return moved == interval.entry || moved == interval.ending
      case .startMoved(code, _):
        return self[code]?.intervals.last?.entry == interval.entry
      default: return entry.id == interval.entry && interval.provenance != .clocked
      }
    }
  }
}

extension State {
  /// ` of KM`, where it is not the session of the screen.
  func whose(_ session: Session) -> String {
    session.id == self.session?.id ? "" : " of \(session.visit.client)"
  }

  /// What the performer gave before and after a time, a line each.
  func neighbours(
    of start: Mark, for code: ProcedureCode, by performer: Performer, in session: Session,
    moving interval: Interval?
  ) -> [Line] {
    let neighbours = logbook.neighbours(
      of: start, for: code, by: performer, in: session, moving: interval)
    return [("before", neighbours.before), ("after", neighbours.after)].map { word, given in
      let words = given.map { given in
        "\(given.interval.startTime.text)-\(given.interval.endTime?.text ?? "now")  \(given.code)"
          + (given.session.id == session.id ? "" : " of \(given.session.visit.client)")
      }
      return Line(word.padded(to: 8), .quiet) + Line(words ?? "nothing", .quiet)
    }
  }
}

extension IntervalsBox {
  var keyBar: [(String, String)] {
    guard let form else {
      return [
        ("Enter", "correct"), ("Esc", "back"), ("i", "insert"), ("s", "split"), ("d", "take out"),
        ("↑ ↓", "mark"),
      ]
    }
    if form.ways != nil { return [("1 2 3", "mend it so"), ("Esc", "back to the times")] }
    return [
      ("Enter", form.focus == .reason ? "store" : "next field"), ("Esc", "back"),
      ("Tab ↑ ↓", "field"),
    ] + (form.focus == .rest ? [("← →", "code")] : form.focus == .reason ? [("→", "usual")] : [])
  }
}
