package import SessionLog

/// What is due or runs out for a client.
package struct DuesBox: Hashable, Sendable {
  package var session: SessionID
  package init(session: SessionID) { self.session = session }
}
