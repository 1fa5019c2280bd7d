import Billing

/// Which times of the wall an entry of a visit may name.
extension Entry {
  static let secondsOfADay: Int64 = 86_400
  static let millisecondsOfADay = secondsOfADay * 1000

  func requirePossibleTimes(in visit: Visit) throws(ImpossibleEntry) {
    switch kind {
    case .startMoved(let code, let start): try require(near: [start], in: visit, code.description)
    case .switchMoved(_, let time): try require(near: [time], in: visit, "the switch")
    case .intervalStated(let code, let start, let end):
      try require(near: [start, end], in: visit, "an interval of \(code)")
      try requireInterval(of: code, from: start, to: end)
    case .intervalCorrected(let code, _, let start, let end):
      try require([start] + (end.map { [$0] } ?? []), in: visit, "an interval of \(code)")
    case .intervalSplit(let code, _, let time, _):
      try require([time], in: visit, "an interval of \(code)")
    case .stretchRemoved(let code, _, let start, let end):
      try require([start, end], in: visit, "an interval of \(code)")
    default: break
    }
  }

  private func requireInterval(
    of code: ProcedureCode, from start: WallTime, to end: WallTime
  ) throws(ImpossibleEntry) {
    let reason: String? =
      if start.milliseconds >= end.milliseconds {
        "the interval of \(code) ends before it begins"
      } else if end.milliseconds - start.milliseconds > Self.millisecondsOfADay {
        "the interval of \(code) would be longer than 24 hours"
      } else {
        nil
      }
    if let reason { throw ImpossibleEntry(entry: id, reason: reason) }
  }

  /// Requires times of the day of service, or of the days beside it: a session may run past
  /// midnight, not longer.
  private func require(
    _ times: [WallTime], in visit: Visit, _ what: String
  ) throws(ImpossibleEntry) {
    guard times.allSatisfy({ abs($0.dayNumber - visit.date.dayNumber) <= 1 }) else {
      throw ImpossibleEntry(
        entry: id,
        reason: "\(what) would be more than a day from \(visit.date), the date of service")
    }
  }

  /// The same, or times at most two days from the entry, for what the running clocks made: the day
  /// that they told may have been wrong.
  private func require(
    near times: [WallTime], in visit: Visit, _ what: String
  ) throws(ImpossibleEntry) {
    let most = 2 * Self.millisecondsOfADay
    let range = moment.wall - most...moment.wall + most
    if times.allSatisfy({ range.contains($0.milliseconds) }) { return }
    try require(times, in: visit, what)
  }
}
