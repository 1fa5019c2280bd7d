import Billing
import Screen
import SessionLog

extension State {
  /// The findings of a session's day in the order in which they are listed.
  func listedFindings(of session: Session, at now: Moment) -> [Finding] {
    shownBill(of: session, at: now).findings.byWeight.map(setup.keymap.shown)
  }

  /// The finding that is marked.
  func marked(_ box: FindingsBox, at now: Moment) -> Finding? {
    guard let session else { return nil }
    let findings = listedFindings(of: session, at: now)
    return findings.isEmpty ? nil : findings[min(box.selected, findings.count - 1)]
  }

  mutating func pressOnFindings(_ box: FindingsBox, _ key: Key, at now: Moment) -> [Effect] {
    guard let session else { return [] }
    if let dismissal = box.dismissal {
      return pressOnDismissal(dismissal, of: box, in: session, key, at: now)
    }
    let findings = listedFindings(of: session, at: now)
    if key == .pageUp || key == .pageDown {
      scroll(box, through: findings, by: key == .pageUp ? -1 : 1)
      return []
    }
    if let step = key.step ?? key.letterStep {
      var box = box
      box.top = 0
      box.selected = moved(min(box.selected, findings.count - 1), by: step, among: findings.count)
      overlay = .findings(box)
      return []
    }
    switch key {
    case .character("w"), .character("q"): overlay = nil
    case .enter, .character("m"):
      if let finding = marked(box, at: now) { mend(finding, of: session, in: box, at: now) }
    case .character("d"):
      dismiss(marked(box, at: now), alsoAlike: false, of: session, in: box, at: now)
    case .character("D"):
      dismiss(marked(box, at: now), alsoAlike: true, of: session, in: box, at: now)
    case .character("u"): return takeBack(marked(box, at: now), of: session, at: now)
    default: break
    }
    return []
  }

  /// Scrolls what is told of the marked one by as many lines as there is room for.
  private mutating func scroll(_ box: FindingsBox, through findings: [Finding], by pages: Int) {
    guard let layout = FindingsLayout(box, of: findings, columns: size.columns, rows: boxRows)
    else { return }
    var box = box
    box.top = layout.first(box.top + pages * layout.room)
    overlay = .findings(box)
  }

  // MARK: Mending

  private mutating func mend(
    _ finding: Finding, of session: Session, in box: FindingsBox, at now: Moment
  ) {
    guard !refusesChange(of: session) else { return }
    switch finding.mending {
    case .modifier(let code, let modifier)?:
      openModifiers(of: code, in: session, offering: modifier, from: box)
    case .note(let code)?: openNote(of: code, in: session, from: box, at: now)
    case .choice?: overlay = .choices(selected: 0, from: box)
    case .gap?: openGapBox()
    case nil:
      notice = Notice(
        finding.canBeDismissed
          ? "Nothing here mends it at once; d lets it stand with a reason."
          : "Nothing here mends it at once; what to do stands in the box.")
    }
  }

  // MARK: Letting stand

  /// Asks why a caution may stand, and with it all of its kind where that is wanted.
  private mutating func dismiss(
    _ finding: Finding?, alsoAlike: Bool, of session: Session, in box: FindingsBox, at now: Moment
  ) {
    guard let finding, !refusesChange(of: session) else { return }
    guard finding.canBeDismissed else {
      notice = Notice(
        finding.isDismissed
          ? "It stands already; u takes that back."
          : finding.severity == .stop
            ? "Error: a STOP is mended, not dismissed; only a caution (!) can stand with a reason."
            : "It needs no reason: it is only good to know.",
        tone: finding.severity == .stop ? .error : .plain)
      return
    }
    let alike = listedFindings(of: session, at: now)
      .filter { $0.canBeDismissed && $0.id == finding.id }
    var box = box
    box.dismissal = FindingsBox.Dismissal(
      facts: alsoAlike ? alike.map(\.fact) : [finding.fact],
      reason: TextField(
        lastReason(for: finding.id, in: session), limit: FindingsBox.Dismissal.limit,
        isDefault: true))
    overlay = .findings(box)
  }

  /// The reason typed last for a finding of that kind: often the next is the same.
  ///
  /// A late entry was given one as it was made.
  private func lastReason(for id: Finding.ID, in session: Session) -> String {
    for entry in session.entries.reversed() where !session.undone.contains(entry.id) {
      if case .dismissed(let fact, let reason) = entry.kind, fact.id == id { return reason }
      if id == .lateEntry, session.isLateStatement(entry), let reason = entry.reason {
        return reason
      }
    }
    return ""
  }

  private mutating func pressOnDismissal(
    _ dismissal: FindingsBox.Dismissal, of box: FindingsBox, in session: Session, _ key: Key,
    at now: Moment
  ) -> [Effect] {
    if key == .enter {
      guard !dismissal.reason.trimmed.isEmpty else {
        notice = Notice("Error: a reason is needed; it stands in the record.", tone: .error)
        return []
      }
      return record(
        dismissal.facts.map {
          draft(
            .dismissed(finding: $0, reason: dismissal.reason.trimmed), in: [session.id], at: now)
        })
    }
    var box = box
    if box.dismissal?.reason.press(key) == true { overlay = .findings(box) }
    return []
  }

  /// Opens again what a person let stand.
  private mutating func takeBack(
    _ finding: Finding?, of session: Session, at now: Moment
  ) -> [Effect] {
    guard let finding, !refusesChange(of: session) else { return [] }
    let dismissals = logbook.day(of: session).flatMap { session in
      session.entries.filter { entry in
        guard case .dismissed(let fact, _) = entry.kind, finding.isAnswered(by: fact) else {
          return false
        }
        return !session.undone.contains(entry.id)
      }
    }
    guard let last = dismissals.max(by: { $0.id < $1.id }) else {
      notice = Notice("It is open: there is nothing to take back.")
      return []
    }
    return record(.undone(entry: last.id), in: last.sessions, at: now)
  }

  // MARK: After an entry

  /// The box that stands once an entry is on disk, where one of these boxes asked for it: the same
  /// while more of what it asked for is to come, then the findings that it was opened from.
  mutating func goOn(from asked: Overlay?, after entry: Entry, at now: Moment) {
    guard let asked, let session else { return }
    // The clock may have been in another session of the day.
    if asked == .stopBeforeSigning, entry.kind == .allStopped {
      return beginSigning(session, at: now)
    }
    if case .intervals(let box) = asked { return goOn(from: box, after: entry) }
    guard entry.sessions.contains(session.id) else { return }
    switch (asked, entry.kind) {
    case (.undoList, .undone), (.undoList, .redone): overlay = asked
    case (.note(let form), .answered): goOn(from: form, in: session, at: now)
    case (.modifiers(let box), .modifierStated), (.modifiers(let box), .modifierRemoved):
      returnTo(box.origin, of: session, at: now)
    case (.dues, .started), (.dues, .stopped), (.dues, .resumed): overlay = asked
    case (.choices(_, let origin), .chosen): returnTo(origin, of: session, at: now)
    case (.findings(let box), .dismissed):
      let open = listedFindings(of: session, at: now).filter(\.isOpen).map(\.fact)
      if let facts = box.dismissal?.facts, facts.contains(where: open.contains) {
        overlay = asked
      } else {
        returnTo(box, of: session, at: now)
      }
    case (.findings(let box), .undone(let id)):
      returnTo(box, of: session, marking: fact(dismissedBy: id), at: now)
    default: break
    }
  }

  private func fact(dismissedBy id: EntryID) -> Finding.Fact? {
    guard case .dismissed(let fact, _)? = logbook.entries.first(where: { $0.id == id })?.kind
    else { return nil }
    return fact
  }

  /// The findings again; the signature where only that is left.
  ///
  /// The mark is on what is open again, else where it was, or on the open one nearest after it, then
  /// before it.
  mutating func returnTo(
    _ box: FindingsBox?, of session: Session, marking fact: Finding.Fact? = nil, at now: Moment
  ) {
    guard var box else { return }
    let findings = listedFindings(of: session, at: now)
    box.dismissal = nil
    box.top = 0
    let open = findings.indices.filter { findings[$0].isOpen }
    if open.isEmpty, box.isSigning { return beginSigning(session, at: now) }
    box.selected =
      findings.firstIndex { finding in fact.map(finding.isAnswered) ?? false }
      ?? open.first { $0 >= box.selected } ?? open.last
      ?? max(0, min(box.selected, findings.count - 1))
    overlay = .findings(box)
  }
}
