import Billing
package import SessionLog

/// Sessions in aligned columns, one line each.
package struct SessionsText {
  private let reports: [SessionReport]

  package init(_ reports: [SessionReport]) { self.reports = reports }

  package var lines: [NoteLine] { reports.map { NoteLine(line($0)) } }

  private func line(_ report: SessionReport) -> String {
    let session = report.session
    let columns = [
      "\(session.id.rawValue)".aligned(right: 5), "\(session.visit.date)",
      session.visit.client.visible.padded(to: 18),
      session.visit.discipline.rawValue.padded(to: 3), report.standing.rawValue.padded(to: 9),
      "\(report.treatmentMinutes) min".aligned(right: 8), counted(report.bill.totalUnits, "unit"),
    ]
    return columns.joined(separator: "  ")
  }
}

/// What is open and running, without names: for a status bar, or a glance over a shoulder.
package struct StatusReport {
  private let sessions: [Session]
  private let now: Instant

  package init(_ logbook: Logbook, at moment: Moment) {
    sessions = logbook.sessions.values.filter { !$0.isClosed && !$0.isPlanned }.sorted {
      $0.id < $1.id
    }
    now = logbook.instant(of: moment)
  }

  /// `2 sessions open; session 3: 97110 runs, 24 min; session 4: paused`.
  package var line: String {
    guard !sessions.isEmpty else { return "Nothing is open." }
    let clocks = sessions.compactMap { session in
      words(of: session).map { "session \(session.id.rawValue): \($0)" }
    }
    let rest = clocks.isEmpty ? ["nothing runs"] : clocks
    return (["\(counted(sessions.count, "session")) open"] + rest).joined(separator: "; ")
  }

  private func words(of session: Session) -> String? {
    if session.isPaused { return "paused" }
    let running = session.panes.filter(\.isRunning)
    guard !running.isEmpty else { return nil }
    return running.map { "\($0.code) runs, \($0.minutes(at: now)) min" }.joined(separator: ", ")
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.member("open") { json in json.array(sessions) { $0.value(Int($1.id.rawValue)) } }
      json.member("paused") { json in
        json.array(sessions.filter(\.isPaused)) { $0.value(Int($1.id.rawValue)) }
      }
      json.member("running") { json in
        json.array(
          sessions.flatMap { session in session.panes.map { (session.id, $0) } }
            .filter(\.1.isRunning)
        ) { json, running in
          json.object { json in
            json.member("session", Int(running.0.rawValue))
            json.member("code", running.1.code.description)
            json.member("seconds", Int(running.1.seconds(at: now)))
          }
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes what is open and running as `status --json` prints it.
  package mutating func status(_ report: StatusReport) { report.write(to: &self) }
}
