package import Billing
package import SessionLog

/// What there is to say about one session at a moment.
package struct SessionReport {
  package let session: Session
  let logbook: Logbook
  /// The moment, on the log's own axis.
  let instant: Instant

  package init(_ session: Session, in logbook: Logbook, at moment: Moment) {
    self.session = session
    self.logbook = logbook
    instant = logbook.instant(of: moment)
  }

  /// The bill of the session's day; for a signed one the bill that was signed, never a new one.
  package var bill: Bill {
    session.signature?.bill
      ?? Billing.bill(
        logbook.treatmentDay(of: session, at: instant), for: session.visit.payer,
        using: logbook.tables)
  }

  /// Whole minutes of the session's own codes.
  var minutes: Int { session.panes.reduce(0) { $0 + $1.minutes(at: instant) } }

  /// Whole minutes of treatment of the session: a service beside another counts once.
  var treatmentMinutes: Int { logbook.treatmentMinutes(of: session, at: instant) }

  /// How it stands, in one word.
  var standing: Standing {
    if session.isSigned { return .signed }
    switch session.absence?.cause {
    case .noShow: return .noShow
    case .cancelled: return .cancelled
    case nil: break
    }
    if session.isPlanned { return .planned }
    if session.isPaused { return .paused }
    return session.running.isEmpty ? .open : .running
  }

  enum Standing: String {
    case planned, open, running, paused, signed
    case noShow = "no-show"
    case cancelled
  }
}
