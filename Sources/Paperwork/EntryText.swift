import Billing
package import SessionLog

extension Entry.Kind {
  /// What happened, as an auditor reads it.
  package var inWords: String {
    switch self {
    case .opened(let visit): "opened for \(visit.client), \(visit.date)"
    case .added(let code): "added \(code)"
    case .started(let code): "started \(code)"
    case .stopped(let code): "stopped \(code)"
    case .paused: "paused"
    case .pauseReason(let reason): "paused for: \(reason)"
    case .resumed: "resumed"
    case .allStopped: "stopped everything"
    case .startMoved(let code, let start): "moved the start of \(code) to \(start.text)"
    case .secondsTyped(let code, let seconds): "typed \(minutes(seconds)) for \(code)"
    case .totalStated(let code, let seconds): "stated \(code) as \(minutes(seconds)) in all"
    case .intervalStated(let code, let start, let end):
      "typed \(start.text)-\(end.text) for \(code)"
    case .unitsStated(let code, let units): "typed \(counted(units, "unit")) of \(code)"
    case .timingStated(let code, let isTimed): "said that \(code) is \(isTimed ? "" : "not ")timed"
    case .performerStated(let code, let performer):
      "\(performer.role.rawValue) \(performer.name) gives \(code)"
    case .coTreated(let code, let discipline, let seconds):
      seconds == 0
        ? "took back what \(discipline.rawValue) gave of \(code)"
        : "\(minutes(seconds)) of \(code) are \(discipline.rawValue)'s, given together"
    case .modifierStated(let code, let modifier):
      "put \(modifier.modifier) on \(code)" + because(modifier.reason)
    case .modifierRemoved(let code, let modifier): "took \(modifier) off \(code)"
    case .answered(let code, let question, let text):
      text.isEmpty
        ? "took back the note for \(code), \(question)"
        : "noted for \(code), \(question): \(text)"
    case .dismissed(let finding, let reason): "let \(finding.inWords) stand" + because(reason)
    case .allowedElsewhere(let cents): "stated \(dollars(cents)) allowed elsewhere this year"
    case .chosen(let units): "chose \(units.named)"
    case .undone(let entry): "undid entry \(entry.rawValue)"
    case .redone(let entry): "made entry \(entry.rawValue) again"
    case .signed(let signature): "signed by \(signature.name)"
    case .groupStarted, .groupStopped, .switchMoved, .intervalCorrected, .intervalSplit,
      .stretchRemoved, .noticed, .gapSettled, .visitCorrected, .notHeld, .addendum, .coSigned,
      .clientStated:
      furtherWords
    }
  }
}

extension Entry.Kind {
  /// The same for what concerns several clients, mends, or follows a signature; each case has its
  /// words here or in ``inWords``.
  private var furtherWords: String {
    switch self {
    case .groupStarted(let code, let members, _): "started \(code) for a group of \(members.count)"
    case .groupStopped(let code, let members): "stopped \(code) for a group of \(members.count)"
    case .switchMoved(let entry, let time):
      "moved the switch of entry \(entry.rawValue) to \(time.text)"
    case .intervalCorrected(let code, _, let start, let end):
      "corrected \(code) to \(span(start, end))"
    case .intervalSplit(let code, _, let time, let rest):
      splitting("\(code)", at: time, rest: rest)
    case .stretchRemoved(let code, _, let start, let end):
      "took \(span(start, end)) out of \(code)"
    case .noticed(let gap): gap.inWords
    case .gapSettled(_, let seconds): "kept \(minutes(seconds)) of the gap"
    case .visitCorrected(let visit):
      "corrected the visit to \(visit.inWords)"
    case .notHeld(let absence):
      "did not take place, \(absence.inWords)"
    case .addendum(let text): "added: \(text)"
    case .coSigned(let name): "co-signed by \(name)"
    case .clientStated(let record):
      "stated the record of \(record.client), \(record.discipline.rawValue)"
    case .opened, .added, .started, .stopped, .paused, .pauseReason, .resumed, .allStopped,
      .startMoved, .secondsTyped, .totalStated, .intervalStated, .unitsStated, .timingStated,
      .performerStated, .coTreated, .modifierStated, .modifierRemoved, .answered, .dismissed,
      .allowedElsewhere, .chosen, .undone, .redone, .signed:
      ""
    }
  }
}

extension ClockGap {
  /// `the machine slept 10:05-10:48, 43 min`.
  package var inWords: String {
    switch cause {
    case .slept: "the machine slept \(placeInWords), \(minutes(seconds))"
    case .restarted: "the machine was started anew \(placeInWords), \(minutes(seconds))"
    case .clockMoved: "the wall clock was set from \(start.text) to \(end.text)"
    }
  }

  /// `10:05-10:48`; where the program was closed, `somewhere between 10:05 and 10:50`: a restart is
  /// never seen by a program that runs.
  package var placeInWords: String {
    guard let first = lookedLast ?? (cause == .restarted ? start : nil) else {
      return "\(start.text)-\(end.text)"
    }
    return "somewhere between \(first.text) and \(end.text)"
  }
}

extension Absence {
  /// `no-show`, `cancelled: ill`.
  package var inWords: String { cause.rawValue + because(reason) }
}

/// `10:05-10:20`, `10:05-now`.
func span(_ start: WallTime, _ end: WallTime?) -> String { "\(start.text)-\(end?.text ?? "now")" }

/// `split 97110 at 10:14, the rest is 97530`.
func splitting(_ interval: String, at time: WallTime, rest: ProcedureCode?) -> String {
  "split \(interval) at \(time.text)" + (rest.map { ", the rest is \($0)" } ?? "")
}

extension Visit {
  /// `KM, PT, Medicare B, therapist A. Meier`.
  fileprivate var inWords: String {
    "\(client), \(discipline.rawValue), \(payer.name ?? payer.rule.name), \(performer)"
  }
}

private func because(_ reason: String) -> String { reason.isEmpty ? "" : ": \(reason)" }

extension Finding.Fact {
  /// `pair of 97530 97542`.
  var inWords: String {
    let codes = codes.map(\.description).joined(separator: " ")
    return id.rawValue + (codes.isEmpty ? "" : " of \(codes)")
      + (detail.isEmpty ? "" : " (\(detail))")
  }
}

/// Seconds as `5 min`, `-1 min 30 s`, `30 s`: nothing of what was typed is cut.
func minutes(_ seconds: Int64) -> String {
  let (minutes, rest) = seconds.magnitude.quotientAndRemainder(dividingBy: 60)
  let parts = [
    minutes > 0 || rest == 0 ? "\(minutes) min" : nil, rest > 0 ? "\(rest) s" : nil,
  ]
  return (seconds < 0 ? "-" : "") + parts.compactMap(\.self).joined(separator: " ")
}
