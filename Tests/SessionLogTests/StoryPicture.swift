import Billing
import SessionLog

extension Story {
  /// The present session as a picture: a line for each code, a character for each minute since ten
  /// o'clock: `▓` the therapist gave it, `▒` the
  /// assistant, `▪` who is not billed, `‖` it waited in a pause, `░` neither; then the typed minutes.
  ///
  ///     97110 ▓▓▓▓‖‖▓▓▓▓
  ///     97530 ░░░░░░░░░░ +5
  var picture: String {
    get throws {
      try session.panes.map { pane in
        let typed = pane.typed.reduce(0) { $0 + $1.milliseconds } / 60_000
        let words = typed == 0 ? "" : typed > 0 ? " +\(typed)" : " \(typed)"
        return "\(pane.code) \(String(try track(of: pane)))\(words)"
      }.joined(separator: "\n")
    }
  }

  /// What a code did in each minute; a minute belongs to what fills its middle.
  func track(of pane: Session.Pane) throws -> [Character] {
    let origin = Instant(milliseconds: TestClocks.start)
    let minutes = try now.since(origin) / 60_000
    return try (0..<minutes).map { minute in
      let middle = origin.advanced(by: minute * 60_000 + 30_000)
      if let performer = try performer(of: pane, at: middle) {
        return switch performer.role {
        case .therapist: "▓"
        case .assistant: "▒"
        case .student, .aide: "▪"
        }
      }
      return try waits(pane, at: middle) ? "‖" : "░"
    }
  }

  private func performer(of pane: Session.Pane, at instant: Instant) throws -> Performer? {
    let now = try now
    return pane.intervals.first { $0.start <= instant && instant < $0.end ?? now }?.performer
  }

  /// A code waits in a pause that cut one of its intervals.
  private func waits(_ pane: Session.Pane, at instant: Instant) throws -> Bool {
    let now = try now
    return try session.pauses.contains { pause in
      pause.start <= instant && instant < pause.end ?? now
        && pane.intervals.contains { $0.end == pause.start }
    }
  }
}
