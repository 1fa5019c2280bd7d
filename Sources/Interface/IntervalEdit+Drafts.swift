import Billing
import SessionLog

extension IntervalEdit {
  /// What the form would store, in order: what cuts others back comes first.
  func drafts() throws(TimeRefusal) -> [Draft] {
    let drafts: [Draft]
    switch form.purpose {
    case .split(let entry): drafts = try split(entry)
    case .takeOut(let entry): drafts = [draft(try takingOut(entry))]
    case .correct(let entry): drafts = try correcting(entry)
    case .insert: drafts = try inserting()
    }
    try requirePossible(drafts)
    return drafts
  }

  /// The reason as it is stored.
  var reason: String? { form.reason.isEmpty ? nil : Reason.completed(form.reason) }

  /// The logbook as it would be.
  func after(_ drafts: [Draft]) throws(ImpossibleEntry) -> Logbook {
    try logbook.trying(drafts)
  }

  private func draft(_ kind: Entry.Kind) -> Draft {
    Draft(
      sessions: [session.id], moment: moment, author: session.visit.clinician, kind: kind,
      reason: reason)
  }

  private func requirePossible(_ drafts: [Draft]) throws(TimeRefusal) {
    do throws(ImpossibleEntry) {
      _ = try after(drafts)
    } catch {
      throw TimeRefusal("Error: \(error.reason).")
    }
  }

  // MARK: One interval

  private func split(_ entry: EntryID) throws(TimeRefusal) -> [Draft] {
    let time = try within(try time(of: .time))
    let drafts = [
      draft(.intervalSplit(code: code, interval: entry, time: time, rest: form.rest))
    ]
    guard let rest = form.rest, rest != code else { return drafts }
    if interval?.isRunning == true, logbook.catalog.isExclusive(rest),
      let other = logbook.bound(by: performer, giving: rest, besides: session).first
    {
      throw TimeRefusal(
        "Error: \(performer.name) is with \(other.visit.client), whose clock runs; stop it first.")
    }
    return try cuts(from: mark(of: time, in: .time), to: interval?.endMark ?? present) + drafts
  }

  private func takingOut(_ entry: EntryID) throws(TimeRefusal) -> Entry.Kind {
    let (start, end) = try stretchAsked()
    let last = interval?.endMark ?? present
    guard let first = interval?.startMark, first.place <= start.place,
      (end ?? last).place <= last.place
    else { throw TimeRefusal("Error: the interval is \(words); only a part of it can go.") }
    return .stretchRemoved(
      code: code, interval: entry, start: start.time, end: (end ?? last).time)
  }

  /// A time inside the interval, neither its start nor its end.
  private func within(_ time: WallTime?) throws(TimeRefusal) -> WallTime {
    let last = interval?.endMark ?? present
    guard let time, let first = interval?.startMark,
      case let place = mark(of: time, in: .time).place, first.place < place, place < last.place
    else {
      throw TimeRefusal(
        "Error: \(time?.text ?? "that") is not within \(words); any time between is taken.")
    }
    return time
  }

  private var words: String {
    "\(interval?.startTime.text ?? "")-\(interval?.endTime?.text ?? "now")"
  }

  private func correcting(_ entry: EntryID) throws(TimeRefusal) -> [Draft] {
    let (start, end) = try stretchAsked()
    guard start != interval?.startMark || end != interval?.endMark else {
      throw TimeRefusal("Nothing is changed yet.")
    }
    return try fitted(start, end) { start, end in
      .intervalCorrected(code: code, interval: entry, start: start, end: end)
    }
  }

  private func inserting() throws(TimeRefusal) -> [Draft] {
    let (start, end) = try stretchAsked()
    return try fitted(start, end) { start, end in
      .intervalStated(code: code, start: start, end: end ?? moment.wallTime)
    }
  }

  // MARK: A stretch

  /// Start and end, in their order and of the session's day.
  private func stretchAsked() throws(TimeRefusal) -> (start: Mark, end: Mark?) {
    guard let start = try time(of: .start) else { throw TimeRefusal("Error: a start is needed.") }
    let end = try time(of: .end)
    let first = mark(of: start, in: .start)
    let last = end.map { mark(of: $0, in: .end) }
    guard start.milliseconds >= day.midnight.milliseconds else {
      throw TimeRefusal(
        "Error: \(start.text) is of the day before; the session is of \(session.visit.date).")
    }
    let length = (last ?? present).place - first.place
    guard length > 0 else {
      throw TimeRefusal(
        "Error: it would end at \(end?.text ?? "now"), not after its start, \(start.text).")
    }
    guard length <= 86_400_000 else {
      throw TimeRefusal("Error: more than 24 hours; one interval is within a day.")
    }
    return (first, last)
  }

  /// The entry for a stretch, after those that make room for it where others are to be cut back.
  private func fitted(
    _ start: Mark, _ end: Mark?, kind: (WallTime, WallTime?) -> Entry.Kind
  ) throws(TimeRefusal) -> [Draft] {
    let last = end ?? present
    let start = stretch.fitted(start, before: last, in: logbook)
    return try cuts(from: start, to: last) + [draft(kind(start.time, end?.time))]
  }

  /// What makes room for the stretch: nothing where it is free.
  private func cuts(from start: Mark, to end: Mark) throws(TimeRefusal) -> [Draft] {
    guard let obstacle = stretch.obstacle(from: start, to: end, in: logbook) else { return [] }
    guard form.cutsOthers,
      let cuts = stretch.cuts(from: start, to: end, in: logbook, at: moment, because: reason)
    else {
      throw TimeRefusal(
        obstacle.sentence(in: session), blocked: BlockedStretch(start: start, end: end))
    }
    return cuts
  }
}
