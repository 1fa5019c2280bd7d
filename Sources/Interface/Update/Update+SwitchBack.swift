import Billing
import Screen
import SessionLog

/// A switch, and the time at which it is to have been.
struct MovedSwitch: Hashable {
  var last: Switch
  var time: WallTime

  /// Why, where a person said so.
  var reason: String?

  var kind: Entry.Kind { .switchMoved(entry: last.entry.id, time: time) }
}

extension State {
  mutating func openSwitchBack(of session: Session, at now: Moment) {
    guard !refusesChange(of: session) else { return }
    guard logbook.lastSwitch(in: session, at: now) != nil else {
      notice = Notice(
        "No switch yet: a digit switches from one code to another; \(key(of: .intervals)) mends times."
      )
      return
    }
    overlay = .switchBack(SwitchBox(session: session.id))
  }

  /// What the box holds, as the switch at its new time; or why it cannot be.
  func understood(_ box: SwitchBox, at now: Moment) -> Result<MovedSwitch, TimeRefusal> {
    guard let session = logbook.sessions[box.session],
      let last = logbook.lastSwitch(in: session, at: now)
    else { return .failure(TimeRefusal("Error: there is no switch.")) }
    guard !box.field.trimmed.isEmpty else {
      return .failure(
        TimeRefusal("8 is eight minutes earlier; 1321 or 1:21p is a time of the clock."))
    }
    do throws(TimeRefusal) {
      let (typed, reason) = try box.typed()
      let time = last.time(meantBy: try time(typed, for: last, in: session, at: now))
      if let objection = last.objection(to: time) {
        throw TimeRefusal(
          last.refusal(of: time, because: objection),
          blocked: last.stretch(from: time, to: last.time))
      }
      guard time != last.time else { throw TimeRefusal("It was at \(time.text): nothing changes.") }
      return .success(MovedSwitch(last: last, time: time, reason: reason))
    } catch {
      return .failure(error)
    }
  }

  private func time(
    _ typed: TimeText, for last: Switch, in session: Session, at now: Moment
  ) throws(TimeRefusal) -> WallTime {
    switch typed {
    case .shifted(let minutes): return last.time.advanced(by: Int64(minutes) * 60_000)
    case .clock(let clock):
      return try ClockDay(of: session, in: logbook, at: now).time(clock, near: last.time)
    }
  }

  mutating func pressOnSwitchBack(_ box: SwitchBox, _ key: Key, at now: Moment) -> [Effect] {
    if let marked = box.ways { return press(key, onWay: marked, of: box, at: now) }
    var box = box
    if key == .enter {
      switch understood(box, at: now) {
      case .success(let moved):
        return record(
          moved.kind, in: moved.last.entry.sessions, because: moved.reason, at: now)
      case .failure(let refusal):
        if refusal.blocked != nil { box.ways = 0 }
      }
    } else {
      guard box.field.press(key) else { return [] }
    }
    overlay = .switchBack(box)
    return []
  }

  // MARK: Ways to mend

  /// How a time that cannot be is mended: at the limit, in the intervals, or not at all.
  func ways(of box: SwitchBox, at now: Moment) -> [WayToMend] {
    guard case .failure(let refusal) = understood(box, at: now), let blocked = refusal.blocked,
      let session = logbook.sessions[box.session],
      let last = logbook.lastSwitch(in: session, at: now)
    else { return [] }
    let isEarly = blocked.milliseconds > 0
    let limit = isEarly ? last.earliest : last.latest
    let given = (isEarly ? last.ended : last.begun).first
    let at = WayToMend(
      act: .shorten(last.stretch(from: limit.time, to: limit.time)),
      words: "at \(limit.time.text), the \(isEarly ? "earliest" : "latest"): \(limit.reason)")
    let visit = given.map { given in
      WayToMend(
        act: .visit(given.session.id, given.code),
        words: "see the intervals of \(given.code)\(whose(given.session)) first")
    }
    return (last.isFixed ? [] : [at]) + [visit].compactMap(\.self)
      + [WayToMend(act: .leave, words: "leave it at \(last.time.text)")]
  }

  private mutating func press(
    _ key: Key, onWay marked: Int, of box: SwitchBox, at now: Moment
  ) -> [Effect] {
    let ways = ways(of: box, at: now)
    var box = box
    switch key.choice(marked, among: ways.count) {
    case .mark(let index): box.ways = index
    case .take(let index):
      box.ways = nil
      switch ways[index].act {
      case .shorten(let stretch): box.state(stretch.start.time)
      case .visit(let session, let code):
        overlay = .intervals(IntervalsBox(session: session, code: code))
        return []
      case .cutOthers, .leave:
        overlay = nil
        return []
      }
    case nil: return []
    }
    overlay = .switchBack(box)
    return []
  }
}

extension Switch {
  /// Whether the earliest and the latest that it can have been are one minute of the clock.
  fileprivate var isFixed: Bool { earliest.time.text == latest.time.text }

  /// From a time to another, by the clock that it was made by.
  fileprivate func stretch(from start: WallTime, to end: WallTime) -> BlockedStretch {
    BlockedStretch(start: mark.moved(to: start), end: mark.moved(to: end))
  }

  /// Why it cannot have been at a time, and from when to when it can.
  func refusal(of time: WallTime, because objection: String) -> String {
    let isEarly = time.milliseconds < earliest.time.milliseconds
    let limit = isEarly ? earliest : latest
    guard !isFixed else { return "Error: it cannot move: \(limit.reason)." }
    return "Error: \(time.text) is too \(isEarly ? "early" : "late"); the"
      + " \(isEarly ? "earliest" : "latest") is \(limit.time.text), for \(objection). From"
      + " \(earliest.time.text) to \(latest.time.text) can be."
  }

  /// `97110 of KM → 97530 of JB`; clients where there are several.
  var words: String { "\(Self.words(for: ended, in: self)) → \(Self.words(for: begun, in: self))" }

  private static func words(for side: [GivenTime], in last: Switch) -> String {
    let clients = Set((last.ended + last.begun).map(\.session.id))
    guard clients.count > 1 else { return side.map(\.code.description).joined(separator: " ") }
    let codes = side.map { "\($0.code) of \($0.session.visit.client)" }
    return codes.joined(separator: " and ")
  }
}
