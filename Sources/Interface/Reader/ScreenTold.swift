import Billing
import Screen
import SessionLog

/// The screen as it was told last: what of it is new.
struct ScreenTold: Hashable {
  /// Which screen it was, and what stood in front of it.
  private var place: PlaceKey?
  private var page: Reading?
  private var box: Reading?
  private var panes: [PaneTold] = []
  private var isLocked = false

  /// A screen, whatever is shown on it by now.
  private enum PlaceKey: Hashable {
    case sessions, form, client, search
    case session(SessionID)
    case summary(SessionID)
    case audit(SessionID)

    init(_ place: Place) {
      self =
        switch place {
        case .sessions: .sessions
        case .form: .form
        case .client: .client
        case .search: .search
        case .session(let place): .session(place.session)
        case .summary(let place): .summary(place.session)
        case .audit(let place): .audit(place.session)
        }
    }
  }

  /// Whether another screen or box stands there now, or the lock.
  func isElsewhere(_ state: State, at now: Moment) -> Bool {
    if isLocked != (state.lock != nil) { return true }
    guard !isLocked else { return false }
    if place != PlaceKey(state.place) || (box == nil) != (state.overlay == nil) { return true }
    return state.overlay != nil && state.reading(at: now).title != box?.title
  }

  /// What is new since the last time, and the question that waits for an answer.
  mutating func news(of state: State, at now: Moment) -> [String] {
    let wasLocked = isLocked
    isLocked = state.lock != nil
    guard !isLocked else { return newsOfLock(state, at: now, isNew: !wasLocked) }
    if wasLocked { self = ScreenTold() }
    let placeLines = newsOfPlace(state, at: now)
    let boxLines = newsOfBox(state, at: now)
    let question = state.overlay == nil ? page?.question : box?.question
    return placeLines + boxLines + (question.map { [$0.words(in: state, at: now)] } ?? [])
  }

  /// Nothing that names anyone is kept, let alone said.
  private mutating func newsOfLock(_ state: State, at now: Moment, isNew: Bool) -> [String] {
    let reading = state.reading(at: now)
    let lines = isNew ? reading.lines : page.map { reading.lines(besides: $0) } ?? []
    self = ScreenTold()
    isLocked = true
    page = reading
    return lines + (reading.question == nil ? [] : ["PIN:"])
  }

  private mutating func newsOfPlace(_ state: State, at now: Moment) -> [String] {
    let isNew = place != PlaceKey(state.place)
    place = PlaceKey(state.place)
    // What lies behind a box is not looked at until the box has gone.
    guard isNew || state.overlay == nil else { return [] }
    var bare = state
    bare.overlay = nil
    let former = page
    let reading = bare.reading(at: now)
    page = reading
    var head = isNew ? [reading.title + "."] : []
    if isNew, case .client = state.place { head.append("Enter goes on; store stores the record.") }
    if case .session(let place) = state.place, let session = state.logbook.sessions[place.session],
      !session.panes.isEmpty
    {
      return head + newsOfPanes(in: session, at: place, of: state, isNew: isNew, at: now)
    }
    panes = []
    if case .sessions = state.place {
      page?.lines = reading.lines.numbered(upTo: state.listed(on: now.localDay).count)
    }
    guard let page else { return head }
    guard let former, !isNew else { return head + page.lines }
    return page.lines(besides: former)
  }

  private mutating func newsOfPanes(
    in session: Session, at place: SessionPlace, of state: State, isNew: Bool, at now: Moment
  ) -> [String] {
    let former = isNew ? [] : panes
    let (models, bill, _) = state.panes(of: session, focus: place.focus, at: now)
    panes = models.map(PaneTold.init)
    let lines = zip(models, panes).filter { !former.contains($1) }.map { $0.0.words }
    guard isNew else { return lines }
    let totals = Totals(bill, panes: models, findings: nil, session: session, of: state)
    return lines + [totals.left.text.spoken + "."]
  }

  private mutating func newsOfBox(_ state: State, at now: Moment) -> [String] {
    guard let overlay = state.overlay else {
      box = nil
      return []
    }
    let reading = state.reading(at: now)
    let former = box
    box = reading
    guard let former, former.title == reading.title else {
      let keys = overlay.keyBar(of: state, at: now).spokenKeys
      return [reading.title + "."] + reading.lines + (keys.isEmpty ? [] : [keys + "."])
    }
    return reading.lines(besides: former)
  }
}

/// A pane as far as it changes by what a person does, and not by time alone.
private struct PaneTold: Hashable {
  let code: String
  let standing: PaneModel.Standing
  let minutes: Int?
  let units: Int
  let modifiers: [String]
  let performer: String

  init(_ pane: PaneModel) {
    code = pane.code.description
    standing = pane.standing
    minutes = pane.standing == .running ? nil : pane.minutes
    units = pane.units
    modifiers = pane.modifiers
    performer = pane.hands.performer?.description ?? ""
  }
}

extension PaneModel {
  /// The pane in a sentence.
  var words: String {
    let clock: String? =
      switch standing {
      case .running: "runs"
      case .paused: "paused"
      case .signed: "signed"
      case .stopped: "stopped"
      case .ready: nil
      }
    let next = standing == .running ? secondsToNextUnit : nil
    let parts = [
      "\(number): \(code) \(label)", clock, "\(minutesInWords), \(unitsInWords)",
      next.map { "next unit in \(Wording.countdown(seconds: $0))" },
      hands.inWords.isEmpty ? nil : hands.inWords,
      modifiers.count > 1 ? modifiers.joined(separator: " ") : nil,
      openQuestions > 0 && standing != .running
        ? "note open, \(openQuestions) to answer" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: ", ") + "."
  }

  var minutesInWords: String { minutes == 1 ? "1 minute" : "\(minutesInParts) minutes" }
  var unitsInWords: String { units == 1 ? "1 unit" : "\(units) units" }
}

extension [String] {
  /// The lines of today's screen with the rows of its list numbered: a number opens a visit.
  fileprivate func numbered(upTo count: Int) -> [String] {
    guard let titles = firstIndex(where: { $0.contains("client") && $0.hasSuffix("state") }) else {
      return self
    }
    return enumerated().map { index, line in
      (1...Swift.max(1, count)).contains(index - titles) ? "\(index - titles): \(line)" : line
    }
  }
}
