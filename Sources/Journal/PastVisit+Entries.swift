import Billing
import SessionLog

/// A session's line in the index, as its entries tell it.
extension PastVisit {
  /// A session as it is opened.
  init(_ session: SessionID, opening visit: Visit) {
    self.init(
      session: session, client: visit.client, discipline: visit.discipline, date: visit.date,
      payer: visit.payer.name, clinician: visit.clinician, standing: .open)
    for code in visit.codes ?? [] { addPane(of: code) }
  }

  /// A session as all its entries leave it, those left out that were undone; nothing where none
  /// opens it.
  init?(_ session: SessionID, telling entries: [Entry]) {
    var undone: Set<EntryID> = []
    for entry in entries {
      switch entry.kind {
      case .undone(let target): undone.insert(target)
      case .redone(let target): undone.remove(target)
      default: break
      }
    }
    guard let first = entries.first, case .opened(let visit) = first.kind else { return nil }
    self.init(session, opening: visit)
    for entry in entries where !undone.contains(entry.id) { take(entry) }
  }

  /// Takes in what one more entry tells of it.
  ///
  /// What another session's entry does here, as stopping a clock, tells nothing that is listed.
  mutating func take(_ entry: Entry) {
    if case .groupStarted(let code, let members, _) = entry.kind, members.contains(session) {
      addPane(of: code)
      isTreated = true
    }
    guard entry.sessions.first == session else { return }
    switch entry.kind {
    case .added(let code): addPane(of: code)
    case .started, .secondsTyped, .totalStated, .intervalStated: isTreated = true
    case .unitsStated(_, let units): isTreated = isTreated || units > 0
    case .visitCorrected(let visit): correct(by: visit)
    case .notHeld(let absence):
      standing = absence.cause == .noShow ? .noShow : .cancelled
    case .signed(let signature):
      standing = .signed
      units = signature.bill.totalUnits
      minutes = signature.bill.treatmentMinutes
    default: break
    }
  }

  private mutating func addPane(of code: ProcedureCode) {
    if !codes.contains(code) { codes.append(code) }
  }

  /// The date of service stays, and so do the panes.
  private mutating func correct(by visit: Visit) {
    client = visit.client
    discipline = visit.discipline
    payer = visit.payer.name
    clinician = visit.clinician
  }
}
