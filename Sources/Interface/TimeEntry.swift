package import Billing
package import SessionLog

/// What was typed into the time field of a pane.
package enum TimeEntry: Hashable, Sendable {
  /// `-5`: the last interval began so many minutes earlier.
  case earlier(minutes: Int)
  /// `+5`: so many minutes are added.
  case added(minutes: Int)
  /// `24m`: the pane's total.
  case total(minutes: Int)
  /// `1305-1320`: an interval, in minutes of the day.
  case interval(start: Int, end: Int)
  /// `1:05p`: the start of the last interval, in minutes of the day.
  case start(Int)
  /// `3u`: units of a code that is counted.
  case units(Int)
  /// `timed`, `untimed`: for a code whose timing depends.
  case timing(isTimed: Bool)

  /// The most minutes that can be typed: a day.
  package static let mostMinutes = 1440

  /// Reads what was typed.
  package init(_ typed: String) throws(TimeEntryError) {
    let text = typed.lowercased().filter { !$0.isWhitespace }
    guard !text.isEmpty else { throw .empty }
    if text == "timed" || text == "untimed" {
      self = .timing(isTimed: text == "timed")
    } else if text.first == "-" {
      self = .earlier(minutes: try Self.minutes(text.dropFirst()))
    } else if text.first == "+" {
      self = .added(minutes: try Self.minutes(text.dropFirst()))
    } else if let separator = text.firstIndex(of: "-") {
      let start = try Self.timeOfDay(text[..<separator])
      let end = try Self.timeOfDay(text[text.index(after: separator)...])
      guard start < end else { throw .backwards }
      self = .interval(start: start, end: end)
    } else if text.last == "m", text.dropLast().allSatisfy(Self.isDigit) {
      self = .total(minutes: try Self.minutes(text))
    } else if text.last == "u", let units = Int(text.dropLast()) {
      guard (1...99).contains(units) else { throw .units }
      self = .units(units)
    } else {
      self = .start(try Self.timeOfDay(text[...]))
    }
  }

  private static func minutes(_ text: some StringProtocol) throws(TimeEntryError) -> Int {
    let digits = text.last == "m" ? text.dropLast() : text[...]
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { throw .minutes }
    guard let minutes = Int(digits), minutes <= mostMinutes else { throw .tooMany }
    return minutes
  }

  /// Reads `1305`, `13:05`, `9:05`, `905`, `1:05p`, `1:05pm`, `105p`.
  private static func timeOfDay(_ text: Substring) throws(TimeEntryError) -> Int {
    var clock = text
    if clock.last == "m" { clock = clock.dropLast() }
    let half = clock.last.flatMap { $0 == "a" || $0 == "p" ? $0 : nil }
    if half != nil { clock = clock.dropLast() }
    guard clock.endIndex == text.endIndex || half != nil else { throw .notATime }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    let digits = clock.filter { $0 != ":" }
    guard parts.count <= 2, (3...4).contains(digits.count), digits.allSatisfy(isDigit),
      parts.count == 1 || parts[1].count == 2, let number = Int(digits)
    else { throw .notATime }
    let (hour, minute) = number.quotientAndRemainder(dividingBy: 100)
    guard minute < 60, half == nil ? hour < 24 : (1...12).contains(hour) else { throw .notATime }
    return (half == nil ? hour : hour % 12 + (half == "p" ? 12 : 0)) * 60 + minute
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

/// What was wrong with a typed time.
package enum TimeEntryError: Error, Hashable, Sendable {
  case empty, minutes, tooMany, notATime, backwards, units

  /// What to tell the person.
  package var sentence: String {
    switch self {
    case .empty: "Type -5, +5, 24m, 1305-1320 or 1:05p."
    case .minutes: "Error: whole minutes are taken, such as -5, +5 or 24m."
    case .tooMany: "Error: at most \(TimeEntry.mostMinutes) minutes, a day."
    case .notATime: "Error: not a time; -5, +5, 24m, 1305-1320 and 1:05p are taken."
    case .backwards: "Error: the interval ends before it begins."
    case .units: "Error: 1 to 99 units are taken, such as 2u."
    }
  }
}

extension TimeEntry {
  /// The entry that stores it, or why it cannot be.
  ///
  /// - Parameters:
  ///   - code: the pane's code.
  ///   - session: the session of the pane.
  ///   - logbook: everything that may stand in the way.
  package func kind(
    for code: ProcedureCode, of session: Session, in logbook: Logbook, at now: Moment
  ) throws(TimeRefusal) -> Entry.Kind {
    guard let pane = session[code] else { throw TimeRefusal("Error: \(code) has no pane.") }
    switch self {
    case .added(let minutes):
      try requireLess(than: pane, adding: minutes, in: logbook, at: now)
      return .secondsTyped(code: code, seconds: Int64(minutes) * 60)
    case .total(let minutes): return .totalStated(code: code, seconds: Int64(minutes) * 60)
    case .units(let units):
      guard case .counted? = logbook.catalog[code]?.timing else {
        throw TimeRefusal("Error: \(code) is not counted; its units follow from its minutes.")
      }
      return .unitsStated(code: code, units: units)
    case .timing(let isTimed):
      guard case .depends? = logbook.catalog[code]?.timing else {
        throw TimeRefusal("Error: the timing of \(code) is fixed.")
      }
      return .timingStated(code: code, isTimed: isTimed)
    case .earlier(let minutes):
      let last = try Self.lastInterval(of: pane)
      let start = last.startTime.advanced(by: Int64(minutes) * -60_000)
      try requireFree(
        from: start, to: last.startTime, moving: last, for: code, of: session, in: logbook)
      return .startMoved(code: code, start: start)
    case .start(let minute):
      let last = try Self.lastInterval(of: pane)
      let start = try Self.wallTime(minute, of: session, at: now)
      let end = last.endTime ?? now.wallTime
      guard start.milliseconds <= end.milliseconds else {
        throw TimeRefusal("Error: \(start.text) is after its end, \(end.text).")
      }
      if start.milliseconds < last.startTime.milliseconds {
        try requireFree(
          from: start, to: last.startTime, moving: last, for: code, of: session, in: logbook)
      }
      return .startMoved(code: code, start: start)
    case .interval(let from, let to):
      let start = try Self.wallTime(from, of: session, at: now)
      let end = try Self.wallTime(to, of: session, at: now)
      try requireFree(from: start, to: end, moving: nil, for: code, of: session, in: logbook)
      return .intervalStated(code: code, start: start, end: end)
    }
  }

  private func requireLess(
    than pane: Session.Pane, adding minutes: Int, in logbook: Logbook, at now: Moment
  ) throws(TimeRefusal) {
    guard pane.minutes(at: logbook.instant(of: now)) + minutes <= Self.mostMinutes else {
      throw TimeRefusal("Error: that would be more than \(Self.mostMinutes) minutes, a day.")
    }
  }

  private static func lastInterval(of pane: Session.Pane) throws(TimeRefusal) -> Interval {
    guard let last = pane.intervals.last else {
      throw TimeRefusal("Error: \(pane.code) has no interval yet; +5 or 1305-1320 add one.")
    }
    return last
  }

  /// A minute of the session's day as the clock on the wall showed it; never one to come.
  private static func wallTime(
    _ minute: Int, of session: Session, at now: Moment
  ) throws(TimeRefusal) -> WallTime {
    guard session.visit.date == now.localDay else {
      throw TimeRefusal("Error: clock times are for today's sessions; type minutes, such as +5.")
    }
    let seconds = (now.wall + Int64(now.utcOffset) * 1000) / 1000 % 86_400
    let midnight = now.wall - now.wall % 1000 - seconds * 1000
    let time = WallTime(
      milliseconds: midnight + Int64(minute) * 60_000, utcOffset: now.utcOffset)
    guard time.milliseconds <= now.wall else {
      throw TimeRefusal("Error: \(time.text) is still to come; it is \(now.wallTime.text).")
    }
    return time
  }

  /// Refuses a stretch in which the performer was bound by another exclusive code, or the code
  /// itself ran.
  private func requireFree(
    from start: WallTime, to end: WallTime, moving: Interval?, for code: ProcedureCode,
    of session: Session, in logbook: Logbook
  ) throws(TimeRefusal) {
    let isExclusive = logbook.catalog.isExclusive(code)
    for other in logbook.sessions.values.sorted(by: { $0.id < $1.id })
    where other.visit.clinician == session.visit.clinician {
      for pane in other.panes {
        let isSame = other.id == session.id && pane.code == code
        guard isSame || (isExclusive && logbook.catalog.isExclusive(pane.code)) else { continue }
        for interval in pane.intervals where !(isSame && interval == moving) {
          let from = interval.startTime.milliseconds
          let to = interval.endTime?.milliseconds ?? Int64.max
          guard from < end.milliseconds, start.milliseconds < to else { continue }
          let client = other.id == session.id ? "" : " of \(other.visit.client)"
          throw TimeRefusal(
            "Error: \(pane.code)\(client) has \(interval.startTime.text)-"
              + "\(interval.endTime?.text ?? "now"); two one-on-one codes cannot overlap.")
        }
      }
    }
  }
}

/// Why a typed time cannot be stored, in one sentence.
package struct TimeRefusal: Error, Hashable, Sendable {
  package var sentence: String
  init(_ sentence: String) { self.sentence = sentence }
}
