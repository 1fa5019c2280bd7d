import Billing

/// The visit as a whole: its particulars, and whether it took place.
extension Session {
  /// Puts the right particulars in place of the wrong ones.
  ///
  /// What was with the visit's clinician is with whoever that is now, the time until now included:
  /// who gave it was wrong from the beginning.
  mutating func correct(_ corrected: Visit, by entry: Entry) throws(ImpossibleEntry) {
    guard corrected.date == visit.date else {
      throw ImpossibleEntry(
        entry: entry.id, reason: "the date of service stays \(visit.date): open another visit")
    }
    let shared = panes.first { $0.coTreatment[corrected.discipline] != nil }
    if let shared {
      throw ImpossibleEntry(
        entry: entry.id,
        reason: "\(shared.code) gives minutes to \(corrected.discipline.rawValue): take them back")
    }
    let (former, performer) = (visit.performer, corrected.performer)
    let codes = visit.codes
    visit = corrected
    visit.codes = codes
    for pane in panes.indices {
      if panes[pane].performer.isSame(as: former) { panes[pane].performer = performer }
      for place in panes[pane].intervals.indices
      where panes[pane].intervals[place].performer.isSame(as: former) {
        panes[pane].intervals[place].performer = performer
      }
      for place in panes[pane].typed.indices
      where panes[pane].typed[place].performer.isSame(as: former) {
        panes[pane].typed[place].performer = performer
      }
    }
  }

  /// Says that the visit did not take place.
  mutating func close(for absence: Absence, by entry: Entry) throws(ImpossibleEntry) {
    guard !hasClock else {
      throw ImpossibleEntry(entry: entry.id, reason: "a clock runs or is paused")
    }
    if let given = panes.first(where: \.isTreated) {
      throw ImpossibleEntry(
        entry: entry.id, reason: "\(given.code) was given already: the visit took place")
    }
    self.absence = absence
  }

  /// Refuses time and a signature for a visit that did not take place.
  func requireHeld(for entry: Entry) throws(ImpossibleEntry) {
    guard absence != nil, entry.kind.needsClient else { return }
    throw ImpossibleEntry(
      entry: entry.id, reason: "the visit did not take place: undo that first")
  }
}

extension Entry.Kind {
  /// Whether it can be only where the client was there.
  fileprivate var needsClient: Bool {
    switch self {
    case .started, .groupStarted, .secondsTyped, .totalStated, .intervalStated, .unitsStated,
      .notHeld, .signed:
      true
    default: false
    }
  }
}
