import Billing
package import SessionLog

/// Every unit, modifier and finding of a session, derived line by line: what `why` prints for an
/// auditor.
///
/// Of a signed session the bill is the one that was signed, never a recomputation; its times come
/// from the log, which nothing changes after the signature.
package struct WhyText {
  let session: Session
  let logbook: Logbook
  let now: Instant
  let moment: Moment
  let bill: Bill
  /// The program and tables that made the bill.
  let madeBy: String
  /// The sessions that were billed together, this one included.
  let sessions: [Session]

  /// - Parameter madeBy: the program and tables that make a bill now; a signed one carries its own.
  package init(
    of session: Session, in logbook: Logbook, at moment: Moment, madeBy: String
  ) {
    let report = SessionReport(session, in: logbook, at: moment)
    self.session = session
    self.logbook = logbook
    now = report.instant
    self.moment = moment
    bill = report.bill
    self.madeBy = session.signature?.madeBy ?? madeBy
    sessions =
      session.signature.map { signed in
        signed.sessions.compactMap { logbook.sessions[$0] }
      } ?? logbook.day(of: session)
  }

  package var lines: [NoteLine] {
    var lines = heading
    for part in parts { lines.add(part: part.name, part.lines) }
    return lines
  }

  /// The derivation, part by part.
  var parts: [(name: String, lines: [NoteLine])] {
    [("Visit", visit), ("Payer", payer)]
      + codes.map { (name(of: $0), time(of: $0)) }
      + [("Pauses", pauses), ("Gaps of the clocks", gaps), ("Corrections", corrections)]
      + [("Units of the day", sharedReasons), ("Lines of the claim", claim)]
      + [("Equal choices", text.choices), ("Findings", findings), ("Tables", tables)]
      + afterSigning
      + sessions.map { ("Entries of session \($0.id.rawValue)", entries(of: $0)) }
  }

  var text: BillText { BillText(bill, catalog: logbook.catalog) }

  private var heading: [NoteLine] {
    var lines: [NoteLine] = []
    lines.add("Session \(session.id.rawValue): \(text.total)", .heading)
    lines.add(standing)
    return lines
  }

  private var standing: String {
    guard let signature = session.signature, let entry = session.signingEntry else {
      if let absence = session.absence { return "It did not take place: \(absence.inWords)." }
      return "Not signed: as the log stands now."
    }
    return """
      Signed by \(signature.name), \(entry.moment.wallTime.iso8601), entry \(entry.id.rawValue). \
      The bill is the one that was signed, not computed anew; the times are the log's.
      """
  }

  private var visit: [NoteLine] {
    let visit = session.visit
    var lines: [NoteLine] = []
    lines.add(visit.client, after: "  Client      ")
    lines.add("\(visit.date), \(visit.discipline.rawValue)", after: "  Day         ")
    if let appointment = visit.appointment {
      lines.add(appointment.inWords, after: "  Planned     ")
    }
    lines.add(visit.performer.description, after: "  Clinician   ")
    lines.add(text.minutes, after: "  Minutes     ")
    if sessions.count > 1 {
      let numbers = sessions.map { "\($0.id.rawValue)" }.joined(separator: ", ")
      lines.add(
        "\(numbers): same client, date and discipline, billed as one day.",
        after: "  Sessions    ")
    }
    if let earlier = logbook.corrects(session) {
      lines.add(
        "It takes the place of what session \(earlier.id.rawValue) was signed with.",
        after: "  Correction  ")
    }
    return lines
  }

  /// The codes of the day, lowest first.
  private var codes: [ProcedureCode] { Set(sessions.flatMap(\.panes).map(\.code)).sorted() }

  private func name(of code: ProcedureCode) -> String {
    "\(code)  \(logbook.catalog[code]?.label.visible ?? "not in the catalogue")"
  }
}

extension Session {
  /// The entry that signed it, whatever was added after.
  fileprivate var signingEntry: Entry? {
    entries.last { entry in
      if case .signed = entry.kind { true } else { false }
    }
  }
}

extension JSONWriter {
  /// Writes the derivation as `why --json` prints it: the text, part by part.
  package mutating func why(_ why: WhyText) {
    object { json in
      json.member("session", Int(why.session.id.rawValue))
      json.member("madeBy", why.madeBy)
      json.member("parts") { json in
        json.array(why.parts.filter { !$0.lines.isEmpty }) { json, part in
          json.object { json in
            json.member("name", part.name)
            json.member("lines", part.lines.map(\.text))
          }
        }
      }
    }
  }
}
