import Billing
import Paperwork
package import Screen
package import SessionLog

/// The program for those who hear it or feel it: what is new as plain lines, and a typed line as the
/// keys that it stands for.
///
/// A drawn screen is no use to a voice: it must be searched for what has changed. A reader keeps what
/// it has told, and tells the rest, once. It reads the very screens that others see, so that nothing
/// is left out.
package struct Reader: Sendable {
  /// The screen as it was told last.
  private var screen = ScreenTold()
  private var minutes = MinutesTold()
  /// The findings that were told, by session.
  private var findings: [SessionID: Set<FindingKind>] = [:]
  private var notice: Notice?

  package init() {}

  /// The size that the state has while it is read: nothing is cut, and nothing scrolled away.
  package static var page: Size { Reading.page }

  /// Whether what is typed now is a secret, and not to be shown.
  package static func hidesTyping(in state: State) -> Bool {
    if case .pin = state.overlay { return true }
    return state.lock != nil && state.setup.hasPIN
  }

  /// What is to be said once something was answered: what it changed.
  package mutating func answer(_ state: State, at now: Moment) -> [String] {
    let said = notice(of: state, isAnswer: true) + screen.news(of: state, at: now)
    minutes.hear(state, at: now)
    return said + news(ofFindingsIn: state, at: now)
  }

  /// What time alone has brought: a word to the person, a box that opened, minutes, findings.
  package mutating func wake(_ state: State, at now: Moment) -> [String] {
    var said = notice(of: state, isAnswer: false)
    if screen.isElsewhere(state, at: now) { said += screen.news(of: state, at: now) }
    guard state.lock == nil else { return said }
    guard let line = minutes.news(of: state, at: now) else { return said }
    return said + [line] + news(ofFindingsIn: state, at: now)
  }

  /// Everything from the beginning, the first time or again.
  package mutating func whole(_ state: State, at now: Moment) -> [String] {
    screen = ScreenTold()
    findings = [:]
    return answer(state, at: now)
  }

  private mutating func notice(of state: State, isAnswer: Bool) -> [String] {
    defer { notice = state.notice }
    guard let word = state.notice, isAnswer || word != notice else { return [] }
    return [word.text.spoken]
  }

  /// The findings of the session in front that were not told yet.
  private mutating func news(ofFindingsIn state: State, at now: Moment) -> [String] {
    guard state.lock == nil, case .session(let place) = state.place,
      let session = state.logbook.sessions[place.session], !session.isSigned
    else { return [] }
    let found = state.panes(of: session, focus: nil, at: now).findings.findings
    let told = findings[session.id, default: []]
    findings[session.id] = told.union(found.map(FindingKind.init))
    return found.filter { !$0.isDismissed && !told.contains(FindingKind($0)) }
      .map { $0.line.text.spoken }
  }
}

/// What a finding is about; the numbers in its words may have changed since it was told.
private struct FindingKind: Hashable {
  let id: Finding.ID
  let codes: [ProcedureCode]

  init(_ finding: Finding) {
    id = finding.id
    codes = finding.codes
  }
}
