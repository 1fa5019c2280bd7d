package import SessionLog

/// The screen is locked: since when, and what was typed to unlock it.
package struct Lock: Hashable, Sendable {
  package var since: Moment
  package var field = TextField(limit: PINBox.limit)
  /// When the key that locked it was last seen to be still held down; none once it was let go.
  var heldSince: Moment?

  package init(since: Moment, isByKey: Bool = false) {
    self.since = since
    heldSince = isByKey ? since : nil
  }
}
