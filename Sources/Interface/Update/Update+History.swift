import Screen
import SessionLog

extension State {
  mutating func openHistorySearch(at now: Moment) -> [Effect] { [] }

  mutating func pressOnHistorySearch(
    _ search: HistorySearch, _ key: Key, at now: Moment
  ) -> [Effect] {
    if key == .escape { goBack() }
    return []
  }

  /// Takes the visits that a search found.
  mutating func takeFound(_ visits: [PastVisit], for query: VisitQuery) {}

  /// Takes the entries of a session of before, and shows it.
  mutating func takeFetched(_ id: SessionID, _ entries: [Entry]) {}
}
