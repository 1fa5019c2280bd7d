import Billing
import SessionLog

// Words that mend time, and those of a whole day.
extension Story {
  /// Tells a word that mends an interval or a switch; whether it is one.
  mutating func isMending(_ word: Substring) throws -> Bool {
    if let match = word.wholeMatch(of: /b([-+]\d+)/) {
      try moveLastSwitch(by: number(match.1))
    } else if let match = word.wholeMatch(of: /(\d{5})\[(\d)\](.)(\d*)(-?)(\d*)(?:>(\d{5}))?/),
      let code = ProcedureCode(String(match.1))
    {
      let interval = try interval(number(match.2), of: code)
      let start = try wallTime(number(match.4))
      let end = match.6.isEmpty ? nil : try wallTime(number(match.6))
      switch (match.3, end) {
      case ("=", _):
        try record(.intervalCorrected(code: code, interval: interval, start: start, end: end))
      case ("|", _):
        let rest = match.7.flatMap { ProcedureCode(String($0)) }
        try record(.intervalSplit(code: code, interval: interval, time: start, rest: rest))
      case ("^", let end?):
        try record(.stretchRemoved(code: code, interval: interval, start: start, end: end))
      default: throw StoryError(word: String(word))
      }
    } else {
      return false
    }
    return true
  }

  /// Tells a word that several clients, the clocks, or the visit as a whole have; whether it is one.
  mutating func isOfTheDay(_ word: Substring) throws -> Bool {
    switch word {
    case "noticed": try notice()
    case "keep": try settle(keeping: nil)
    case "out": try settle(keeping: 0)
    case "no-show": try record(.notHeld(Absence(cause: .noShow, reason: "")))
    case "cancelled": try record(.notHeld(Absence(cause: .cancelled, reason: "ill")))
    default:
      if let match = word.wholeMatch(of: /keep(\d+)/) {
        try settle(keeping: number(match.1) * 60)
      } else if let match = word.wholeMatch(of: /(\d{5})\*(\S+)/),
        let code = ProcedureCode(String(match.1))
      {
        try match.2 == "." ? stopGroup(of: code) : startGroup(of: code, with: match.2)
      } else {
        return false
      }
    }
    return true
  }

  /// The entry that began a code's interval; the first is 1.
  private func interval(_ number: Int64, of code: ProcedureCode) throws -> EntryID {
    let intervals = try pane(code).intervals
    guard intervals.indices.contains(Int(number) - 1) else {
      throw StoryError(word: "\(code)[\(number)]")
    }
    return intervals[Int(number) - 1].entry
  }

  private mutating func moveLastSwitch(by minutes: Int64) throws {
    guard let last = try logbook.lastSwitch(in: session, at: clocks.moment) else {
      throw StoryError(word: "no switch")
    }
    let time = last.time.advanced(by: minutes * 60_000)
    try append(.switchMoved(entry: last.entry.id, time: time), in: last.entry.sessions)
  }

  private mutating func startGroup(of code: ProcedureCode, with clients: Substring) throws {
    let others = try clients.split(separator: "+").map { client in
      let sessions = logbook.sessions.values.filter { $0.visit.client == client }
      guard let first = sessions.map(\.id).min() else { throw StoryError(word: String(client)) }
      return first
    }
    let members = ([current] + others.filter { $0 != current })
    let performer = try session.performer(of: code)
    let stopped = logbook.bound(
      by: performer, grouping: code, members: members.compactMap { logbook.sessions[$0] })
    try append(
      .groupStarted(code: code, members: members, performer: performer),
      in: members + stopped.map(\.id))
  }

  private mutating func stopGroup(of code: ProcedureCode) throws {
    let members = try logbook.group(of: code, with: session).map(\.id)
    guard !members.isEmpty else { throw StoryError(word: "no group") }
    try append(.groupStopped(code: code, members: members), in: members)
  }

  private mutating func notice() throws {
    let sessions = logbook.sessions.values.filter { !$0.running.isEmpty }.map(\.id).sorted()
    guard let gap, !sessions.isEmpty else { throw StoryError(word: "nothing to notice") }
    try append(.noticed(gap), in: sessions)
    self.gap = nil
  }

  private mutating func settle(keeping seconds: Int64?) throws {
    guard let noticed = try session.gaps.last(where: \.isOpen) else {
      throw StoryError(word: "no gap")
    }
    let sessions = logbook.sessions.values.filter { other in
      other.gaps.contains { $0.entry == noticed.entry }
    }
    try append(
      .gapSettled(entry: noticed.entry, seconds: seconds ?? noticed.gap.seconds),
      in: sessions.map(\.id).sorted())
  }
}
