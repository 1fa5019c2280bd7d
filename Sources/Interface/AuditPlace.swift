package import SessionLog

/// The audit trail of a session.
package struct AuditPlace: Hashable, Sendable {
  package var session: SessionID
  /// The first line shown.
  package var top = 0
  package init(session: SessionID) { self.session = session }
}
