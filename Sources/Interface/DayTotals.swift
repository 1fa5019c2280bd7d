import Billing
import SessionLog

/// What a day comes to.
struct DayTotals: Hashable {
  /// Visits of the day by how far they are.
  var visits: [Standing: Int] = [:]
  /// Minutes and units of the bills: visits that are billed together count once.
  var timedMinutes = 0
  var treatmentMinutes = 0
  var units = 0
  /// From the first clock to now, or to the last entry where no clock runs; none before the first.
  var worked: Stretch?
  /// Treatment minutes that a group gave at the same time, beyond the first client's.
  var sharedMinutes = 0

  /// A stretch of the day by the clock on the wall.
  struct Stretch: Hashable {
    var start: WallTime
    var end: WallTime

    /// Whole minutes; 0 where the clock was set back meanwhile.
    var minutes: Int { Int(max(0, end.milliseconds - start.milliseconds) / 60_000) }
  }

  var visitCount: Int { visits.values.reduce(0, +) }

  /// The treatment that filled the performer's own time: a group's minutes once.
  var productiveMinutes: Int { treatmentMinutes - sharedMinutes }

  /// Whole percent of the time worked, rounded to the nearest.
  var productivity: Int? {
    guard let worked, worked.minutes > 0 else { return nil }
    return (200 * productiveMinutes + worked.minutes) / (2 * worked.minutes)
  }
}

extension State {
  /// What the visits of one day come to.
  func totals(of date: ServiceDate, at now: Moment) -> DayTotals {
    let sessions = logbook.sessions.values.filter { $0.visit.date == date }
      .sorted { $0.id < $1.id }
    var totals = DayTotals()
    for session in sessions { totals.visits[session.standing, default: 0] += 1 }
    for session in sessions where session.id == representative(of: session).id {
      let bill = shownBill(of: session, at: now)
      totals.timedMinutes += bill.timedMinutes
      totals.treatmentMinutes += bill.treatmentMinutes
      totals.units += bill.totalUnits
    }
    totals.worked = worked(in: sessions, on: date, at: now)
    totals.sharedMinutes = sharedMinutes(of: sessions, at: logbook.instant(of: now))
    return totals
  }

  /// The session that states the bill of its day: one that is not signed yet, for its bill has the
  /// whole day; else the one that was signed last.
  private func representative(of session: Session) -> Session {
    let day = logbook.day(of: session)
    if let unsigned = day.last(where: { !$0.isClosed }) { return unsigned }
    let signed = day.filter(\.isSigned)
      .max { $0.signature?.sessions.count ?? 0 < $1.signature?.sessions.count ?? 0 }
    return signed ?? session
  }

  private func worked(
    in sessions: [Session], on date: ServiceDate, at now: Moment
  ) -> DayTotals.Stretch? {
    let starts = sessions.flatMap(\.panes).flatMap(\.intervals).map(\.startTime)
    guard let start = starts.min(by: { $0.milliseconds < $1.milliseconds }) else { return nil }
    let last = sessions.flatMap(\.entries).filter { $0.moment.localDay == date }
      .map(\.moment.wallTime).max { $0.milliseconds < $1.milliseconds }
    let isRunning = sessions.contains(where: \.hasClock)
    return DayTotals.Stretch(start: start, end: isRunning ? now.wallTime : last ?? now.wallTime)
  }

  /// Minutes that several clients of a group were given at the same time, beyond the first one's.
  private func sharedMinutes(of sessions: [Session], at now: Instant) -> Int {
    let intervals = sessions.flatMap(\.panes).flatMap(\.intervals).filter { $0.group != nil }
    let groups = Dictionary(grouping: intervals, by: \.group)
    let shared = groups.values.reduce(Int64(0)) { shared, members in
      let lengths = members.map { $0.milliseconds(at: now) }
      return shared + lengths.reduce(0, +) - (lengths.max() ?? 0)
    }
    return Int(shared / 60_000)
  }
}
