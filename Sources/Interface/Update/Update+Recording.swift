import Billing
import Paperwork
import SessionLog

extension State {
  /// Whether nothing may be recorded; says so.
  mutating func refusesToRecord() -> Bool {
    guard setup.isLookOnly else { return false }
    notice = Notice(
      "Looking only: another unitclock has this journal. Record there, or leave it and start anew.",
      tone: .error)
    return true
  }

  /// What is to be recorded, by the clinician of the visit where nobody else is named.
  func draft(
    _ kind: Entry.Kind, in sessions: [SessionID], by author: String? = nil,
    because reason: String? = nil, at now: Moment
  ) -> Draft {
    let clinician = sessions.first.flatMap { logbook.sessions[$0]?.visit.clinician }
    return Draft(
      sessions: sessions, moment: now, author: author ?? clinician ?? setup.author, kind: kind,
      reason: reason)
  }

  /// Asks the journal for an entry, if it can have happened after those before it.
  mutating func record(
    _ kind: Entry.Kind, in sessions: [SessionID], by author: String? = nil,
    because reason: String? = nil, at now: Moment
  ) -> [Effect] {
    record([draft(kind, in: sessions, by: author, because: reason, at: now)])
  }

  /// Asks the journal for several entries that are one thing to the person: all of them or none.
  mutating func record(_ drafts: [Draft]) -> [Effect] {
    guard !refusesToRecord() else { return [] }
    do throws(ImpossibleEntry) {
      // What names no session stands before everything else, and cannot contradict it.
      _ = try logbook.trying(drafts.filter { !$0.sessions.isEmpty })
    } catch {
      notice = Notice("Error: \(error.reason).", tone: .error)
      return []
    }
    return [.record(drafts)]
  }

  /// Takes an entry that is on disk, and says what it changed.
  ///
  /// Only now the box that asked for it goes: had the disk refused, what was typed would still be
  /// there.
  mutating func take(_ entry: Entry, at now: Moment) {
    // What one key stores as several entries is told as one.
    let (before, asked) = (logbookAtKey ?? logbook, overlay)
    // What the clocks did was asked for by nobody: whatever is being typed stays.
    if case .noticed(let gap) = entry.kind { return take(gap, noticedBy: entry) }
    overlay = nil
    guard takeFromElsewhere(entry) else { return }
    switch entry.kind {
    case .opened: showOpened(entry.sessions[0])
    case .added(let code): focusPane(of: code, in: entry.sessions[0])
    case .paused: overlay = .pauseReason(TextField(limit: Self.pauseReasonLimit))
    case .undone, .redone, .startMoved, .secondsTyped, .totalStated, .intervalStated,
      .unitsStated, .timingStated:
      notice = changeNotice(entry, from: before, at: now)
    case .chosen(let units):
      notice = Notice("Chosen: \(Wording.units(units)).", tone: .done)
    case .signed(let signature):
      notice = Notice("Signed by \(signature.name). Nothing changes it any more.", tone: .done)
    case .started(let code) where entry.sessions.count > 1:
      // A switch of the person goes along.
      if session?.id != entry.sessions[0] { show(code, of: entry.sessions[0]) }
      let others = entry.sessions.dropFirst().compactMap { logbook.sessions[$0]?.visit.client }
      notice = Notice("Switched from \(others.joined(separator: ", ")).")
    case .performerStated, .allowedElsewhere, .modifierStated, .modifierRemoved, .answered,
      .dismissed:
      notice = Notice(
        entry.kind.sentence(asked: logbook.tables.questions), tone: .done)
    case .coTreated:
      notice = changeNotice(entry, from: before, at: now)
    case .switchMoved, .intervalCorrected, .intervalSplit, .stretchRemoved, .gapSettled:
      notice = changeNotice(entry, from: before, at: now)
    case .groupStarted(let code, let members, _):
      notice = groupNotice(code, for: members, isRunning: true)
    case .groupStopped(let code, let members):
      notice = groupNotice(code, for: members, isRunning: false)
    case .visitCorrected:
      open(entry.sessions[0])
      notice = changeNotice(entry, from: before, at: now)
    case .notHeld(let absence):
      let client = logbook.sessions[entry.sessions[0]]?.visit.client ?? ""
      notice = Notice(
        "\(client): \(absence.inWords). \(key(of: .undo)) in the visit takes it back.", tone: .done)
    case .noticed: break
    case .clientStated(let record):
      takeStated(record, instead: before.clients[record.key])
    case .addendum: notice = Notice("Added below what was signed.", tone: .done)
    case .coSigned(let name): notice = Notice("Co-signed by \(name).", tone: .done)
    case .started, .stopped, .pauseReason, .resumed, .allStopped: break
    }
    goOn(from: asked, after: entry, at: now)
  }

  /// Adds what was recorded before to the logbook.
  mutating func lookBack(at entries: [Entry]) {
    do throws(ImpossibleEntry) {
      logbook = try logbook.including(entries)
    } catch {
      notice = Notice("Error: the journal holds what cannot be: \(error).", tone: .error)
    }
  }

  /// Takes what another copy recorded since the last look.
  ///
  /// A visit of before that is not at hand is passed over: it is read whole when it is opened.
  mutating func takeArrived(_ entries: [Entry]) {
    lastLooked = entries.last?.id ?? lastLooked
    var atHand = Set(logbook.sessions.keys)
    lookBack(
      at: entries.filter { entry in
        if case .opened = entry.kind { atHand.formUnion(entry.sessions) }
        return atHand.isSuperset(of: entry.sessions)
      })
  }

  /// Adds an entry to the logbook; whether it could be.
  @discardableResult
  mutating func takeFromElsewhere(_ entry: Entry) -> Bool {
    do throws(ImpossibleEntry) {
      try logbook.append(entry)
      return true
    } catch {
      notice = Notice("Error: the journal holds what cannot be: \(error).", tone: .error)
      return false
    }
  }

  private mutating func focusPane(of code: ProcedureCode, in id: SessionID) {
    guard let session = logbook.sessions[id],
      let index = session.panes.firstIndex(where: { $0.code == code })
    else { return }
    focusPane(index, of: session)
    let digit = index < 9 ? "\(index + 1)" : index == 9 ? "0" : "Enter"
    if case .depends? = logbook.catalog[code]?.timing {
      notice = Notice(
        "\(code) added; \(digit) starts it. Say with \(key(of: .time)) whether it is timed or untimed."
      )
    } else {
      notice = Notice("\(code) added; \(digit) starts it.")
    }
  }
}
