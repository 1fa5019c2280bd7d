extension Review {
  /// `overlap`: exclusive intervals share time: this client's whoever gave them, and one performer's
  /// for whichever client.
  ///
  /// Supervised modalities may run beside anything; members of one group share their minutes.
  var overlaps: [Finding] {
    sharedTimes.filter { shared in
      isExclusive(shared.mine.code) && isExclusive(shared.other.code)
    }.map { shared in
      Finding(
        .overlap, .stop, codes: shared.codes,
        message: "\(shared.words) overlap, \(wrong(with: shared)).",
        remedy: shared.other.unsplitDiscipline == nil
          ? "Correct the times so that each minute stands once."
          : "Split the minutes between the two with \(.performer), or correct the times.",
        source: shared.isOfOnePerformer ? .oneThingAtATime : .oneClientOnce)
    }
  }

  private func wrong(with shared: SharedTime) -> String {
    if let other = shared.other.unsplitDiscipline {
      let mine = day.discipline.map { "\($0.rawValue) and " } ?? "also "
      return "and the client had \(mine)\(other.rawValue) at the same time"
    }
    return shared.isOfOnePerformer
      ? "and one performer does one thing at a time"
      : "and one client's minutes are billed once, whoever gives them"
  }

  /// Two intervals that share time, of one performer or of one client.
  struct SharedTime {
    var mine: LoggedInterval
    var other: LoggedInterval
    /// Whether the other stands in a session that is billed apart.
    var isElsewhere: Bool

    var isOfOnePerformer: Bool { mine.performer == other.performer }
    var codes: [ProcedureCode] { Set([mine.code, other.code]).sorted() }
    var words: String {
      "\(mine.code) \(mine.label) and \(other.code) \(other.label)"
        + (isElsewhere
          ? other.isForAnotherClient ? " for another client" : " in another session" : "")
    }
  }

  /// Every pair of the client's intervals that share time, and of one performer's elsewhere, but for
  /// the members of one group.
  var sharedTimes: [SharedTime] {
    guard !day.intervals.isEmpty else { return [] }
    var shared: [SharedTime] = []
    let mine = day.intervals.sorted { $0.precedes($1) }
    for (place, interval) in mine.enumerated() {
      for other in mine[(place + 1)...] where interval.sharesTime(with: other) {
        shared.append(SharedTime(mine: interval, other: other, isElsewhere: false))
      }
      for other in day.elsewhere
      where other.binds(interval.performer) && interval.sharesTime(with: other) {
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
  /// Whether both were given at one time, for longer than the second to which a moment is known.
  func sharesTime(with other: LoggedInterval) -> Bool {
    min(end, other.end) - max(start, other.start) > 1000
  }

  /// Whether what is done elsewhere keeps a performer from the day's client.
  fileprivate func binds(_ performer: String) -> Bool {
    self.performer == performer || unsplitDiscipline != nil
  }

  fileprivate func precedes(_ other: LoggedInterval) -> Bool {
    if (start, end) != (other.start, other.end) { return (start, end) < (other.start, other.end) }
    return (code, label) < (other.code, other.label)
  }
}
