import Billing
import Paperwork
import Screen
import SessionLog

extension State {
  mutating func runOnSummary(
    _ command: Command, place: SummaryPlace, at now: Moment
  ) -> [Effect] {
    guard let session = logbook.sessions[place.session] else { return [] }
    switch command {
    case .up: scroll(session, by: -1, at: now)
    case .down: scroll(session, by: 1, at: now)
    case .pageUp: scroll(session, by: -pageRows, at: now)
    case .pageDown: scroll(session, by: pageRows, at: now)
    case .choose: choose(in: session, at: now)
    case .sign: beginSigning(session, at: now)
    case .addendum: openAddendum(to: session, at: now)
    case .coSign: openCoSignature(of: session)
    default: break
    }
    return []
  }

  private mutating func scroll(_ session: Session, by lines: Int, at now: Moment) {
    guard case .summary(var place) = place else { return }
    let count = note(of: session, columns: size.columns, at: now).count
    place.top = max(0, min(place.top + lines, count - pageRows))
    self.place = .summary(place)
  }

  private mutating func choose(in session: Session, at now: Moment) {
    guard !refusesChange(of: session) else { return }
    let bill = bill(of: session, at: now)
    guard bill.isTie else {
      notice = Notice("There is no choice: only one allocation is allowed.")
      return
    }
    overlay = .choices(selected: 0)
  }

  /// Begins to sign: clocks are stopped first, a `stop` finding refuses, open cautions are gone
  /// through, then the name is asked for.
  mutating func beginSigning(_ session: Session, at now: Moment) {
    guard !refusesChange(of: session) else { return }
    if logbook.day(of: session).contains(where: \.hasClock) {
      overlay = .stopBeforeSigning
      return
    }
    let bill = bill(of: session, at: now)
    guard bill.treatmentMinutes > 0 || bill.totalUnits > 0 else {
      notice = Notice(
        session.isTreated
          ? "Error: less than a minute is logged, so there is nothing to sign; once "
            + "\(key(of: .intervals)) takes it out, \(key(of: .absence)) can say why nothing took place."
          : "Nothing is logged yet: there is nothing to sign.", tone: .error)
      return
    }
    if let stop = bill.findings.first(where: { $0.severity == .stop }) {
      notice = Notice(
        "Not signed: STOP \(stop.id.rawValue). \(stop.message) "
          + setup.keymap.words(of: stop.advice), tone: .error)
      return
    }
    let waiting = bill.findings.count(where: \.isOpen)
    guard waiting == 0 else {
      overlay = .findings(FindingsBox(isSigning: true))
      notice = Notice(
        waiting == 1
          ? "Before the signature: mend the caution (!), or dismiss it with a reason."
          : "Before the signature: mend \(waiting) cautions (!), or dismiss them with a reason.")
      return
    }
    overlay = .signature(TextField(session.visit.clinician, limit: 60, isDefault: true))
  }

  /// Signs what the summary shows at this moment.
  mutating func sign(_ session: Session, as name: String, at now: Moment) -> [Effect] {
    let signature = Signature(
      name: name, bill: bill(of: session, at: now),
      text: NoteText(of: session, in: logbook, at: now, signedBy: name).lines.map(\.text),
      sessions: logbook.day(of: session).map(\.id), madeBy: setup.madeBy)
    return record(.signed(signature), in: [session.id], by: name, at: now)
  }

  // MARK: Boxes

  mutating func pressOnChoices(
    _ selected: Int, from origin: FindingsBox?, _ key: Key, at now: Moment
  ) -> [Effect] {
    guard let session else { return [] }
    let choices = bill(of: session, at: now).choices
    if key == .enter, choices.indices.contains(selected) {
      return record(.chosen(units: choices[selected]), in: [session.id], at: now)
    }
    if let step = key == .character("c") ? 1 : key.step ?? key.letterStep {
      overlay = .choices(
        selected: (selected + step + choices.count) % choices.count, from: origin)
    }
    return []
  }

  mutating func pressOnSignature(
    _ field: TextField, _ key: Key, at now: Moment
  ) -> [Effect] {
    guard let session else { return [] }
    if key == .enter {
      guard !field.trimmed.isEmpty else {
        notice = Notice("Error: a name is needed to sign.", tone: .error)
        return []
      }
      return sign(session, as: field.trimmed, at: now)
    }
    var field = field
    if field.press(key) { overlay = .signature(field) }
    return []
  }

  mutating func pressOnStopBeforeSigning(_ key: Key, at now: Moment) -> [Effect] {
    guard key == .enter, let session else { return [] }
    let clocks = logbook.day(of: session).filter(\.hasClock).map(\.id)
    return record(.allStopped, in: clocks, at: now)
  }
}
