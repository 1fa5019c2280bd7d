import Billing
package import SessionLog

extension State {
  /// The program as it begins: on the visit whose clock still runs, with the gap told; otherwise on
  /// the list.
  ///
  /// - Parameters:
  ///   - holder: another copy of the program that has the journal, in a few words.
  ///   - drafts: what was typed into forms and not stored.
  package static func starting(
    setup: Setup, logbook: Logbook, at now: Moment, besides holder: String? = nil,
    drafts: [String: FormDraft] = [:]
  ) -> State {
    var state = State(setup: setup, logbook: logbook)
    state.drafts = drafts
    // What the clocks did since then is noticed with the first input.
    state.lastSeen = logbook.entries.last?.moment
    state.lastInput = now
    if setup.hasPIN { state.lock = Lock(since: now) }
    if let session = state.sessionsWithClock.last {
      state.open(session.id)
      state.overlay = state.begunPauseReason(of: session)
      if !setup.isPractice { state.notice = state.gap(of: session, at: now) }
    } else if setup.isPractice, let session = logbook.sessions.values.first {
      state.open(session.id)
      state.notice = Notice(
        "A made-up visit to try things on: 1 starts a clock, 2 switches, "
          + "\(state.key(of: .help)) helps.")
    }
    if let holder { state.overlay = .inUse(holder) }
    state.takeUpForm()
    return state
  }

  /// Says what went on while nobody looked: which clock runs, since when, and how long ago the last
  /// key was.
  private func gap(of session: Session, at now: Moment) -> Notice? {
    guard let last = logbook.entries.last else { return nil }
    let minutes = now.elapsed(since: last.moment) / 60_000
    let ago = "last entry \(last.moment.wallTime.text), \(Wording.duration(minutes: minutes)) ago"
    let restart =
      last.moment.boot == now.boot
      ? "" : " The machine was started anew: time across it is by the wall clock."
    guard let code = session.running.first,
      let interval = session[code]?.intervals.last(where: \.isRunning)
    else { return Notice("\(session.visit.client) is paused; \(ago).\(restart)") }
    let mend =
      setup.isLookOnly ? "" : " It counts; \(key(of: .time)) mends it."
    return Notice("\(code) runs since \(interval.startTime.text); \(ago).\(mend)\(restart)")
  }
}

extension Session {
  /// The index of the pane whose clock runs or waits.
  var firstWithClock: Int? {
    panes.firstIndex { $0.isRunning || resumes.contains($0.code) }
  }
}

/// The made-up visit of practice: a client, three codes, no minute yet.
package func practiceKinds(setup: Setup, at now: Moment) -> [Entry.Kind] {
  let visit = Visit(
    client: "KM·47", discipline: .occupationalTherapy, payer: setup.payers[0],
    clinician: setup.author, date: now.localDay)
  let codes = ["97110", "97530", "97535"].compactMap(ProcedureCode.init)
  return [.opened(visit)] + codes.map { .added(code: $0) }
}
