package import SessionLog

/// Everything that can be undone and redone in a session.
package struct UndoList: Hashable, Sendable {
  package var session: SessionID
  /// The index of the marked entry; the latest is the first.
  package var selected: Int

  package init(session: SessionID, selected: Int = 0) {
    self.session = session
    self.selected = selected
  }
}

/// What undoing or redoing an entry comes to.
struct UndoPreview {
  /// The logbook as it would be, or why the log cannot be without the entry.
  var outcome: Result<Logbook, ImpossibleEntry>
  var changes: [Change] = []
  /// Clocks of several clients that one performer would have running at once, in words.
  var collision: String?

  /// - Parameter entry: what is to be undone, or redone where it was undone already.
  init(of entry: Entry, in session: Session, from logbook: Logbook, at now: Moment) {
    let draft = Draft(
      sessions: entry.sessions, moment: now, author: session.visit.clinician,
      kind: session.turning(entry))
    do throws(ImpossibleEntry) {
      let after = try logbook.trying(draft)
      outcome = .success(after)
      changes = Change.all(in: entry.sessions, from: logbook, to: after, at: now)
      let clash = after.clocksAtOnce
      collision = clash == logbook.clocksAtOnce ? nil : clash
    } catch {
      outcome = .failure(error)
    }
  }
}

extension Session {
  /// Everything that undo may leave out or redo bring back, the latest first.
  var undoableAndUndone: [Entry] {
    isSigned ? [] : entries.reversed().filter(\.kind.isUndoable)
  }

  /// What turns an entry round: undo, or redo where it is undone.
  func turning(_ entry: Entry) -> Entry.Kind {
    undone.contains(entry.id) ? .redone(entry: entry.id) : .undone(entry: entry.id)
  }
}

extension Logbook {
  /// Which one-on-one clocks of several clients one performer has running at once, in words; nothing
  /// where nobody has.
  fileprivate var clocksAtOnce: String? {
    let clocks = sessions.values.sorted { $0.id < $1.id }.flatMap { session in
      session.panes.filter { catalog.isExclusive($0.code) }.compactMap { pane in
        pane.intervals.last(where: \.isRunning).map {
          (interval: $0, words: "\(pane.code) of \(session.visit.client)")
        }
      }
    }
    for clock in clocks {
      let others = clocks.filter { other in
        other.interval.performer.isSame(as: clock.interval.performer)
          && (other.interval.group == nil || other.interval.group != clock.interval.group
            || other.words == clock.words)
      }
      guard others.count > 1 else { continue }
      let words = others.map(\.words).joined(separator: " and ")
      return "\(words) would run at once by \(clock.interval.performer.name)"
    }
    return nil
  }
}
