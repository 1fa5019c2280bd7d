import Billing

/// Several clients at once: each member's session has its own clock, one entry starts them all.
extension Session {
  /// Starts the group in a member's session, and stops the performer's clocks in any other.
  mutating func startGroup(
    _ code: ProcedureCode, _ members: [SessionID], with performer: Performer?, at now: Instant,
    by entry: Entry, catalog: Catalog
  ) throws(ImpossibleEntry) {
    guard catalog.isGroup(code) else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) is not given to a group")
    }
    guard members.contains(id) else {
      return stopExclusive(at: now, by: entry, catalog: catalog)
    }
    if self[code] == nil { addPane(of: code) }
    if let performer { try change(code, for: entry) { $0.performer = performer } }
    try start(code, in: entry.id, at: now, by: entry, catalog: catalog)
  }

  /// Stops the group in a member's session; who left it before is passed over.
  mutating func stopGroup(
    _ code: ProcedureCode, _ members: [SessionID], at now: Instant, by entry: Entry
  ) throws(ImpossibleEntry) {
    guard members.contains(id) else { return }
    guard self[code]?.isRunning == true || members.count > 1 else {
      throw ImpossibleEntry(entry: entry.id, reason: "\(code) does not run")
    }
    stopRunning(at: now, by: entry) { $0 == code }
  }
}
