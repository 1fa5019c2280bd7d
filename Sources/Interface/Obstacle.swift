import Billing
import SessionLog

/// What keeps a stretch of a code from being: a pause of the session, or what was given then.
enum Obstacle: Hashable {
  case pause(Pause)
  case taken(TakenTime)

  var start: WallTime {
    switch self {
    case .pause(let pause): pause.startTime
    case .taken(let taken): taken.interval.startTime
    }
  }

  /// Nothing while it goes on.
  var end: WallTime? {
    switch self {
    case .pause(let pause): pause.endTime
    case .taken(let taken): taken.interval.endTime
    }
  }

  /// `10:00-10:20`.
  var words: String { "\(start.text)-\(end?.text ?? "now")" }

  /// What stands in the way of a code of `session`, in one sentence.
  func sentence(in session: Session) -> String {
    switch self {
    case .pause: return "Error: \(words) is a pause."
    case .taken(let taken):
      let reason =
        switch taken.reason {
        case .code: "it ran then already"
        case .performer: "one performer does one thing at a time"
        case .client: "one client is given one code at a time"
        }
      return "Error: \(taken.name(seenFrom: session)) has \(words); \(reason)."
    }
  }
}

extension TakenTime {
  /// The code, and its client where that is another than of `session`.
  func name(seenFrom session: Session) -> String {
    self.session.id == session.id ? "\(code)" : "\(code) of \(self.session.visit.client)"
  }
}

/// A stretch of a code that somebody gives or is to give.
struct Stretch {
  let code: ProcedureCode
  let session: Session
  let performer: Performer
  /// The interval that is to be moved, which is not in its own way.
  var moving: Interval?

  /// The first thing that stands in its way between two times; nothing where it is free.
  func obstacle(from start: WallTime, to end: WallTime, in logbook: Logbook) -> Obstacle? {
    let pause = session.pauses.first { pause in
      pause.startTime.milliseconds < end.milliseconds
        && start.milliseconds < pause.endTime?.milliseconds ?? .max
    }
    if let pause { return .pause(pause) }
    return logbook.taken(
      from: start, to: end, for: code, by: performer, in: session, moving: moving
    ).map(Obstacle.taken)
  }

  /// A start by whole minutes, put on to the second at which what was given before it ended, where
  /// that lies in the same minute: the clock shows no seconds.
  func fitted(_ start: WallTime, before end: WallTime, in logbook: Logbook) -> WallTime {
    guard let last = obstacle(from: start, to: end, in: logbook)?.end,
      (0..<60_000).contains(last.milliseconds - start.milliseconds),
      last.milliseconds < end.milliseconds
    else { return start }
    return last
  }

  /// The parts of a stretch that are free, the longest first; none shorter than a minute.
  func freeParts(
    from start: WallTime, to end: WallTime, in logbook: Logbook
  ) -> [BlockedStretch] {
    guard end.milliseconds - start.milliseconds >= 60_000 else { return [] }
    guard let obstacle = obstacle(from: start, to: end, in: logbook) else {
      return [BlockedStretch(start: start, end: end)]
    }
    let before = freeParts(from: start, to: obstacle.start, in: logbook)
    let after = obstacle.end.map { freeParts(from: $0, to: end, in: logbook) } ?? []
    return (before + after).sorted { $0.milliseconds > $1.milliseconds }
  }

  /// The entries that cut a stretch out of whatever was given in it; nothing where a pause or a
  /// signed session stands in the way.
  func cuts(
    from start: WallTime, to end: WallTime, in logbook: Logbook, at now: Moment,
    because reason: String?
  ) -> [Draft]? {
    var (trial, drafts) = (logbook, [Draft]())
    while let obstacle = obstacle(from: start, to: end, in: trial) {
      guard case .taken(let taken) = obstacle, !taken.session.isClosed, drafts.count < 20 else {
        return nil
      }
      let last = obstacle.end ?? now.wallTime
      let draft = Draft(
        sessions: [taken.session.id], moment: now, author: session.visit.clinician,
        kind: .stretchRemoved(
          code: taken.code, interval: taken.interval.entry,
          start: later(start, obstacle.start), end: earlier(end, last)),
        reason: reason)
      guard let cut = try? trial.trying(draft) else { return nil }
      trial = cut
      drafts.append(draft)
    }
    return drafts
  }
}

func earlier(_ one: WallTime, _ other: WallTime) -> WallTime {
  one.milliseconds <= other.milliseconds ? one : other
}

func later(_ one: WallTime, _ other: WallTime) -> WallTime {
  one.milliseconds >= other.milliseconds ? one : other
}
