import Billing

/// All that an entry ended and began in some sessions, and that moves where it is moved.
struct SwitchEdges {
  var ended: [GivenTime] = []
  var begun: [GivenTime] = []
  var pausesEnded: [Pause] = []
  var pausesBegun: [Pause] = []

  init(of entry: EntryID, in sessions: [Session]) {
    for session in sessions {
      for pane in session.panes {
        for interval in pane.intervals {
          let given = GivenTime(code: pane.code, interval: interval, session: session)
          if interval.ending == entry { ended.append(given) }
          if interval.entry == entry { begun.append(given) }
        }
      }
      pausesEnded += session.pauses.filter { $0.ending == entry }
      pausesBegun += session.pauses.filter { $0.entry == entry }
    }
  }

  /// Where it stands now; nothing where it ended and began nothing.
  var mark: Mark? {
    begun.first?.interval.startMark ?? ended.first?.interval.endMark
      ?? pausesBegun.first.map { Mark(instant: $0.start, time: $0.startTime) }
      ?? pausesEnded.first.flatMap { pause in
        pause.end.flatMap { end in pause.endTime.map { Mark(instant: end, time: $0) } }
      }
  }

  func moves(_ given: GivenTime) -> Bool { ended.contains(given) || begun.contains(given) }
  func moves(_ pause: Pause) -> Bool { pausesEnded.contains(pause) || pausesBegun.contains(pause) }
}

/// How far a switch can be moved either way.
struct SwitchRoom {
  /// How far one way, and what is in the way there.
  struct Bound {
    var instant: Instant
    var reason: String

    func limit(from mark: Mark) -> Switch.Limit {
      Switch.Limit(time: mark.moved(to: instant).time, reason: reason)
    }
  }

  /// Nothing where nothing is in the way.
  private(set) var earliest: Bound?
  private(set) var latest: Bound

  /// - Parameters:
  ///   - sessions: what may be in the way: those of the switch, and others.
  ///   - now: the end of what runs; a switch is never later.
  init(
    for edges: SwitchEdges, beside sessions: [Session], at now: Instant, time: WallTime,
    catalog: Catalog
  ) {
    latest = Bound(instant: now, reason: "it is \(time.text)")
    for given in edges.ended { notBefore(given.interval.start, "\(given.code) began then") }
    for given in edges.begun {
      if let end = given.interval.end { notAfter(end, "\(given.code) ended then") }
    }
    for pause in edges.pausesEnded { notBefore(pause.start, "the pause began then") }
    for pause in edges.pausesBegun {
      if let end = pause.end { notAfter(end, "the pause ended then") }
    }
    for session in sessions {
      for pane in session.panes {
        for interval in pane.intervals where interval.milliseconds(at: now) > 0 {
          let other = GivenTime(code: pane.code, interval: interval, session: session)
          if !edges.moves(other) { keepOff(other, edges, until: interval.end ?? now, catalog) }
        }
      }
      for pause in session.pauses where !edges.moves(pause) {
        keepOff(pause, of: session, edges, until: pause.end ?? now)
      }
    }
  }

  /// Refuses what lies beyond it.
  func require(_ mark: Mark, by entry: EntryID) throws(ImpossibleEntry) {
    let beyond =
      if let earliest, mark.instant < earliest.instant {
        earliest
      } else {
        mark.instant > latest.instant ? latest : nil
      }
    guard let beyond else { return }
    throw ImpossibleEntry(
      entry: entry, reason: "the switch cannot be at \(mark.time.text): \(beyond.reason)")
  }

  private mutating func notBefore(_ instant: Instant, _ reason: String) {
    if earliest.map({ $0.instant < instant }) ?? true {
      earliest = Bound(instant: instant, reason: reason)
    }
  }

  private mutating func notAfter(_ instant: Instant, _ reason: String) {
    if instant <= latest.instant { latest = Bound(instant: instant, reason: reason) }
  }

  /// What begins with the switch does not reach back into what was given before, and what ends with
  /// it does not reach into what was given afterwards.
  private mutating func keepOff(
    _ other: GivenTime, _ edges: SwitchEdges, until end: Instant, _ catalog: Catalog
  ) {
    let words =
      "\(other.code) of \(other.session.visit.client) has \(other.interval.words)"
    for given in edges.begun where given.excludes(other, by: catalog) {
      let start = given.interval.start
      if other.interval.start < start { notBefore(min(end, start), words) }
    }
    for given in edges.ended where given.excludes(other, by: catalog) {
      guard let last = given.interval.end, end > last else { continue }
      notAfter(max(other.interval.start, last), words)
    }
  }

  private mutating func keepOff(
    _ pause: Pause, of session: Session, _ edges: SwitchEdges, until end: Instant
  ) {
    let words = "\(pause.startTime.text)-\(pause.endTime?.text ?? "now") is a pause"
    for given in edges.begun where given.session.id == session.id {
      let start = given.interval.start
      if pause.start < start { notBefore(min(end, start), words) }
    }
    for given in edges.ended where given.session.id == session.id {
      guard let last = given.interval.end, end > last else { continue }
      notAfter(max(pause.start, last), words)
    }
  }
}

extension GivenTime {
  /// Whether both cannot be at the same time: one code runs once; exclusive codes of one client's
  /// day, or of one performer, exclude each other, but for the members of one group.
  func excludes(_ other: GivenTime, by catalog: Catalog) -> Bool {
    if session.id == other.session.id, code == other.code { return true }
    guard catalog.isExclusive(code), catalog.isExclusive(other.code) else { return false }
    if session.id == other.session.id || session.isBilled(with: other.session) { return true }
    return interval.performer.isSame(as: other.interval.performer)
      && !(code == other.code && catalog.isGroup(code))
  }
}
