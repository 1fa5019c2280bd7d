import Billing
import Screen
import SessionLog

extension State {
  mutating func openHistorySearch(at now: Moment) -> [Effect] {
    place = .search(HistorySearch(from: place))
    return searchAnew(at: now)
  }

  mutating func pressOnHistorySearch(
    _ search: HistorySearch, _ key: Key, at now: Moment
  ) -> [Effect] {
    var search = search
    switch key {
    case .escape, .control("c"):
      place = search.origin
      return []
    case .enter: return openMarked(of: search)
    case .up, .backTab: search.mark(by: -1)
    case .down, .tab: search.mark(by: 1)
    case .pageUp: search.mark(by: -pageRows)
    case .pageDown: search.mark(by: pageRows)
    default: _ = search.field.press(key)
    }
    place = .search(search)
    return searchAnew(at: now)
  }

  /// Asks the journal for what the field says now, where it says something else than before.
  mutating func searchAnew(at now: Moment) -> [Effect] {
    guard case .search(var search) = place else { return [] }
    let query = HistoryQuery(
      search.field.trimmed, catalog: logbook.catalog, today: now.localDay
    ).query
    guard query != search.asked else { return [] }
    search.asked = query
    search.selected = 0
    place = .search(search)
    return [.search(query)]
  }

  /// Takes the visits that a search found; an answer to what is no longer asked is passed over.
  mutating func takeFound(_ visits: [PastVisit], for query: VisitQuery) {
    guard case .search(var search) = place, search.asked == query else { return }
    search.found = visits
    place = .search(search)
  }

  // MARK: A visit of before

  private mutating func openMarked(of search: HistorySearch) -> [Effect] {
    guard let visit = search.marked else {
      notice = Notice("No visit is found that could be opened.")
      return []
    }
    guard logbook.sessions[visit.session] == nil else {
      show(visit.session)
      return []
    }
    return [.fetch(visit.session)]
  }

  /// Takes the entries of a session of before, and shows it.
  mutating func takeFetched(_ id: SessionID, _ entries: [Entry]) {
    lookBack(at: entries)
    guard notice?.tone != .error else { return }
    show(id)
  }

  /// Goes to a session: one that is signed is read in its summary.
  private mutating func show(_ id: SessionID) {
    guard let session = logbook.sessions[id] else {
      notice = Notice("Error: session \(id.rawValue) is not in the journal.", tone: .error)
      return
    }
    if session.isSigned {
      place = .summary(SummaryPlace(session: id))
    } else {
      open(id)
    }
  }
}

extension HistorySearch {
  fileprivate mutating func mark(by step: Int) {
    let count = found?.count ?? 0
    selected = count == 0 ? 0 : moved(min(selected, count - 1), by: step, among: count)
  }
}
