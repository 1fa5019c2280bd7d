import Billing
package import SessionLog

extension Session {
  /// What an entry did in this session, as an auditor reads it: with what it found where it put
  /// something else, and without a word of other clients.
  package func words(for entry: Entry) -> String {
    if isStopped(by: entry) { return "\(stopped(by: entry)): the clinician went to another visit" }
    let words = entry.kind.inWords
    switch (entry.kind, former[entry.id]) {
    case (.startMoved(_, let moved), .interval(let start, _)):
      return words + was(start.text, insteadOf: moved.text)
    case (.intervalCorrected(_, _, let from, let to), .interval(let start, let end)):
      return words + was(span(start, end), insteadOf: span(from, to))
    case (.intervalSplit(let code, _, let time, let rest), .interval(let start, let end)):
      return splitting("\(code) \(span(start, end))", at: time, rest: rest)
    case (.stretchRemoved(let code, _, let from, let to), .interval(let start, let end)):
      return "took \(span(from, to)) out of \(code) \(span(start, end))"
    case (.switchMoved(_, let time), .changed(let ended, let begun, let former)):
      return "put \(edge(ended, begun)) at \(time.text)"
        + was(former.text, insteadOf: time.text)
    case (.totalStated(_, let seconds), .seconds(let former)):
      return words + was(minutes(former), insteadOf: minutes(seconds))
    case (.visitCorrected(let visit), .visit(let former)):
      return "corrected the visit" + visit.differences(from: former)
    default: return words
    }
  }

  /// What ran here until an entry of another session; of an undone one that is not known.
  private func stopped(by entry: Entry) -> String {
    guard case .running(let codes) = former[entry.id] else { return "stopped what ran" }
    return codes.isEmpty ? "nothing ran here" : "stopped \(codes.listed)"
  }
}

private func was(_ former: String, insteadOf new: String) -> String {
  former == new ? "" : ", was \(former)"
}

/// `the switch from 97110 to 97530`, `the end of 97110`.
private func edge(_ ended: [ProcedureCode], _ begun: [ProcedureCode]) -> String {
  if ended.isEmpty { return "the start of \(begun.listed)" }
  if begun.isEmpty { return "the end of \(ended.listed)" }
  return ended == begun
    ? "the hand-over of \(ended.listed)" : "the switch from \(ended.listed) to \(begun.listed)"
}

extension [ProcedureCode] {
  /// `97110 and G0283`.
  fileprivate var listed: String { map(\.description).joined(separator: " and ") }
}

extension Visit {
  /// `: client KB -> KM, payer Medicare B -> Aetna`: all that is not as it was.
  fileprivate func differences(from former: Visit) -> String {
    let changes = zip(former.particulars, particulars).compactMap { old, new in
      old.text == new.text ? nil : "\(new.name) \(old.text) -> \(new.text)"
    }
    return changes.isEmpty ? ", nothing changed" : ": \(changes.joined(separator: ", "))"
  }

  private var particulars: [(name: String, text: String)] {
    [
      ("client", client), ("discipline", discipline.rawValue), ("payer", payer.called),
      ("secondary payer", secondaryPayer?.called ?? "none"), ("clinician", clinician),
      ("role", performer.role.rawValue), ("planned", appointment?.inWords ?? "not"),
    ]
  }
}

extension Payer {
  /// Its name; the rule's of one without.
  fileprivate var called: String { name ?? rule.name }
}
