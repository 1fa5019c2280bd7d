import Billing

/// Intervals that a person corrects, splits, or takes a stretch out of.
///
/// An interval is named by its code and the entry that began it; what a correction leaves of it
/// keeps the name, and what stands apart from it afterwards is named by the correction.
extension Session {
  mutating func applyMending(
    _ entry: Entry, at now: Instant, catalog: Catalog
  ) throws(ImpossibleEntry) {
    switch entry.kind {
    case .switchMoved(let target, let time):
      try moveSwitch(of: target, to: time, at: now, by: entry, catalog: catalog)
    case .intervalCorrected(let code, let name, let start, let end):
      try correct(code, name, from: start, to: end, at: now, by: entry)
    case .intervalSplit(let code, let name, let time, let rest):
      try split(code, name, at: time, rest: rest ?? code, now: now, by: entry, catalog: catalog)
    case .stretchRemoved(let code, let name, let start, let end):
      try remove(from: start, to: end, of: code, name, at: now, by: entry)
    default: break
    }
  }

  private mutating func correct(
    _ code: ProcedureCode, _ name: EntryID, from start: WallTime, to end: WallTime?,
    at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    let old = try interval(name, of: code, for: entry)
    var new = old
    new.begin(at: old.startMark.moved(to: start))
    if let end {
      let isMoved = end.milliseconds != old.endTime?.milliseconds
      let last = old.endMark ?? entry.mark(at: now)
      new.end(at: last.moved(to: end), by: isMoved ? nil : old.ending)
    } else if !old.isRunning {
      throw ImpossibleEntry(
        entry: entry.id, reason: "\(code) \(old.words) does not run: its end is needed")
    }
    new.provenance = .corrected
    try requirePossible(new, of: code, at: now, by: entry)
    try replace(old, of: code, with: [new], at: now, by: entry)
  }

  private mutating func split(
    _ code: ProcedureCode, _ name: EntryID, at time: WallTime, rest: ProcedureCode, now: Instant,
    by entry: Entry, catalog: Catalog
  ) throws(ImpossibleEntry) {
    let old = try interval(name, of: code, for: entry)
    let cut = old.mark(of: time, at: entry.mark(at: now))
    guard old.start < cut.instant, cut.instant < old.end ?? now else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "\(time.text) does not lie within \(code) \(old.words)")
    }
    var (first, second) = (old, old)
    first.end(at: cut, by: nil)
    second.begin(at: cut)
    second.entry = entry.id
    second.provenance = .split
    guard rest != code else {
      return try replace(old, of: code, with: [first, second], at: now, by: entry)
    }
    second.group = nil
    if old.isRunning { try requireAlone(rest, instead: code, by: entry, catalog: catalog) }
    try replace(old, of: code, with: [first], at: now, by: entry)
    try replace(nil, of: rest, with: [second], at: now, by: entry)
    goOn(with: rest, after: old, of: code)
  }

  /// Where the pause waits to go on with what was split, it goes on with the rest of it.
  private mutating func goOn(
    with rest: ProcedureCode, after old: Interval, of code: ProcedureCode
  ) {
    guard isPaused, old.ending == pauses.last?.entry else { return }
    resumes.removeAll { $0 == rest }
    resumes = resumes.map { $0 == code ? rest : $0 }
    resumedGroups[code] = nil
  }

  private mutating func remove(
    from start: WallTime, to end: WallTime, of code: ProcedureCode, _ name: EntryID,
    at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    let old = try interval(name, of: code, for: entry)
    let from = old.mark(of: start, at: entry.mark(at: now))
    let to = old.mark(of: end, at: entry.mark(at: now))
    guard from.instant < to.instant else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "the stretch of \(code) ends before it begins")
    }
    // A stretch until now stops a clock that runs.
    let last = old.end ?? now
    guard old.start < to.instant, from.instant < last else {
      throw ImpossibleEntry(
        entry: entry.id,
        reason: "\(start.text)-\(end.text) does not lie within \(code) \(old.words)")
    }
    try replace(
      old, of: code, with: old.without(from, to, until: last, by: entry.id), at: now, by: entry)
  }
}

// MARK: - What mending an interval needs

extension Session {
  private func interval(
    _ name: EntryID, of code: ProcedureCode, for entry: Entry
  ) throws(ImpossibleEntry) -> Interval {
    guard let interval = try pane(code, for: entry).intervals.first(where: { $0.entry == name })
    else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "\(code) has no interval that entry \(name.rawValue) began")
    }
    return interval
  }

  private func requirePossible(
    _ interval: Interval, of code: ProcedureCode, at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    let end = interval.end ?? now
    let reason: String? =
      if end > now {
        "\(code) would end at \(interval.endTime?.text ?? "now"), which is still to come"
      } else if interval.start > end || interval.start == end && !interval.isRunning {
        "the interval of \(code) ends before it begins"
      } else if end.since(interval.start) > Entry.millisecondsOfADay {
        "the interval of \(code) would be longer than 24 hours"
      } else {
        nil
      }
    if let reason { throw ImpossibleEntry(entry: entry.id, reason: reason) }
  }

  /// Puts what is new in the place of an interval, late where the entry is.
  ///
  /// What it had not covered before must be free of the code's other intervals.
  private mutating func replace(
    _ old: Interval?, of code: ProcedureCode, with new: [Interval], at now: Instant,
    by entry: Entry
  ) throws(ImpossibleEntry) {
    var others = try pane(code, for: entry).intervals
    if let old, let place = others.firstIndex(of: old) { others.remove(at: place) }
    let gained = Spans(new, at: now).subtracting(Spans(old.map { [$0] } ?? [], at: now))
    if let other = others.first(where: { gained.meet($0, at: now) }) {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) has \(other.words) already")
    }
    let isLate = isAfterService(entry)
    try change(code, for: entry) { pane in
      pane.intervals = others
      for var interval in new {
        interval.isLate = interval.isLate || isLate
        pane.insert(interval)
      }
    }
  }

  /// Refuses a clock that would run beside another one of the same code or of the same hands.
  private func requireAlone(
    _ code: ProcedureCode, instead former: ProcedureCode, by entry: Entry, catalog: Catalog
  ) throws(ImpossibleEntry) {
    let isExclusive = catalog.isExclusive(code)
    let other = running.first { other in
      other == code || other != former && isExclusive && catalog.isExclusive(other)
    }
    if let other { throw ImpossibleEntry(entry: entry.id, reason: "\(other) runs already") }
  }
}

extension Entry {
  /// Its moment on the log's axis.
  fileprivate func mark(at now: Instant) -> Mark { Mark(instant: now, time: moment.wallTime) }
}

extension Interval {
  /// What is left of it without a stretch: nothing, one part or two, of which the later is named by
  /// `name`.
  ///
  /// - Parameter last: where it ends; nothing where it goes on beyond the stretch.
  func without(_ from: Mark, _ to: Mark, until last: Instant?, by name: EntryID) -> [Interval] {
    guard start < to.instant, last.map({ from.instant < $0 }) ?? true else { return [self] }
    var parts: [Interval] = []
    if start < from.instant {
      var part = self
      part.end(at: from, by: nil)
      parts.append(part)
    }
    if last.map({ to.instant < $0 }) ?? true {
      var part = self
      part.begin(at: to)
      if !parts.isEmpty { part.entry = name }
      parts.append(part)
    }
    return parts
  }
}
