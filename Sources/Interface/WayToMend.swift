import Billing
import SessionLog

/// One of the ways out, where a stretch is not free.
struct WayToMend: Hashable {
  enum Act: Hashable {
    /// Only what is free.
    case shorten(BlockedStretch)
    /// What is in the way is cut back.
    case cutOthers
    /// The intervals of the code that is in the way.
    case visit(SessionID, ProcedureCode)
    /// Everything stays as it was.
    case leave
  }

  var act: Act
  var words: String
}

extension IntervalEdit {
  /// How a stretch that is not free can be mended, three ways at most; there is always the one to
  /// leave it.
  func ways() -> [WayToMend] {
    let leave = WayToMend(act: .leave, words: "leave everything as it is")
    guard case .failure(let refusal) = refused, let blocked = refusal.blocked else {
      return [leave]
    }
    let (cut, shorter, other) = (cut(blocked), shorter(blocked), other(blocked))
    return shorter.prefix(cut.isEmpty ? 2 : 1) + (cut + other).prefix(shorter.isEmpty ? 2 : 1)
      + [leave]
  }

  private var refused: Result<[Draft], TimeRefusal> {
    do throws(TimeRefusal) {
      return .success(try drafts())
    } catch {
      return .failure(error)
    }
  }

  private func shorter(_ blocked: BlockedStretch) -> [WayToMend] {
    // The rest of a split has no times of its own to shorten.
    if case .split = form.purpose { return [] }
    return stretch.freeParts(from: blocked.start, to: blocked.end, in: logbook).map { part in
      WayToMend(
        act: .shorten(part),
        words: "only what is free: \(part.start.time.text)-\(part.end.time.text)")
    }
  }

  private func other(_ blocked: BlockedStretch) -> [WayToMend] {
    let obstacle = stretch.obstacle(from: blocked.start, to: blocked.end, in: logbook)
    guard case .taken(let taken)? = obstacle else { return [] }
    let name = taken.name(seenFrom: session)
    return [
      WayToMend(
        act: .visit(taken.session.id, taken.code), words: "see the intervals of \(name) first")
    ]
  }

  private func cut(_ blocked: BlockedStretch) -> [WayToMend] {
    let cuts = stretch.cuts(
      from: blocked.start, to: blocked.end, in: logbook, at: moment, because: reason)
    guard let cuts, !cuts.isEmpty else { return [] }
    let names = cuts.compactMap { draft -> String? in
      guard case .stretchRemoved(let code, _, let start, let end) = draft.kind,
        let other = draft.sessions.first.flatMap({ logbook.sessions[$0] })
      else { return nil }
      let client = other.id == session.id ? "" : " of \(other.visit.client)"
      return "\(start.text)-\(end.text) out of \(code)\(client)"
    }
    return [WayToMend(act: .cutOthers, words: "take \(names.joined(separator: ", "))")]
  }
}
