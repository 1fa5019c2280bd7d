import Billing
import Paperwork
import Screen
import SessionLog

// MARK: Noticing

extension State {
  /// Seconds from which on a gap is worth a word.
  private static let shortestGap: Int64 = 60

  /// Asks the journal to note that the clocks did not go on evenly since they were read last.
  ///
  /// Both clocks of practice are made up; whoever only looks records nothing.
  mutating func noticeGap(at now: Moment) -> [Effect] {
    defer { (lastSeen, hasLooked) = (now, true) }
    guard let last = lastSeen, !setup.isLookOnly, !setup.isPractice else { return [] }
    let running = sessionsWithClock.filter { !$0.running.isEmpty && !$0.isClosed }.map(\.id)
    guard now.boot == last.boot else {
      return note(
        .restarted, seconds: (now.wall - last.wall) / 1000, in: running, at: now)
    }
    let slept = (now.steady - last.steady - (now.awake - last.awake)) / 1000
    let step = (now.wall - last.wall - (now.steady - last.steady)) / 1000
    return note(.slept, seconds: slept, in: running, at: now)
      + note(.clockMoved, seconds: step, in: touchedToday(at: now), at: now)
  }

  private mutating func note(
    _ cause: ClockGap.Cause, seconds: Int64, in sessions: [SessionID], at now: Moment
  ) -> [Effect] {
    let length = cause == .clockMoved ? abs(seconds) : seconds
    guard length >= Self.shortestGap, !sessions.isEmpty else { return [] }
    let end = now.wallTime
    let gap = ClockGap(
      cause: cause, start: end.advanced(by: -seconds * 1000), end: end, seconds: seconds,
      lookedLast: hasLooked || cause == .clockMoved ? nil : lastSeen?.wallTime)
    return record(.noticed(gap), in: sessions, at: now)
  }

  /// Today's sessions in which a clock runs or something was given: a set clock shows in their times.
  private func touchedToday(at now: Moment) -> [SessionID] {
    logbook.sessions.values
      .filter { session in
        !session.isClosed
          && (session.hasClock
            || session.visit.date == now.localDay
              && session.panes.contains { !$0.intervals.isEmpty })
      }
      .map(\.id).sorted()
  }
}

extension State {
  /// Takes what the clocks did; a clock that was set is only told.
  mutating func take(_ gap: ClockGap, noticedBy entry: Entry) {
    guard takeFromElsewhere(entry) else { return }
    if gap.cause == .clockMoved {
      notice = Notice(
        "The wall clock was set from \(gap.start.text) to \(gap.end.text); no duration changed."
          + " \(key(of: .intervals)) mends a time.")
    }
    askAboutGap()
  }
}

// MARK: Asking

extension State {
  /// The first gap that nobody has answered, in the session of the screen before the others.
  var openGap: GapBox? {
    let others = logbook.sessions.values.filter { $0.id != session?.id }.sorted { $0.id < $1.id }
    for session in [session].compactMap(\.self) + others where !session.isClosed {
      if let gap = session.gaps.first(where: \.isOpen) {
        return GapBox(session: session.id, entry: gap.entry)
      }
    }
    return nil
  }

  /// Asks about a gap once, as soon as nothing else stands in front of the screen.
  mutating func askAboutGap() {
    guard overlay == nil, lock == nil, !setup.isLookOnly, scene != nil,
      let box = openGap, !postponedGaps.contains(box.entry)
    else { return }
    overlay = .gap(box)
  }

  /// Opens the question again that was left for later.
  mutating func openGapBox() {
    guard !refusesToRecord() else { return }
    guard let box = openGap else {
      notice = Notice(
        "Every gap of the clocks is answered; \(key(of: .intervals)) corrects an interval.")
      return
    }
    overlay = .gap(box)
  }

  /// Leaves a gap for later: it counts until somebody says otherwise.
  mutating func postpone(_ box: GapBox) {
    postponedGaps.insert(box.entry)
    guard let gap = gap(of: box) else { return }
    notice = Notice(
      "\(Wording.clock(seconds: gap.seconds)) \(gap.cause == .slept ? "asleep" : "away"), \(gap.placeInWords), count as they"
        + " are; : gap asks again.")
  }

  func gap(of box: GapBox) -> ClockGap? {
    logbook.sessions[box.session]?.gaps.first { $0.entry == box.entry }?.gap
  }

  // MARK: Answering

  mutating func pressOnGap(_ box: GapBox, _ key: Key, at now: Moment) -> [Effect] {
    if let field = box.field { return press(key, into: field, of: box, at: now) }
    var box = box
    switch key {
    case .character("k"): return settle(box, .keep, at: now)
    case .character("t"): return settle(box, .takeOut, at: now)
    case .character("s"):
      box.field = TextField(limit: 4)
      overlay = .gap(box)
    default: break
    }
    return []
  }

  private mutating func press(
    _ key: Key, into field: TextField, of box: GapBox, at now: Moment
  ) -> [Effect] {
    if key == .enter {
      // What is wrong stands in the box already.
      guard case .success(let answer) = splitAnswer(of: box) else { return [] }
      return settle(box, answer, at: now)
    }
    var field = field
    if field.press(key) { overlay = .gap(box.with(field)) }
    return []
  }

  private mutating func settle(
    _ box: GapBox, _ answer: GapAnswer, at now: Moment
  ) -> [Effect] {
    guard let draft = draft(of: answer, to: box, at: now) else { return [] }
    return record(draft.kind, in: draft.sessions, at: now)
  }

  /// The entry that an answer is stored as, about every session whose timer ran.
  func draft(of answer: GapAnswer, to box: GapBox, at now: Moment) -> Draft? {
    guard let gap = gap(of: box), let session = logbook.sessions[box.session],
      let noticed = session.entries.first(where: { $0.id == box.entry })
    else { return nil }
    return Draft(
      sessions: noticed.sessions.filter { logbook.sessions[$0]?.isClosed == false }, moment: now,
      author: session.visit.clinician,
      kind: .gapSettled(entry: box.entry, seconds: answer.seconds(of: gap)))
  }

  /// The minutes that were typed, or what is wrong with them.
  func splitAnswer(of box: GapBox) -> Result<GapAnswer, TimeRefusal> {
    guard let gap = gap(of: box), let field = box.field else {
      return .failure(TimeRefusal("The gap is settled."))
    }
    let most = Int(gap.seconds / 60)
    guard !field.isEmpty else {
      return .failure(TimeRefusal("How many minutes from its beginning count: 1 to \(most)."))
    }
    guard let minutes = Int(field.trimmed), (1...max(1, most)).contains(minutes) else {
      return .failure(
        TimeRefusal("Error: whole minutes from 1 to \(most) are taken; k keeps, t takes out."))
    }
    return .success(.split(minutes: minutes))
  }
}
