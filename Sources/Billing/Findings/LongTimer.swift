extension Review {
  /// `long-timer`: a timer that has been on for longer than is usual, or past the planned end of the
  /// visit.
  ///
  /// It goes on all the same.
  var longTimers: [Finding] {
    guard let facts = day.facts else { return [] }
    let limit = tables.longTimerMinutes
    let long = facts.timers.filter { $0.minutes >= limit }.map { timer in
      longTimer(
        timer, "has been on for \(quantity(timer.minutes, "minute"))",
        detail: "over \(limit)")
    }
    let over = facts.timers.compactMap { timer in
      timer.overrun.map { overrun in
        longTimer(
          timer,
          "is on \(quantity(overrun.minutes, "minute")) past the planned end, \(overrun.plannedEnd)",
          detail: "past \(overrun.plannedEnd)")
      }
    }
    return long + over
  }

  private func longTimer(
    _ timer: LogFacts.RunningTimer, _ words: String, detail: String
  ) -> Finding {
    Finding(
      .longTimer, .info, codes: [timer.code], message: "\(timer.code) \(words).",
      remedy: "It goes on. If you forgot to switch, b moves the switch back; e corrects a time.",
      source: .ownClocks, detail: detail)
  }
}
