package import SessionLog

/// The search over all history.
package struct HistorySearch: Hashable, Sendable {
  package var field = TextField(limit: 60)
  /// What the journal was asked last.
  package var asked: VisitQuery?
  /// What it answered; nothing before its first answer.
  package var found: [PastVisit]?
  package var selected = 0
  /// The screen that it was opened from; Esc goes back there.
  package var origin: Place

  package init(from origin: Place) { self.origin = origin }

  /// The marked visit.
  var marked: PastVisit? {
    found.flatMap { $0.isEmpty ? nil : $0[min(selected, $0.count - 1)] }
  }

  var keyBar: [(String, String)] {
    [("Enter", "open"), ("Esc", "back"), ("↑ ↓ PgUp PgDn", "mark"), ("Ctrl-U", "empty")]
  }
}
