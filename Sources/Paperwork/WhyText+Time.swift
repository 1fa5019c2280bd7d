import Billing
import SessionLog

// From the entries to whole minutes.
extension WhyText {
  /// A code's stretches in every session of the day, their sum, and the cut to whole minutes.
  func time(of code: ProcedureCode) -> [NoteLine] {
    var lines: [NoteLine] = []
    var parts = PartsOfTime()
    for session in sessions {
      guard let pane = session[code] else { continue }
      let stretches = session.stretches(of: pane, in: logbook, at: now, cutBy: &parts)
      lines.add(stretches.map { naming($0, $1, of: session) }, after: "  ")
    }
    lines.add(sum(of: code), after: "  Sum       ")
    for share in sessions.flatMap({ shares(of: code, in: $0) }) {
      lines.add(share, after: "  Given by  ")
    }
    for modifier in sessions.compactMap({ $0[code] }).flatMap(\.modifiers) {
      lines.add(modifier.inWords, after: "  Put on    ")
    }
    return lines
  }

  /// Who gave a stretch, which entry began it, and in which session where the day has several.
  private func naming(_ stretch: Stretch, _ entry: EntryID, of session: Session) -> Stretch {
    var stretch = stretch
    stretch.remarks += ["by \(stretch.performer)", "entry \(entry.rawValue)"]
    if sessions.count > 1 { stretch.remarks.append("session \(session.id.rawValue)") }
    return stretch
  }

  /// What can be billed of a code in seconds, what of it is another discipline's, and the cut.
  private func sum(of code: ProcedureCode) -> String {
    let panes = sessions.compactMap { $0[code] }
    let milliseconds = panes.reduce(0) { $0 + $1.milliseconds(at: now) }
    let split = Discipline.allCases.compactMap { discipline in
      let seconds = panes.reduce(0) { $0 + ($1.coTreatment[discipline] ?? 0) }
      return seconds == 0 ? nil : (discipline: discipline, seconds: seconds)
    }
    let given = milliseconds / 1000 + split.reduce(0) { $0 + $1.seconds }
    let less = split.map { "\($0.seconds) that are \($0.discipline.rawValue)'s" }
    let isUnbilled = panes.contains { $0.unbilledMilliseconds(at: now) > 0 }
    return counted(Int(given), "second")
      + (isUnbilled ? " that can be billed" : "")
      + (less.isEmpty
        ? "" : ", less \(less.joined(separator: " and ")): \(milliseconds / 1000)")
      + ", cut once to \(counted(Int(milliseconds / 60_000), "whole minute"))."
  }

  /// Who gave what of a code: the therapist's part is cut to whole minutes, and the rest of the
  /// code's is the assistant's.
  private func shares(of code: ProcedureCode, in session: Session) -> [String] {
    guard let pane = session[code] else { return [] }
    return (session.hasSeveralPerformers ? pane.givenInWords(at: now) : [])
      + pane.coTreatmentInWords
  }

  /// Where the machine's clocks did not go on evenly, and what of it counts.
  var gaps: [NoteLine] {
    var lines: [NoteLine] = []
    for gap in sessions.flatMap(\.gaps) {
      lines.add("\(gap.gap.inWords)\(gap.counted), entry \(gap.entry.rawValue)", after: "  ")
    }
    return lines
  }

  /// What was mended or entered late: who, when, what and why.
  var corrections: [NoteLine] { sessions.flatMap { Corrections(session: $0).lines } }

  /// What was added below the signed text.
  var afterSigning: [(name: String, lines: [NoteLine])] {
    [("After signing", NoteText(of: session, in: logbook, at: moment).linesAfterSigning)]
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

extension Session.NoticedGap {
  /// What of it counts; nothing of a clock that was set, which asks nothing.
  fileprivate var counted: String {
    if gap.cause == .clockMoved { return "; no duration changes" }
    guard let keptSeconds else { return "; all of it is counted until somebody says what it was" }
    return keptSeconds == 0 ? "; taken out" : "; the first \(minutes(keptSeconds)) are counted"
  }
}
