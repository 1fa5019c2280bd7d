extension Review {
  /// `long-timer`: a timer that has been on for longer than is usual, or past the planned end of the
  /// visit.
  ///
  /// It goes on all the same; but a code that came to more minutes than a day has is not signed.
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
    return overnight + long + over
  }

  /// Codes whose clocks were forgotten for longer than a day.
  private var overnight: [Finding] {
    worksheet.items.filter { $0.minutes > LogFacts.minutesOfDay }.map { item in
      Finding(
        .longTimer, .stop, codes: [item.code],
        message: "\(item.code) has \(quantity(item.minutes, "minute")), more than a day has.",
        remedy: "Its clock was forgotten: take out with e what was no treatment.",
        source: .ownClocks, detail: "over a day")
    }
  }

  private func longTimer(
    _ timer: LogFacts.RunningTimer, _ words: String, detail: String
  ) -> Finding {
    Finding(
      .longTimer, .info, codes: [timer.code], message: "\(timer.code) \(words).",
      remedy: "It goes on. If you forgot to switch, \(.switchBack) moves the switch back;"
        + " \(.intervals) corrects a time.",
      source: .ownClocks, detail: detail)
  }
}
