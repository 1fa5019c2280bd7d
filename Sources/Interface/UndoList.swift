import Billing
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

/// What undoing or redoing an entry comes to, with all that one key stored together with it.
struct UndoPreview {
  /// What would be stored.
  let drafts: [Draft]
  var changes: [Change] = []
  /// What could not both have been then: clocks, or minutes that were given.
  var collision: Clash?
  /// Why it cannot be, in a sentence: what rests on it has to go first.
  var refusal: String?

  /// - Parameter entry: what is to be undone, or redone where it was undone already.
  init(of entry: Entry, in session: Session, from logbook: Logbook, at now: Moment) {
    drafts = logbook.turning(entry, in: session, at: now)
    do throws(ImpossibleEntry) {
      let after = try logbook.trying(drafts)
      let sessions = drafts.flatMap(\.sessions).inOrder
      changes = Change.all(in: sessions, from: logbook, to: after, at: now)
      collision = after.clashes(of: sessions, since: logbook, at: now).first
    } catch {
      let later = session.entries.first { $0.id == error.entry && $0.id != entry.id }
      refusal =
        later.map {
          "Error: a later entry rests on it; undo that first: \(Wording.entry($0, in: session))."
        } ?? "Error: \(error.reason)."
    }
  }
}

extension Logbook {
  /// The entries that turn an entry round, and all that was stored together with it: undo takes the
  /// last first, redo the first.
  fileprivate func turning(_ entry: Entry, in session: Session, at now: Moment) -> [Draft] {
    let isUndone = session.undone.contains(entry.id)
    let together = stored(with: entry).filter { other in
      other.sessions.first.flatMap { sessions[$0]?.undone.contains(other.id) } == isUndone
    }
    return (isUndone ? together : together.reversed()).map { other in
      Draft(
        sessions: other.sessions, moment: now, author: session.visit.clinician,
        kind: isUndone ? .redone(entry: other.id) : .undone(entry: other.id))
    }
  }
}

extension [SessionID] {
  /// Each once, where it came first.
  var inOrder: [SessionID] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension Session {
  /// Everything that undo may leave out or redo bring back, the latest first.
  var undoableAndUndone: [Entry] {
    isSigned ? [] : entries.reversed().filter(\.kind.isUndoable)
  }
}

extension Clash {
  /// What it comes to, and what mends it.
  var advice: Advice {
    let performer = one.interval.performer
    let whose = performer.isSame(as: other.interval.performer) ? " by \(performer.name)" : ""
    if isRunning {
      return "Then \(name(one)) and \(name(other)) would run at once\(whose): stop one of them."
    }
    return
      "Then \(name(one)) \(times(one)) and \(name(other)) \(times(other)) would overlap\(whose):"
      + " \(.intervals) mends one of them."
  }

  private func name(_ given: GivenTime) -> String {
    "\(given.code) of \(given.session.visit.client)"
  }

  private func times(_ given: GivenTime) -> String {
    "\(given.interval.startTime.text)-\(given.interval.endTime?.text ?? "now")"
  }
}
