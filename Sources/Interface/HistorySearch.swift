package import SessionLog

/// The search over all history.
package struct HistorySearch: Hashable, Sendable {
  package var field = TextField(limit: 60)
  package var found: [PastVisit] = []
  package var selected = 0
  package init() {}
}
