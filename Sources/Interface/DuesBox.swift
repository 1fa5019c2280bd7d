package import SessionLog

/// What is due or runs out for the client of a session, told when its visit opens.
package struct DuesBox: Hashable, Sendable {
  package var session: SessionID
  package init(session: SessionID) { self.session = session }
}
