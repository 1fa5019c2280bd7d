extension Review {
  /// `slept`: the machine slept, or was off, under a running timer, and somebody has to say what
  /// that time was.
  ///
  /// As long as nobody has, all of it counts.
  var sleeps: [Finding] {
    gaps { $0 != .clockMoved }.map { gap in
      Finding(
        .slept, .info, codes: gap.codes, message: "\(what(gap)); \(counted(gap)).",
        remedy: gap.keptSeconds == nil
          ? "Answer once (\(.findings), Enter): keep it, take it out, or split it."
          : "It was answered; \(.intervals) corrects the interval.",
        source: .ownClocks, detail: "\(gap.start)-\(gap.end)")
    }
  }

  private func what(_ gap: LogFacts.Gap) -> String {
    let length = minutes(gap.seconds)
    let under = gap.codes.isEmpty ? "" : ", while \(list(gap.codes)) ran"
    let place =
      gap.lookedLast.map { "somewhere between \($0) and \(gap.end)" } ?? "\(gap.start)-\(gap.end)"
    return gap.cause == .slept
      ? "The machine slept \(place), \(length)\(under)"
      : "The machine was started anew \(place), \(length) by the wall clock\(under)"
  }

  private func counted(_ gap: LogFacts.Gap) -> String {
    switch gap.keptSeconds {
    case nil: "all of it is counted until somebody says what it was"
    case 0: "none of it is counted, as was said"
    case let kept? where kept >= gap.seconds: "all of it is counted, as was said"
    case let kept?: "the first \(minutes(kept)) of it are counted, as was said"
    }
  }

  /// `clock-moved`: the wall clock was set under a running timer.
  ///
  /// What was clocked stays as long as it was; only the moments shown are other ones.
  var movedClocks: [Finding] {
    gaps { $0 == .clockMoved }.map { gap in
      let direction = gap.seconds < 0 ? "back" : "forward"
      return Finding(
        .clockMoved, .info, codes: gap.codes,
        message: "The clock of the machine was set \(direction) \(minutes(abs(gap.seconds))), from"
          + " \(gap.start) to \(gap.end); no duration changes.",
        remedy: "Look whether the times shown are right; \(.intervals) corrects an interval.",
        source: .ownClocks, detail: "\(gap.start)-\(gap.end)")
    }
  }

  private func gaps(where isMeant: (LogFacts.Gap.Cause) -> Bool) -> [LogFacts.Gap] {
    day.facts?.gaps.filter { isMeant($0.cause) } ?? []
  }

  /// Seconds as whole minutes, below one as seconds.
  private func minutes(_ seconds: Int) -> String {
    seconds < 60 ? quantity(seconds, "second") : quantity(seconds / 60, "minute")
  }
}
