import Billing
import SessionLog

// From the entries to whole minutes.
extension WhyText {
  /// A code's stretches in every session of the day, their sum, and the cut to whole minutes.
  func time(of code: ProcedureCode) -> [NoteLine] {
    var lines: [NoteLine] = []
    for session in sessions {
      guard let pane = session[code] else { continue }
      lines.add(
        pane.intervals.map { stretch($0, of: session) }
          + pane.typed.map { stretch($0, of: session) },
        after: "  ")
    }
    lines.add(sum(of: code), after: "  Sum         ")
    return lines
  }

  private func stretch(_ interval: Interval, of session: Session) -> Stretch {
    var stretch = Stretch(interval, at: now)
    stretch.remarks += origin(interval.entry, of: session)
    return stretch
  }

  private func stretch(_ typed: TypedTime, of session: Session) -> Stretch {
    var stretch = Stretch(typed)
    stretch.remarks += origin(typed.entry, of: session)
    return stretch
  }

  /// Which entry began a stretch, and in which session where the day has several.
  private func origin(_ entry: EntryID, of session: Session) -> [String] {
    ["entry \(entry.rawValue)"] + (sessions.count > 1 ? ["session \(session.id.rawValue)"] : [])
  }

  private func sum(of code: ProcedureCode) -> String {
    let milliseconds = sessions.compactMap { $0[code] }.reduce(0) { $0 + $1.milliseconds(at: now) }
    let minutes = counted(Int(milliseconds / 60_000), "whole minute")
    return "\(counted(Int(milliseconds / 1000), "second")), cut once to \(minutes)."
  }

  /// What stopped everything, to go on later: in no sum.
  var pauses: [NoteLine] {
    var lines: [NoteLine] = []
    for pause in sessions.flatMap(\.pauses) {
      let length = Stretch.duration((pause.end ?? now).since(pause.start))
      let times = Stretch.times(pause.startTime, pause.endTime).padded(to: 16)
      lines.add(
        pause.reason ?? "no reason given", after: "  \(times)\(length.aligned(right: 8))  ")
    }
    return lines
  }
}
