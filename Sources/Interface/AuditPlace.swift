package import SessionLog

/// The audit trail of a session.
package struct AuditPlace: Hashable, Sendable {
  package var session: SessionID
  /// The first line shown.
  package var top = 0
  /// The screen that it was opened from; Esc goes back there.
  package var origin: Place

  package init(session: SessionID, from origin: Place) {
    self.session = session
    self.origin = origin
  }
}
