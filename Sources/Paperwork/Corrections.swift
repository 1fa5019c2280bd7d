import Billing
import SessionLog

/// What was mended in a session or entered late: who, when, what and why.
struct Corrections {
  let session: Session

  /// The entries in the order of recording, without the undone ones: what mends by its nature, and
  /// whatever else was stated late or with a reason.
  var entries: [Entry] {
    let late = Set(session.lateStatements.map(\.id))
    return session.entries.filter { entry in
      guard !session.undone.contains(entry.id) else { return false }
      switch entry.kind {
      case .switchMoved, .intervalCorrected, .intervalSplit, .stretchRemoved, .gapSettled,
        .visitCorrected:
        return true
      case .addendum, .notHeld: return false
      default: return entry.reason != nil || late.contains(entry.id)
      }
    }
  }

  var lines: [NoteLine] {
    var lines: [NoteLine] = []
    for entry in entries {
      lines.add("\(entry.author): \(words(for: entry))", after: "  \(time(of: entry))  ")
    }
    return lines
  }

  /// What an entry did, whether it is late, and why it was made.
  func words(for entry: Entry) -> String {
    let late = session.isLateStatement(entry) ? " (late)" : ""
    return entry.kind.inWords + late + (entry.reason.map { ": \($0)" } ?? "")
  }

  /// The time of day; with its day where that is not the day of service.
  private func time(of entry: Entry) -> String {
    let day = entry.moment.localDay
    return (day == session.visit.date ? "" : "\(day) ") + entry.moment.wallTime.text
  }

  /// That an interval is late, and when it was made so.
  func lateness(of interval: Interval, of code: ProcedureCode) -> String? {
    guard interval.isLate else { return nil }
    return lateness(of: code) { entry in
      switch entry.kind {
      case .startMoved(_, let start): start == interval.startTime
      case .intervalCorrected(_, let name, _, _), .intervalSplit(_, let name, _, _),
        .stretchRemoved(_, let name, _, _):
        name == interval.entry
      case .switchMoved(let name, _): name == interval.entry || name == interval.ending
      default: entry.id == interval.entry
      }
    }
  }

  /// That time without clock times is late, and when it was stated.
  func lateness(of typed: TypedTime, of code: ProcedureCode) -> String? {
    guard typed.isLate else { return nil }
    return lateness(of: code) { $0.id == typed.entry }
  }

  private func lateness(of code: ProcedureCode, by isCause: (Entry) -> Bool) -> String {
    let late = session.lateStatements.filter { session.codes(statedBy: $0).contains(code) }
    guard let entry = late.last(where: isCause) ?? late.last else { return "late" }
    return "late: made \(entry.moment.localDay), after the day of service"
  }
}

extension Session {
  /// The stretches of a code in the order of the note, each with what is to be said of it.
  func stretches(of pane: Pane, in logbook: Logbook, at now: Instant) -> [(Stretch, EntryID)] {
    let corrections = Corrections(session: self)
    let clocked = pane.intervals.map { interval in
      var stretch = Stretch(interval, at: now)
      if let size = logbook.groupSize(of: interval, of: pane.code, in: self, at: now) {
        stretch.remarks.append("group of \(size)")
      }
      stretch.remarks += [corrections.lateness(of: interval, of: pane.code)].compactMap(\.self)
      return (stretch, interval.entry)
    }
    let typed = pane.typed.map { typed in
      var stretch = Stretch(typed)
      stretch.remarks += [corrections.lateness(of: typed, of: pane.code)].compactMap(\.self)
      return (stretch, typed.entry)
    }
    return clocked + typed
  }
}
