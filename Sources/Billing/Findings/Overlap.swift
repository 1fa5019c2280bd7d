extension Review {
  /// `overlap`: one performer's exclusive intervals share time, for this client or another.
  ///
  /// Supervised modalities may run beside anything; members of one group share their minutes.
  var overlaps: [Finding] {
    sharedTimes.filter { shared in
      isExclusive(shared.mine.code) && isExclusive(shared.other.code)
    }.map { shared in
      Finding(
        .overlap, .stop, codes: shared.codes,
        message: "\(shared.words) overlap, and one performer does one thing at a time.",
        remedy: "Correct the times so that each minute stands once.",
        source: .oneThingAtATime)
    }
  }

  /// Two intervals of one performer that share time.
  struct SharedTime {
    var mine: LoggedInterval
    var other: LoggedInterval
    /// Whether the other stands in a session that is billed apart.
    var isElsewhere: Bool

    var codes: [ProcedureCode] { Set([mine.code, other.code]).sorted() }
    var words: String {
      "\(mine.code) \(mine.label) and \(other.code) \(other.label)"
        + (isElsewhere
          ? other.isForAnotherClient ? " for another client" : " in another session" : "")
    }
  }

  /// Every pair of intervals that share time of one performer, but for the members of one group.
  var sharedTimes: [SharedTime] {
    guard !day.intervals.isEmpty else { return [] }
    var shared: [SharedTime] = []
    let mine = day.intervals.sorted { $0.precedes($1) }
    for (place, interval) in mine.enumerated() {
      for other in mine[(place + 1)...] where interval.sharesTime(with: other) {
        shared.append(SharedTime(mine: interval, other: other, isElsewhere: false))
      }
      for other in day.elsewhere where interval.sharesTime(with: other) {
        guard other.code != interval.code || catalog[other.code]?.attendance != .group else {
          continue
        }
        shared.append(SharedTime(mine: interval, other: other, isElsewhere: true))
      }
    }
    return shared
  }

  /// An unknown code is exclusive: everything is, but what is known to be supervised.
  private func isExclusive(_ code: ProcedureCode) -> Bool {
    catalog[code]?.attendance.isExclusive ?? true
  }
}

extension LoggedInterval {
  fileprivate func sharesTime(with other: LoggedInterval) -> Bool {
    performer == other.performer && max(start, other.start) < min(end, other.end)
  }

  fileprivate func precedes(_ other: LoggedInterval) -> Bool {
    if (start, end) != (other.start, other.end) { return (start, end) < (other.start, other.end) }
    return (code, label) < (other.code, other.label)
  }
}
