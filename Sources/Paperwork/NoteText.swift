import Billing
package import SessionLog

/// A session as text to paste into a record: what the summary shows, a signature stores and `show`
/// prints.
///
/// At most 80 columns, ASCII but for what people typed. A signed session is the text that was
/// signed, word for word.
package struct NoteText {
  private let session: Session
  private let logbook: Logbook
  private let moment: Moment
  private let signer: String?

  /// - Parameter signedBy: the name to sign with at `moment`; without it the text says that it is
  /// not signed.
  package init(
    of session: Session, in logbook: Logbook, at moment: Moment, signedBy signer: String? = nil
  ) {
    self.session = session
    self.logbook = logbook
    self.moment = moment
    self.signer = signer
  }

  package var lines: [NoteLine] {
    if let signature = session.signature { return signature.text.map { NoteLine($0.visible) } }
    let bill = SessionReport(session, in: logbook, at: moment).bill
    let text = BillText(bill, catalog: logbook.catalog)
    var lines = header
    lines.add(part: "Charges", text.charges + [NoteLine("  " + text.minutes)])
    lines.add(part: "Part of this session", ownPart)
    lines.add(part: "Time", time)
    lines.add(part: "Equal choices", text.choices)
    lines.add(part: "Why", text.reasons)
    lines.add(part: "Findings", text.findings)
    lines.add(part: "Signature", [NoteLine("  " + signatureLine)])
    return lines
  }

  private var now: Instant { logbook.instant(of: moment) }

  /// Who was treated, when, under which plan and payer, by whom.
  private var header: [NoteLine] {
    let visit = session.visit
    var lines: [NoteLine] = []
    lines.add(visit.client, after: "Client      ", .heading)
    lines.add("\(visit.date)", after: "Date        ")
    lines.add(visit.discipline.rawValue, after: "Discipline  ")
    let payer = visit.payer.name.map { "\($0), " } ?? ""
    lines.add(payer + visit.payer.rule.name, after: "Payer       ")
    lines.add(visit.clinician, after: "Clinician   ")
    return lines
  }

  /// What this session adds to a day that has several; nothing where it is the whole day.
  private var ownPart: [NoteLine] {
    let day = logbook.day(of: session)
    guard day.count > 1 else { return [] }
    let others = day.filter { $0.id != session.id }.map { "\($0.id.rawValue)" }
    let numbers = (others.count == 1 ? "session " : "sessions ") + others.joined(separator: ", ")
    let minutes = session.panes.map { "\($0.code) \($0.minutes(at: now)) min" }
    var lines: [NoteLine] = []
    lines.add(minutes.joined(separator: ", "), after: "  ")
    lines.add(
      "Billed together with \(numbers): same client, date and discipline.", after: "  ", .quiet)
    return lines
  }

  /// Every interval of every code with its clock times, and where it came from; then the pauses.
  private var time: [NoteLine] {
    var lines = session.panes.flatMap { pane in
      let rows = rows(of: pane)
      return rows.enumerated().map { index, row in
        NoteLine("  \(index == 0 ? "\(pane.code)" : "     ")  \(row)")
      }
    }
    for pause in session.pauses {
      let stretch = Self.stretch(pause.startTime, pause.endTime)
      lines.add(pause.reason ?? "", after: "  pause  \(stretch.padded(to: 18))", .quiet)
    }
    return lines.map { NoteLine($0.text.withoutTrailingSpaces, $0.kind) }
  }

  private func rows(of pane: Session.Pane) -> [String] {
    let intervals = pane.intervals.map { interval in
      row(
        Self.stretch(interval.startTime, interval.endTime), interval.milliseconds(at: now),
        interval.provenance, isLate: interval.isLate,
        remark: interval.crossesRestart ? "across a restart: by the wall clock" : nil)
    }
    let typed = pane.typed.map { time in
      row("no clock times", time.milliseconds, time.provenance, isLate: time.isLate, remark: nil)
    }
    return intervals + typed
  }

  private func row(
    _ stretch: String, _ milliseconds: Int64, _ provenance: Provenance, isLate: Bool,
    remark: String?
  ) -> String {
    let remarks = [provenance.rawValue, isLate ? "late" : nil, remark].compactMap(\.self)
    return stretch.padded(to: 16) + Self.duration(milliseconds).aligned(right: 8) + "  "
      + remarks.joined(separator: ", ")
  }

  private var signatureLine: String {
    guard let signer else { return "not signed" }
    return "\(signer.visible), \(moment.localDay) \(moment.wallTime.text)"
  }

  private static func stretch(_ start: WallTime, _ end: WallTime?) -> String {
    "\(start.text)-\(end?.text ?? "...")"
  }

  /// `24:31`, `1:05:00`, `-5:00`.
  private static func duration(_ milliseconds: Int64) -> String {
    let seconds = abs(milliseconds) / 1000
    let (minute, second) = (seconds / 60 % 60, seconds % 60)
    let hours = seconds >= 3600 ? "\(seconds / 3600):\(minute < 10 ? "0" : "")" : ""
    return "\(milliseconds < 0 ? "-" : "")\(hours)\(minute):\(second < 10 ? "0" : "")\(second)"
  }
}
