import Billing
import Screen
import SessionLog

extension State {
  // MARK: Its digit

  /// Stops a group's code for everybody, or starts it again for the same clients; nothing where no
  /// other client is in it.
  mutating func toggleGroup(
    of code: ProcedureCode, in session: Session, at now: Moment
  ) -> [Effect]? {
    let members = logbook.group(of: code, with: session)
    guard members.count > 1 else { return nil }
    if session[code]?.isRunning == true {
      return record(
        .groupStopped(code: code, members: members.map(\.id)), in: members.map(\.id), at: now)
    }
    let absent = members.filter { $0[code]?.isRunning != true }
    for member in absent where refusesChange(of: member) || refusesClock(of: member, at: now) {
      return []
    }
    return record([start(code, for: absent, by: session.performer(of: code), at: now)])
  }

  private func start(
    _ code: ProcedureCode, for members: [Session], by performer: Performer, at now: Moment
  ) -> Draft {
    let ids = members.map(\.id)
    let others = logbook.bound(by: performer, grouping: code, members: members)
    return draft(
      .groupStarted(code: code, members: ids, performer: performer), in: ids + others.map(\.id),
      at: now)
  }

  /// For whom a group's code runs or was stopped, once it is on disk.
  func groupNotice(_ code: ProcedureCode, for members: [SessionID], isRunning: Bool) -> Notice {
    let clients = members.compactMap { logbook.sessions[$0]?.visit.client }
      .joined(separator: ", ")
    return Notice("\(code) \(isRunning ? "runs" : "is stopped") for \(clients).", tone: .done)
  }

  // MARK: The box

  mutating func openGroup(of session: Session, at now: Moment) {
    guard !refusesChange(of: session) else { return }
    let codes = groupCodes(of: session).map(\.code)
    guard let first = codes.first else {
      notice = Notice("No group code is known for \(session.visit.discipline.rawValue).")
      return
    }
    guard session.visit.date == now.localDay else {
      notice = Notice("Timers run on today's sessions only.", tone: .error)
      return
    }
    let running = codes.first { code in
      session[code]?.intervals.last.map { $0.isRunning && $0.group != nil } ?? false
    }
    var box = GroupBox(
      session: session.id, codes: running.map { [$0] } ?? codes, code: running ?? first,
      candidates: [], members: [session.id])
    if let running {
      box.running = logbook.group(of: running, with: session).map(\.id)
      box.members = Set(box.running)
    }
    box.candidates = candidates(for: box.code, around: session, on: now.localDay)
    guard box.candidates.count > 1 else {
      notice = Notice(
        "A group has at least two clients, and no other visit of today is open: "
          + "\(setup.keymap.label(of: .newSession, in: .session)) begins one.")
      return
    }
    overlay = .group(box)
  }

  /// The group codes of the visit's discipline that can be billed on its date.
  private func groupCodes(of session: Session) -> [Procedure] {
    logbook.catalog.procedures.filter {
      $0.attendance == .group && $0.disciplines.contains(session.visit.discipline)
        && $0.isValid(on: session.visit.date)
    }
  }

  /// Today's open visits under a discipline that bills the code, the one on the screen first; of a
  /// client with several, the one in which the code runs, else the first.
  private func candidates(
    for code: ProcedureCode, around session: Session, on today: ServiceDate
  ) -> [SessionID] {
    let disciplines = logbook.catalog[code]?.disciplines ?? []
    let others = listed(on: today).filter {
      $0.id != session.id && $0.visit.date == today && !$0.isClosed
        && disciplines.contains($0.visit.discipline)
    }
    let own = Visit.clientKey(of: session.visit.client)
    let visits = Dictionary(grouping: others) { Visit.clientKey(of: $0.visit.client) }
    return [session.id]
      + others.filter { other in
        let key = Visit.clientKey(of: other.visit.client)
        let same = visits[key] ?? []
        let first = same.first { $0.running.contains(code) } ?? same.first
        return key != own && other.id == first?.id
      }.map(\.id)
  }

  mutating func pressOnGroup(_ box: GroupBox, _ key: Key, at now: Moment) -> [Effect] {
    var box = box
    switch key {
    case .enter: return apply(box, at: now)
    case .character(" "):
      let candidate = box.candidates[box.selected]
      if box.members.remove(candidate) == nil { box.members.insert(candidate) }
    case .left: turnCode(of: &box, by: -1, at: now)
    case .right: turnCode(of: &box, by: 1, at: now)
    default:
      guard let step = key.step ?? key.letterStep else { return [] }
      box.selected = moved(box.selected, by: step, among: box.candidates.count)
    }
    overlay = .group(box)
    return []
  }

  private func turnCode(of box: inout GroupBox, by step: Int, at now: Moment) {
    guard let session = logbook.sessions[box.session],
      let index = box.codes.firstIndex(of: box.code)
    else { return }
    box.code = box.codes[(index + step + box.codes.count) % box.codes.count]
    box.candidates = candidates(for: box.code, around: session, on: now.localDay)
    box.members.formIntersection(box.candidates)
    box.selected = min(box.selected, box.candidates.count - 1)
  }

  /// Starts the group, or lets clients leave and join one that runs.
  private mutating func apply(_ box: GroupBox, at now: Moment) -> [Effect] {
    let joining = box.joining.compactMap { logbook.sessions[$0] }
    guard !box.running.isEmpty || box.members.count > 1 else {
      notice = Notice("Error: a group has at least two clients; Space marks one.", tone: .error)
      return []
    }
    guard let session = logbook.sessions[box.running.first ?? box.session] else { return [] }
    let started = start(box.code, for: joining, by: session.performer(of: box.code), at: now)
    guard !box.running.isEmpty else { return record([started]) }
    guard !joining.isEmpty || !box.leaving.isEmpty else {
      overlay = nil
      return []
    }
    if box.members.isEmpty {
      return record(
        .groupStopped(code: box.code, members: box.running), in: box.running, at: now)
    }
    let stops = box.leaving.map { draft(.stopped(code: box.code), in: [$0], at: now) }
    return record(stops + (joining.isEmpty ? [] : [started]))
  }
}
