package import SessionLog

/// The form of a client's record.
package struct ClientForm: Hashable, Sendable {
  package var record: ClientRecord
  package init(record: ClientRecord) { self.record = record }
}
