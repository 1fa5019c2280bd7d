import Billing
import SessionLog

/// What keeps a stretch of a code from being: a pause of the session, or what was given then.
enum Obstacle: Hashable {
  case pause(Pause)
  case taken(TakenTime)

  var start: Mark {
    switch self {
    case .pause(let pause): pause.startMark
    case .taken(let taken): taken.interval.startMark
    }
  }

  /// Nothing while it goes on.
  var end: Mark? {
    switch self {
    case .pause(let pause): pause.endMark
    case .taken(let taken): taken.interval.endMark
    }
  }

  /// `10:00-10:20`.
  var words: String { "\(start.time.text)-\(end?.time.text ?? "now")" }

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

  /// The first thing that stands in its way between two points; nothing where it is free.
  func obstacle(from start: Mark, to end: Mark, in logbook: Logbook) -> Obstacle? {
    let pause = session.pauses.first { pause in
      pause.startMark.place < end.place && start.place < pause.endMark?.place ?? .max
    }
    if let pause { return .pause(pause) }
    return logbook.taken(
      from: start, to: end, for: code, by: performer, in: session, moving: moving
    ).map(Obstacle.taken)
  }

  /// A start by whole minutes, put on to the second at which what was given before it ended, where
  /// that lies in the same minute: the clock shows no seconds.
  func fitted(_ start: Mark, before end: Mark, in logbook: Logbook) -> Mark {
    guard let last = obstacle(from: start, to: end, in: logbook)?.end,
      (0..<60_000).contains(last.place - start.place), last.place < end.place
    else { return start }
    return last.shown(by: start)
  }

  /// The parts of a stretch that are free, the longest first; none shorter than a minute.
  func freeParts(
    from start: Mark, to end: Mark, in logbook: Logbook
  ) -> [BlockedStretch] {
    guard end.place - start.place >= 60_000 else { return [] }
    guard let obstacle = obstacle(from: start, to: end, in: logbook) else {
      return [BlockedStretch(start: start, end: end)]
    }
    let before = freeParts(from: start, to: obstacle.start.shown(by: end), in: logbook)
    let after =
      obstacle.end.map { freeParts(from: $0.shown(by: start), to: end, in: logbook) } ?? []
    return (before + after).sorted { $0.milliseconds > $1.milliseconds }
  }

  /// The entries that cut a stretch out of whatever was given in it; nothing where a pause or a
  /// signed session stands in the way.
  func cuts(
    from start: Mark, to end: Mark, in logbook: Logbook, at now: Moment, because reason: String?
  ) -> [Draft]? {
    var (trial, drafts) = (logbook, [Draft]())
    while let obstacle = obstacle(from: start, to: end, in: trial) {
      guard case .taken(let taken) = obstacle, !taken.session.isClosed, drafts.count < 20 else {
        return nil
      }
      // In the words of the clock by which that interval began.
      let own = obstacle.start
      let last = obstacle.end ?? logbook.mark(of: now)
      let draft = Draft(
        sessions: [taken.session.id], moment: now, author: session.visit.clinician,
        kind: .stretchRemoved(
          code: taken.code, interval: taken.interval.entry,
          start: later(start, own).shown(by: own).time, end: earlier(end, last).shown(by: own).time),
        reason: reason)
      guard let cut = try? trial.trying(draft) else { return nil }
      trial = cut
      drafts.append(draft)
    }
    return drafts
  }
}

func earlier(_ one: Mark, _ other: Mark) -> Mark { one.place <= other.place ? one : other }

func later(_ one: Mark, _ other: Mark) -> Mark { one.place >= other.place ? one : other }
