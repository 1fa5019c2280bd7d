import Billing
package import SessionLog

/// The clients of whom a group is made; or, where the group runs, who leaves and who joins it.
package struct GroupBox: Hashable, Sendable {
  package var session: SessionID
  /// The codes that a group can be given under, that of the box among them; one where it runs.
  var codes: [ProcedureCode]
  var code: ProcedureCode
  /// Whose clocks of the code run already; empty before the group begins.
  var running: [SessionID] = []
  /// The visits that can be in it, in the order of the list, the one on the screen first.
  package var candidates: [SessionID]
  /// Those that are to be in it.
  var members: Set<SessionID>
  /// The marked candidate.
  var selected = 0

  /// What stands there again when it is left.
  var behind: Overlay? { nil }

  var keyBar: [(String, String)] {
    let mark = [("Space", "in or out"), ("↑ ↓", "mark"), ("Esc", "back")]
    return [("Enter", running.isEmpty ? "start" : "do it")] + mark
      + (codes.count > 1 ? [("← →", "code")] : [])
  }

  /// The candidates that leave, and those that join, by what is marked.
  var leaving: [SessionID] { running.filter { !members.contains($0) } }
  var joining: [SessionID] {
    candidates.filter { members.contains($0) && !running.contains($0) }
  }
}
