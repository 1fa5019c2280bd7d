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
  /// Treatment that stands on the clock; what several clients had at the same time counts once.
  var clockedMinutes = 0
  /// Treatment that was typed without clock times: nobody can tell whether it was in the time worked.
  var minutesWithoutTimes = 0
  /// From the first clock to now, or to what ended last where no clock runs; none before the first.
  var worked: Stretch?

  /// A stretch of the day by the clock on the wall, both ends cut to whole minutes.
  struct Stretch: Hashable {
    var start: WallTime
    var end: WallTime

    /// As the two times state them; 0 where the clock was set back meanwhile.
    var minutes: Int { Int(max(0, end.milliseconds / 60_000 - start.milliseconds / 60_000)) }
  }

  var visitCount: Int { visits.values.reduce(0, +) }

  /// The treatment that filled the time worked.
  var productiveMinutes: Int { min(treatmentMinutes, clockedMinutes) }

  /// Whole percent of the time worked, rounded to the nearest; none where it cannot be told.
  var productivity: Int? {
    guard let worked, worked.minutes > 0, productiveMinutes <= worked.minutes,
      minutesWithoutTimes == 0
    else { return nil }
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
    totals.clockedMinutes = logbook.clockedMinutes(of: sessions, at: logbook.instant(of: now))
    totals.minutesWithoutTimes = logbook.minutesWithoutTimes(of: sessions)
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
    let intervals = sessions.flatMap(\.panes).flatMap(\.intervals)
    func isEarlier(_ left: WallTime, _ right: WallTime) -> Bool {
      left.milliseconds < right.milliseconds
    }
    guard let start = intervals.map(\.startTime).min(by: isEarlier) else { return nil }
    let entries = sessions.flatMap(\.entries).filter { $0.moment.localDay == date }
    let ends = intervals.compactMap(\.endTime) + entries.map(\.moment.wallTime)
    let isRunning = sessions.contains(where: \.hasClock)
    let end = isRunning ? now.wallTime : ends.max(by: isEarlier)
    return DayTotals.Stretch(start: start, end: end ?? now.wallTime)
  }
}
