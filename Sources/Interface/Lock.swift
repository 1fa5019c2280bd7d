package import SessionLog

/// The screen is locked: since when, and what was typed to unlock it.
package struct Lock: Hashable, Sendable {
  package var since: Moment
  package var field = TextField(limit: 12)
  package init(since: Moment) { self.since = since }
}
