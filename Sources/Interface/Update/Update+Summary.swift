import Billing
import Paperwork
import SessionLog

extension State {
  mutating func runOnSummary(
    _ command: Command, place: SummaryPlace, at now: Moment
  ) -> [Effect] {
    guard let session = logbook.sessions[place.session] else { return [] }
    switch command {
    case .up: scroll(session, by: -1, at: now)
    case .down: scroll(session, by: 1, at: now)
    case .pageUp: scroll(session, by: -10, at: now)
    case .pageDown: scroll(session, by: 10, at: now)
    case .choose: choose(in: session, at: now)
    case .sign: beginSigning(session, at: now)
    default: break
    }
    return []
  }

  private mutating func scroll(_ session: Session, by lines: Int, at now: Moment) {
    guard case .summary(var place) = place else { return }
    let count = NoteText(of: session, in: logbook, at: now).lines.count
    place.top = min(max(0, count - 1), max(0, place.top + lines))
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

  /// Begins to sign: clocks are stopped first, a `stop` finding refuses, then the name is asked
  /// for.
  mutating func beginSigning(_ session: Session, at now: Moment) {
    guard !refusesChange(of: session) else { return }
    if logbook.day(of: session).contains(where: \.hasClock) {
      overlay = .stopBeforeSigning
      return
    }
    if let stop = bill(of: session, at: now).findings.first(where: { $0.severity == .stop }) {
      notice = Notice(
        "Not signed: STOP \(stop.id.rawValue). \(stop.message) \(stop.remedy)", tone: .error)
      return
    }
    overlay = .signature(TextField(signer ?? session.visit.clinician, limit: 60))
  }

  /// Signs what the summary shows at this moment.
  mutating func sign(_ session: Session, as name: String, at now: Moment) -> [Effect] {
    let signature = Signature(
      name: name, bill: bill(of: session, at: now),
      text: NoteText(of: session, in: logbook, at: now, signedBy: name).lines.map(\.text),
      sessions: logbook.day(of: session).map(\.id), madeBy: setup.madeBy)
    return record(.signed(signature), in: [session.id], by: name, at: now)
  }
}
