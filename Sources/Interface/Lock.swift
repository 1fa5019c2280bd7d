package import SessionLog

/// The screen is locked: since when, and what was typed to unlock it.
package struct Lock: Hashable, Sendable {
  package var since: Moment
  package var field = TextField(limit: PINBox.limit)
  /// The key that locked it, as long as it may still be held down.
  var held: LastKey?
  /// Whether a key asked to return, and is to wait for whether a PIN is set.
  var isReturning = false

  init(since: Moment, held: LastKey? = nil) {
    self.since = since
    self.held = held
  }
}
