import Billing
import Paperwork
import Screen
import SessionLog

/// Every entry of a session in lines, for an auditor: what, when, who and why.
struct AuditTrail {
  private let session: Session
  private let columns: Int
  /// Columns of the names of those who made the entries.
  private let authors: Int

  init(of session: Session, columns: Int) {
    self.session = session
    self.columns = columns
    let longest = session.entries.map { width(of: $0.author) }.max() ?? 0
    authors = min(longest, max(6, columns / 5))
  }

  var lines: [Line] {
    var lines = [overview, Line()]
    var day: ServiceDate?
    for entry in session.entries {
      if entry.moment.localDay != day {
        day = entry.moment.localDay
        lines += [heading(of: entry.moment.localDay)]
      }
      lines += self.lines(of: entry)
    }
    return lines
  }

  /// How many entries there are, and whether it is signed.
  private var overview: Line {
    let late = session.entries.count(where: session.isLateStatement)
    let parts = [
      session.entries.count == 1 ? "1 entry" : "\(session.entries.count) entries",
      session.undone.isEmpty ? nil : "\(session.undone.count) undone",
      late == 0 ? nil : "\(late) late",
      session.signature.map { "signed by \($0.name)" } ?? "not signed",
      session.coSignature.map { "co-signed by \($0.name)" },
    ]
    return Line(parts.compactMap(\.self).joined(separator: ", "), .strong)
  }

  private func heading(of day: ServiceDate) -> Line {
    let distance =
      day == session.visit.date
      ? "the day of service" : day < session.visit.date ? "before the day" : "after the day"
    return Line("\(Wording.day(day)), \(distance)", .quiet)
  }

  // MARK: One entry

  private func lines(of entry: Entry) -> [Line] {
    let isUndone = session.undone.contains(entry.id)
    let head = Line([
      Line("\(entry.id.rawValue)".leftPadded(to: 5) + "  ", .quiet),
      Line(entry.moment.wallTime.text + "  ", isUndone ? .quiet : .text),
      Line(entry.author.padded(to: authors) + "  ", .quiet),
    ])
    let indent = head.columns
    let room = max(8, columns - indent)
    let what = session.words(for: entry).wrapped(to: room)
    let first = head + Line(what.first ?? "", isUndone ? .quiet : entry.kind.role)
    let rest = what.dropFirst().map { ($0, isUndone ? Role.quiet : entry.kind.role) }
    let remarks = remarks(on: entry).flatMap { remark, role in
      remark.wrapped(to: room).map { ($0, role) }
    }
    return [first] + (rest + remarks).map { Line(blanks(indent)) + Line($0, $1) }
  }

  /// What is said below an entry: that it was undone or is late, why it was made, what it touched.
  private func remarks(on entry: Entry) -> [(String, Role)] {
    let others = entry.sessions.filter { $0 != session.id }.map { "\($0.rawValue)" }
    let touched =
      others.isEmpty
      ? nil : "in session \(others.joined(separator: ", ")) too"
    return [
      undoing(of: entry).map { ("undone by \($0.rawValue)", .quiet) },
      session.isLateStatement(entry) ? ("late: after the day of service", .caution) : nil,
      entry.reason.map { ("why: \($0)", .text) },
      answer(to: entry),
      touched.map { ($0, .quiet) },
    ].compactMap(\.self)
  }

  /// The entry that undid it, where it reads as never made.
  private func undoing(of entry: Entry) -> EntryID? {
    guard session.undone.contains(entry.id) else { return nil }
    return session.entries.last { $0.kind == .undone(entry: entry.id) }?.id
  }

  /// Whether somebody said what becomes of a gap.
  private func answer(to entry: Entry) -> (String, Role)? {
    session.gaps.contains { $0.entry == entry.id && $0.isOpen }
      ? ("nobody has said yet whether it was treatment", .caution) : nil
  }

  private func blanks(_ columns: Int) -> String { String(repeating: " ", count: columns) }
}

extension Entry.Kind {
  /// How the trail shows it: corrections are looked for, and so are signatures.
  fileprivate var role: Role {
    switch self {
    case .signed, .coSigned, .addendum: .done
    case .undone, .redone, .dismissed: .quiet
    default: .text
    }
  }
}
