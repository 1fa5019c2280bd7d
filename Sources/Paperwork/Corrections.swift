import Billing
import SessionLog

/// What was mended in a session, or stated instead of clocked: who, when, what and why.
struct Corrections {
  let session: Session

  /// The entries in the order of recording, without the undone ones: every time that no clock told,
  /// so that whoever checks sees when it was entered, and whatever else was stated late or with a
  /// reason.
  var entries: [Entry] {
    let late = Set(session.lateStatements.map(\.id))
    return session.entries.filter { entry in
      guard !session.undone.contains(entry.id) else { return false }
      switch entry.kind {
      case .startMoved, .secondsTyped, .totalStated, .intervalStated, .switchMoved,
        .intervalCorrected, .intervalSplit, .stretchRemoved, .gapSettled, .visitCorrected:
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
    return session.words(for: entry) + late + (entry.reason.map { ": \($0)" } ?? "")
  }

  /// The time of day; with its day where that is not the day of service.
  private func time(of entry: Entry) -> String {
    let day = entry.moment.localDay
    return (day == session.visit.date ? "" : "\(day) ") + entry.moment.wallTime.text
  }

  /// Where an interval came from; of a stated one also when it was stated, so that hours between
  /// the treatment and the entry are seen.
  func origin(of interval: Interval) -> String {
    let statement = session.entries.first { $0.id == interval.entry && $0.kind.statesInterval }
    guard interval.provenance == .typed, !interval.isLate, let statement else {
      return interval.provenance.rawValue
    }
    return "typed at \(statement.moment.wallTime.text)"
  }

  /// The same of time without clock times.
  func origin(of typed: TypedTime) -> String {
    let statement = session.entries.first { $0.id == typed.entry }
    guard !typed.isLate, let statement else { return typed.provenance.rawValue }
    return "\(typed.provenance.rawValue) at \(statement.moment.wallTime.text)"
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
  ///
  /// - Parameter parts: carries on what the stretches before were cut by.
  func stretches(
    of pane: Pane, in logbook: Logbook, at now: Instant, cutBy parts: inout PartsOfTime
  ) -> [(Stretch, EntryID)] {
    let corrections = Corrections(session: self)
    let clocked = pane.intervals.map { interval in
      var stretch = Stretch(
        interval, seconds: parts.seconds(of: interval, at: now),
        origin: corrections.origin(of: interval))
      if let size = logbook.groupSize(of: interval, of: pane.code, in: self, at: now) {
        stretch.remarks.append("group of \(size)")
      }
      stretch.remarks += [corrections.lateness(of: interval, of: pane.code)].compactMap(\.self)
      return (stretch, interval.entry)
    }
    let typed = pane.typed.map { typed in
      var stretch = Stretch(
        typed, seconds: parts.seconds(of: typed), origin: corrections.origin(of: typed))
      stretch.remarks += [corrections.lateness(of: typed, of: pane.code)].compactMap(\.self)
      return (stretch, typed.entry)
    }
    return clocked + typed
  }
}

extension Entry.Kind {
  fileprivate var statesInterval: Bool { if case .intervalStated = self { true } else { false } }
}
