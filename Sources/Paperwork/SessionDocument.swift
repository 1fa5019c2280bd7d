import Billing
import Foundation
import SessionLog

extension JSONWriter {
  /// Writes one session as `show --json` prints it: the visit, every interval, the bill, the audit
  /// trail, the signature.
  package mutating func session(_ report: SessionReport) {
    let session = report.session
    object { json in
      json.member("session", Int(session.id.rawValue))
      json.member("standing", report.standing.rawValue)
      json.member("visit") { $0.visit(session.visit) }
      json.member("opened", session.opened.iso8601)
      json.member("codes") { json in json.array(session.panes) { $0.pane($1, of: report) } }
      json.member("pauses") { json in
        json.array(session.pauses) { $0.pause($1, at: report.instant) }
      }
      json.member("billedTogether") { json in
        json.array(session.signature?.sessions ?? report.logbook.day(of: session).map(\.id)) {
          $0.value(Int($1.rawValue))
        }
      }
      json.member("absence") { json in
        session.absence.map { json.absence($0) } ?? json.null()
      }
      json.member("gaps") { json in json.array(session.gaps) { $0.gap($1) } }
      json.member("bill") { $0.bill(report.bill) }
      json.member("audit") { json in json.array(session.entries) { $0.entry($1, of: session) } }
      json.member("signature") { json in
        session.signature.map { json.signature($0) } ?? json.null()
      }
      json.member("addenda") { json in json.array(session.addenda) { $0.addendum($1) } }
      json.member("coSignature") { json in
        session.coSignature.map { json.coSignature($0) } ?? json.null()
      }
    }
  }

  /// Writes sessions as `sessions --json` prints them.
  package mutating func sessions(_ reports: [SessionReport]) {
    array(reports) { json, report in
      let bill = report.bill
      json.object { json in
        json.member("session", Int(report.session.id.rawValue))
        json.member("standing", report.standing.rawValue)
        json.member("visit") { $0.visit(report.session.visit) }
        json.member("minutes", report.minutes)
        json.member("treatmentMinutes", report.treatmentMinutes)
        json.member("dayTimedMinutes", bill.timedMinutes)
        json.member("dayUnits", bill.totalUnits)
      }
    }
  }

  private mutating func visit(_ visit: Visit) {
    object { json in
      json.member("client", visit.client)
      json.member("date", visit.date.description)
      json.member("discipline", visit.discipline.rawValue)
      json.member("payer", visit.payer.name)
      json.member("rule", visit.payer.rule.rawValue)
      json.member("clinician", visit.clinician)
      json.member("role", visit.performer.role.rawValue)
      json.member("secondaryPayer", visit.secondaryPayer?.name)
      json.member("appointment") { json in
        visit.appointment.map { json.appointment($0) } ?? json.null()
      }
    }
  }

  private mutating func pane(_ pane: Session.Pane, of report: SessionReport) {
    let now = report.instant
    var parts = PartsOfTime()
    let intervals = pane.intervals.map { ($0, seconds: parts.seconds(of: $0, at: now)) }
    let typed = pane.typed.map { ($0, seconds: parts.seconds(of: $0)) }
    object { json in
      json.member("code", pane.code.description)
      json.member("label", report.logbook.catalog[pane.code]?.label)
      json.member("seconds", Int(pane.seconds(at: now)))
      json.member("minutes", pane.minutes(at: now))
      json.member("therapistMinutes", pane.minutes(by: .therapist, at: now))
      json.member("assistantMinutes", pane.minutes(by: .assistant, at: now))
      json.member("unbilledMinutes", pane.unbilledMinutes(at: now))
      json.member("typedUnits", pane.units)
      json.member("timed", pane.isTimed)
      json.member("intervals") { json in
        json.array(intervals) { $0.interval($1.0, of: $1.seconds, for: pane.code, in: report) }
      }
      json.member("typed") { json in json.array(typed) { $0.typed($1.0, of: $1.seconds) } }
      json.statements(pane, of: report)
    }
  }

  /// Writes what a person stated of a code beside its times.
  private mutating func statements(_ pane: Session.Pane, of report: SessionReport) {
    member("coTreatment") { json in
      json.array(pane.coTreatment.sorted { $0.key.rawValue < $1.key.rawValue }) { json, split in
        json.object { json in
          json.member("discipline", split.key.rawValue)
          json.member("seconds", Int(split.value))
        }
      }
    }
    member("modifiers") { json in
      json.array(pane.modifiers) { json, modifier in
        json.object { json in
          json.member("modifier", modifier.modifier)
          json.member("reason", modifier.reason)
        }
      }
    }
    member("answers") { json in
      json.array(pane.answers(to: report.logbook.tables.questions)) { json, answer in
        json.object { json in
          json.member("question", answer.question)
          json.member("asked", answer.asked)
          json.member("text", answer.text)
        }
      }
    }
  }

  private mutating func performer(_ performer: Performer) {
    member("performer") { json in
      json.object { json in
        json.member("role", performer.role.rawValue)
        json.member("name", performer.name)
      }
    }
  }

  private mutating func interval(
    _ interval: Interval, of seconds: Int64, for code: ProcedureCode, in report: SessionReport
  ) {
    let now = report.instant
    object { json in
      json.member("entry", Int(interval.entry.rawValue))
      json.member("start", interval.startTime.iso8601)
      json.member("end", interval.endTime?.iso8601)
      json.member("seconds", Int(seconds))
      json.performer(interval.performer)
      json.member("provenance", interval.provenance.rawValue)
      json.member("late", interval.isLate)
      json.member("crossesRestart", interval.crossesRestart)
      json.member(
        "groupOf",
        report.logbook.groupSize(of: interval, of: code, in: report.session, at: now))
    }
  }

  private mutating func typed(_ time: TypedTime, of seconds: Int64) {
    object { json in
      json.member("entry", Int(time.entry.rawValue))
      json.member("seconds", Int(seconds))
      json.performer(time.performer)
      json.member("provenance", time.provenance.rawValue)
      json.member("late", time.isLate)
    }
  }

  private mutating func pause(_ pause: Pause, at now: Instant) {
    object { json in
      json.member("start", pause.startTime.iso8601)
      json.member("end", pause.endTime?.iso8601)
      json.member("seconds", Int(max(0, (pause.end ?? now).since(pause.start)) / 1000))
      json.member("reason", pause.reason)
    }
  }

  private mutating func entry(_ entry: Entry, of session: Session) {
    object { json in
      json.member("entry", Int(entry.id.rawValue))
      json.member("moment", entry.moment.wallTime.iso8601)
      json.member("author", entry.author)
      json.member("what", session.words(for: entry))
      json.member("reason", entry.reason)
      json.member("late", session.isLateStatement(entry))
      json.member("undone", session.undone.contains(entry.id))
    }
  }

  private mutating func signature(_ signature: Signature) {
    object { json in
      json.member("name", signature.name)
      json.member("madeBy", signature.madeBy)
      json.member("text", signature.text)
    }
  }
}

extension WallTime {
  /// The moment as `2026-11-21T10:05:00-05:00`.
  package var iso8601: String {
    let zone = TimeZone(secondsFromGMT: Int(utcOffset)) ?? .gmt
    let moment = Date(timeIntervalSince1970: Double(milliseconds / 1000))
    return moment.formatted(Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: zone))
  }
}
