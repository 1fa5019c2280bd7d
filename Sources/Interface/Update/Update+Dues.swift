import Billing
import Screen
import SessionLog

extension State {
  /// Asks the journal, once a day, for what it knows of the client whose visit is on the screen.
  mutating func recallShownClient(at now: Moment) -> [Effect] {
    guard let key = shownVisitOfToday(at: now)?.visit.recordKey else { return [] }
    guard recalled[key] != now.localDay else {
      tellDues(at: now)
      return []
    }
    recalled[key] = now.localDay
    return [.recall(key)]
  }

  /// The session on the screen, where it is today's and wants something yet.
  private func shownVisitOfToday(at now: Moment) -> Session? {
    guard case .session = place, let session, !session.isClosed,
      session.visit.date == now.localDay
    else { return nil }
    return session
  }

  /// Tells what is due for the client of the session on the screen, once a day; not before something
  /// else that stands there.
  mutating func tellDues(at now: Moment) {
    guard overlay == nil, let session = shownVisitOfToday(at: now) else { return }
    let key = session.visit.recordKey
    guard history[key] != nil, toldDues[key] != now.localDay else { return }
    toldDues[key] = now.localDay
    if !dues(of: session).isEmpty { overlay = .dues(DuesBox(session: session.id)) }
  }

  mutating func pressOnDues(_ box: DuesBox, _ key: Key, at now: Moment) -> [Effect] {
    if key == .enter {
      overlay = nil
    } else if setup.keymap.command(for: key, in: .session) == .client {
      return openClient(at: now)
    } else if commandReached(by: key) != nil {
      // The box stays.
      return pressOnPlace(key, at: now)
    }
    return []
  }
}
