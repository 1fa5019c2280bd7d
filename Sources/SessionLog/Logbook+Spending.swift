public import Billing

extension Logbook {
  /// What counts toward the yearly threshold before the day of `session`: the bills of the client's
  /// earlier days of the calendar year in its pool, signed ones as signed and the others as they
  /// would be, and what other providers were allowed.
  ///
  /// PT and SLP share one amount, OT has its own (Pub 100-04 ch. 5 s.10.3). Nothing where the payer
  /// has no threshold, and where neither fees nor an amount from elsewhere are known. It can be no
  /// more complete than the logbook: the client's whole year has to be in it.
  public func spending(before session: Session, at now: Instant) -> Spending? {
    guard session.visit.payer.terms?.hasThreshold == true else { return nil }
    let year = sessions.values.filter { $0.countsToward(thresholdOf: session) }
    let elsewhere = Self.allowedElsewhere(in: year)
    guard tables.fees != nil || elsewhere != nil else { return nil }
    var spending = Spending(before: elsewhere ?? 0)
    var unpriced: Set<ProcedureCode> = []
    for bill in bills(of: year, before: session, at: now) {
      for line in bill.lines {
        if let amount = tables.fees?.amount(of: line.code, on: bill.date) {
          spending.before += amount * line.units
        } else {
          unpriced.insert(line.code)
        }
      }
    }
    spending.unpriced = unpriced.sorted()
    return spending
  }

  /// The bills of the days before that of `session`, and of its own day under another discipline
  /// that was opened first; each day once.
  private func bills(of year: [Session], before session: Session, at now: Instant) -> [Bill] {
    let opened = day(of: session).map(\.id).min() ?? session.id
    return year.compactMap { other -> Bill? in
      let sessions = day(of: other)
      guard sessions.first?.id == other.id, !other.isBilled(with: session),
        (other.visit.date, other.id) < (session.visit.date, opened)
      else { return nil }
      if sessions.allSatisfy(\.isSigned), let last = sessions.max(by: Session.isSignedBefore) {
        return last.signature?.bill
      }
      return bill(treatmentDayAlone(of: other, at: now), for: other.visit.payer, using: tables)
    }
  }

  /// The amount that was stated last.
  private static func allowedElsewhere(in sessions: [Session]) -> Int? {
    sessions.compactMap(\.elsewhere).max { $0.entry < $1.entry }?.cents
  }
}

extension Session {
  /// Whether it is of the same client, calendar year, pool and kind of payer.
  fileprivate func countsToward(thresholdOf other: Session) -> Bool {
    visit.clientKey == other.visit.clientKey && visit.date.year == other.visit.date.year
      && (visit.discipline == .occupationalTherapy)
        == (other.visit.discipline == .occupationalTherapy)
      && visit.payer.terms?.hasThreshold ?? (visit.payer.name == other.visit.payer.name)
  }

  fileprivate static func isSignedBefore(_ left: Session, _ right: Session) -> Bool {
    guard let left = left.signing, let right = right.signing else { return left.signing == nil }
    return left < right
  }
}
