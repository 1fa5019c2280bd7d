import Billing
package import SessionLog

/// A session as text to paste into a record: what the summary shows, a signature stores and `show`
/// prints.
///
/// At most 80 columns, ASCII but for what people typed. A signed session is the text that was
/// signed, word for word.
package struct NoteText {
  let session: Session
  let logbook: Logbook
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
    if let signature = session.signature {
      let added = linesAfterSigning
      return Self.lines(asSigned: signature.text) + (added.isEmpty ? [] : [NoteLine()] + added)
    }
    if let absence = session.absence {
      var lines = header
      lines.add(part: "Did not take place", [NoteLine("  \(absence.inWords.visible)")])
      return lines
    }
    let bill = SessionReport(session, in: logbook, at: moment).bill
    let text = BillText(bill, catalog: logbook.catalog)
    var lines = header
    for part in Part.allCases { lines.add(part: part.rawValue, self.lines(of: part, text)) }
    return lines
  }

  /// The parts of a note, in order, by the names that stand over them.
  private enum Part: String, CaseIterable {
    case charges = "Charges"
    case ownPart = "Part of this session"
    case time = "Time"
    case corrections = "Corrections"
    case performers = "Given by"
    case answers = "Notes"
    case modifiers = "Modifiers"
    case choices = "Equal choices"
    case reasons = "Why"
    case findings = "Findings"
    case signature = "Signature"
  }

  private func lines(of part: Part, _ text: BillText) -> [NoteLine] {
    switch part {
    case .charges: text.charges + [NoteLine("  " + text.minutes)]
    case .ownPart: ownPart(in: text.bill)
    case .time: time
    case .corrections: Corrections(session: session).lines
    case .performers: performers
    case .answers: answers
    case .modifiers: modifiers
    case .choices: text.choices
    case .reasons: text.reasons
    case .findings: text.findings
    case .signature: [NoteLine("  " + signatureLine)]
    }
  }

  /// Signed text, word for word; only the names of its parts are known again.
  private static func lines(asSigned text: [String]) -> [NoteLine] {
    text.map { NoteLine($0.visible, Part(rawValue: $0) == nil ? .body : .heading) }
  }

  var now: Instant { logbook.instant(of: moment) }

  /// Who was treated, when, under which plan and payer, by whom.
  private var header: [NoteLine] {
    let visit = session.visit
    var lines: [NoteLine] = []
    lines.add(visit.client, after: "Client      ", .heading)
    lines.add("\(visit.date)", after: "Date        ")
    if let appointment = visit.appointment {
      lines.add(appointment.inWords, after: "Planned     ")
    }
    lines.add(visit.discipline.rawValue, after: "Discipline  ")
    lines.add(visit.payer.inWords, after: "Payer       ")
    if let secondary = visit.secondaryPayer {
      lines.add(secondary.inWords, after: "Secondary   ")
    }
    let isTherapist = visit.performer.role == .therapist
    lines.add(
      visit.clinician + (isTherapist ? "" : ", \(visit.performer.role.rawValue)"),
      after: "Clinician   ")
    return lines
  }

  /// What this session adds to a day that has several; nothing where it is the whole day.
  private func ownPart(in bill: Bill) -> [NoteLine] {
    let day = logbook.day(of: session)
    guard day.count > 1 else { return [] }
    let others = day.filter { $0.id != session.id }.map { "\($0.id.rawValue)" }
    let numbers = (others.count == 1 ? "session " : "sessions ") + others.joined(separator: ", ")
    var lines: [NoteLine] = []
    lines.add(session.panes.map(given).joined(separator: ", "), after: "  ")
    lines.add(
      "Billed together with \(numbers): same client, date and discipline.", after: "  ", .quiet)
    for other in day where other.visit.payer != session.visit.payer {
      lines.add(
        """
        Session \(other.id.rawValue) names another payer, \
        \(other.visit.payer.name ?? other.visit.payer.rule.name); one day is billed to one payer.
        """, after: "  ")
    }
    if let correction = correction(by: bill) { lines.add(correction, after: "  ") }
    return lines
  }

  /// What was given of a code in this session alone: `97110 24 min`, `97597 3 units`.
  private func given(of pane: Session.Pane) -> String {
    let minutes = pane.minutes(at: now)
    let units = pane.units.map { counted($0, "unit") }
    let time = minutes > 0 || units == nil ? "\(minutes) min" : nil
    return (["\(pane.code)"] + [time, units].compactMap(\.self)).joined(separator: " ")
  }

  /// What becomes of a bill that another session of the day was signed with.
  private func correction(by bill: Bill) -> String? {
    guard let earlier = logbook.corrects(session), let signed = earlier.signature?.bill.units
    else { return nil }
    let codes = Set(signed.keys).union(bill.units.keys).sorted()
    let changes = codes.compactMap { code -> String? in
      let (before, after) = (signed[code, default: 0], bill.units[code, default: 0])
      return before == after ? nil : "\(code) \(before) to \(after)"
    }
    let billed = signed.filter { $0.value > 0 }.named
    return """
      Session \(earlier.id.rawValue) is signed with \(billed.isEmpty ? "no unit" : billed). \
      This is the whole day and takes its place: \
      \(changes.isEmpty ? "no unit changes" : changes.joined(separator: ", ")). \
      Sign the corrected bill.
      """
  }

  /// Every interval of every code with its clock times, and where it came from; then the pauses.
  private var time: [NoteLine] {
    var lines: [NoteLine] = []
    for pane in session.panes {
      lines.add(stretches(of: pane), after: "  \(pane.code)  ")
    }
    for pause in session.pauses {
      let stretch = Stretch.times(pause.startTime, pause.endTime)
      lines.add(pause.reason ?? "", after: "  pause  \(stretch.padded(to: 18))", .quiet)
    }
    return lines.map { NoteLine($0.text.withoutTrailingSpaces, $0.kind) }
  }

  private func stretches(of pane: Session.Pane) -> [Stretch] {
    var parts = PartsOfTime()
    return session.stretches(of: pane, in: logbook, at: now, cutBy: &parts).map { stretch, _ in
      var stretch = stretch
      if session.hasSeveralPerformers { stretch.remarks.append(stretch.performer.role.rawValue) }
      return stretch
    }
  }

  private var signatureLine: String {
    guard let signer else { return "not signed" }
    return "\(signer.visible), \(moment.localDay) \(moment.wallTime.text)"
  }
}
