import Screen
import SessionLog

extension State {
  mutating func runOnList(_ command: Command, at now: Moment) -> [Effect] {
    guard case .sessions(var list) = place else { return [] }
    if command == .plan {
      openPlan(at: now)
      return []
    }
    let sessions = listed(on: now.localDay)
    guard !sessions.isEmpty else {
      if command == .open || command == .absence {
        notice = noSession
      }
      return []
    }
    let index = marked(list, among: sessions)
    switch command {
    case .up: list.selected = sessions[moved(index, by: -1, among: sessions.count)].id
    case .down: list.selected = sessions[moved(index, by: 1, among: sessions.count)].id
    case .open:
      open(sessions[index].id)
      return []
    case .absence:
      openAbsence(of: sessions[index])
      return []
    default: break
    }
    place = .sessions(list)
    return []
  }

  private var noSession: Notice {
    Notice("No session yet: \(setup.keymap.label(of: .newSession, in: .sessions)) begins one.")
  }

  /// A digit starts a clock of a session, and the list is of sessions: it says which way leads there.
  mutating func answerDigit(_ key: Key, on list: SessionList, at now: Moment) {
    guard case .character(let digit) = key, digit.isDigit else { return }
    let sessions = listed(on: now.localDay)
    guard !sessions.isEmpty else {
      notice = noSession
      return
    }
    let session = sessions[marked(list, among: sessions)]
    notice = Notice(
      "Enter opens \(session.visit.client)"
        + (session.isSigned
          ? "; it is signed." : session.isClosed ? "." : "; then \(digit) starts or stops."))
  }

  /// The index of the marked session: at first the one whose clock runs, else the last that was begun
  /// and waits for its signature, else the first that is planned.
  func marked(_ list: SessionList, among sessions: [Session]) -> Int {
    sessions.firstIndex { $0.id == list.selected }
      ?? sessions.lastIndex(where: \.hasClock)
      ?? sessions.lastIndex { !$0.isClosed && !$0.isPlanned }
      ?? sessions.firstIndex { !$0.isClosed }
      ?? max(0, sessions.count - 1)
  }
}
