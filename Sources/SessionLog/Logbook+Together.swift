// What one key stores as several entries: an interval, and what was cut back to make room for it.

extension Logbook {
  /// The entries that one key stored, `entry` among them, in the order of recording.
  ///
  /// Undo and redo take them as one. Mostly it is `entry` alone.
  ///
  /// They are of one moment and one reason: stretches that were taken out, last the interval.
  public func stored(with entry: Entry) -> [Entry] {
    guard let place = entries.lastIndex(where: { $0.id == entry.id }) else { return [entry] }
    var (first, last) = (place, place)
    while entries[last].kind.makesRoom, last + 1 < entries.count,
      entries[last + 1].isStored(with: entry), entries[last + 1].kind.mayNeedRoom
    {
      last += 1
    }
    guard entries[last].kind.takesRoom else { return [entry] }
    while first > 0, entries[first - 1].isStored(with: entry), entries[first - 1].kind.makesRoom {
      first -= 1
    }
    return Array(entries[first...last])
  }

  /// The logbook as it would be with several drafts recorded, one after the other.
  ///
  /// - Throws: ``ImpossibleEntry`` where one of them cannot happen.
  public func trying(_ drafts: [Draft]) throws(ImpossibleEntry) -> Logbook {
    var trial = self
    for draft in drafts { trial = try trial.trying(draft) }
    return trial
  }
}

extension Entry {
  fileprivate func isStored(with other: Entry) -> Bool {
    moment == other.moment && author == other.author && reason == other.reason
  }
}

extension Entry.Kind {
  /// Whether it makes room for an interval.
  fileprivate var makesRoom: Bool { if case .stretchRemoved = self { true } else { false } }

  /// Whether it is an interval for which room may have been made.
  fileprivate var takesRoom: Bool {
    switch self {
    case .intervalStated, .intervalCorrected, .intervalSplit: true
    default: false
    }
  }

  fileprivate var mayNeedRoom: Bool { makesRoom || takesRoom }
}
