import Billing
import Screen
import SessionLog

/// The intervals of a session on a ruler of clock times.
struct Timeline: Hashable {
  struct Lane: Hashable {
    /// Minutes since ``start`` from the beginning of an interval to its end, and who gave it.
    struct Stretch: Hashable {
      var minutes: Range<Double>
      var role: Performer.Role
    }

    var code: ProcedureCode
    var stretches: [Stretch]
    var isRunning: Bool
  }

  /// The quarter of an hour in which the first interval began.
  var start: WallTime
  /// Minutes from there to the end of the ruler, at least an hour.
  var minutes: Double
  var lanes: [Lane]

  init(_ session: Session, at now: Moment, instant: Instant) {
    let intervals = session.panes.flatMap(\.intervals)
    let first = intervals.map(\.startTime).min { $0.milliseconds < $1.milliseconds }
    let begin = first ?? now.wallTime
    let past = Int64(begin.minuteOfDay % 15) * 60_000 + begin.milliseconds % 60_000
    let origin = begin.advanced(by: -past)
    start = origin
    func minute(_ time: WallTime) -> Double {
      Double(time.milliseconds - origin.milliseconds) / 60_000
    }
    let last = intervals.map { minute($0.endTime ?? now.wallTime) }.max() ?? 0
    minutes = max(60, (last / 15).rounded(.up) * 15)
    lanes = session.panes.filter { !$0.intervals.isEmpty }.map { pane in
      Lane(
        code: pane.code,
        stretches: pane.intervals.map { interval in
          let from = minute(interval.startTime)
          // A wall clock that was set back shows no length; the pane's time is by the steady clock.
          return Lane.Stretch(
            minutes: from..<max(from, minute(interval.endTime ?? now.wallTime)),
            role: interval.performer.role)
        },
        isRunning: pane.isRunning)
    }
  }
}

extension Canvas {
  /// The ruler, then a lane for each code that has intervals; the running ones and the latest where
  /// room is short.
  mutating func draw(_ timeline: Timeline, in area: Rectangle) {
    let left = 8
    let columns = max(1, area.size.columns - left - 1)
    let perMinute = Double(columns) / timeline.minutes
    drawRuler(timeline, left: left, columns: columns, row: area.origin.row)
    let room = area.size.rows - 1
    let dropped = max(0, timeline.lanes.count - room)
    let idle = timeline.lanes.filter { !$0.isRunning }.prefix(dropped)
    let lanes = timeline.lanes.filter { !idle.contains($0) }.prefix(room)
    for (index, lane) in lanes.enumerated() {
      let row = area.origin.row + 1 + index
      write(Line("\(lane.code)", lane.isRunning ? .running : .text), column: 2, row: row)
      fill(
        Rectangle(column: left, row: row, columns: columns, rows: 1), with: "·", role: .groove)
      for stretch in lane.stretches {
        // One person's visit has plain bars, whoever it is.
        let mark: Character = timeline.roles.count > 1 ? stretch.role.mark : "█"
        let from = Int((stretch.minutes.lowerBound * perMinute).rounded(.down))
        let to = Int((stretch.minutes.upperBound * perMinute).rounded(.up))
        fill(
          Rectangle(
            column: left + from, row: row, columns: min(max(1, to - from), columns - from), rows: 1),
          with: mark, role: lane.isRunning ? .running : .bar)
      }
    }
  }

  private mutating func drawRuler(_ timeline: Timeline, left: Int, columns: Int, row: Int) {
    fill(
      Rectangle(column: 0, row: row, columns: size.columns, rows: 1), with: "─", role: .frame)
    let legend = timeline.legend
    let room = size.columns - (legend.columns > 0 ? legend.columns + 2 : 0)
    write(legend, endingAt: size.columns - 1, row: row)
    // As many quarter hours between two times as their labels need.
    let label = 7
    var step = 15
    while Double(columns) / timeline.minutes * Double(step) < Double(label + 3) { step *= 2 }
    for minute in stride(from: 0, to: Int(timeline.minutes), by: step) {
      let column = left + Int(Double(minute) * Double(columns) / timeline.minutes)
      guard column + label <= room else { continue }
      let time = timeline.start.advanced(by: Int64(minute) * 60_000)
      write(Line("┬", .frame) + Line(time.text + " ", .quiet), column: column, row: row)
    }
  }
}

extension Timeline {
  fileprivate var roles: Set<Performer.Role> { Set(lanes.flatMap(\.stretches).map(\.role)) }

  /// What the bars mean, where not all are of one role.
  fileprivate var legend: Line {
    guard roles.count > 1 else { return Line() }
    let words = Performer.Role.allCases.filter(roles.contains).map {
      Line("\($0.mark)", .bar) + Line(" \($0.rawValue)", .quiet)
    }
    return Line(" ") + Line(words, separator: "  ") + " "
  }
}

extension Performer.Role {
  /// Its bar in the timeline: what is never billed is thin.
  fileprivate var mark: Character {
    switch self {
    case .therapist: "█"
    case .assistant: "▒"
    case .student: "━"
    case .aide: "─"
    }
  }
}
