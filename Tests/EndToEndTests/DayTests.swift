import Foundation
import Subprocess
import Testing

@Suite("A day", .serialized, .timeLimit(.minutes(3)))
struct DayTests {
  @Test("of three visits at once: two keys switch the person, all are signed, the totals are right")
  func threeAtOnce() async throws {
    let home = try Home()
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.begin("KM", codes: ["97110"])
      try await terminal.typeTime("0900-0923", showing: "Timed 23")
      for (client, code, time, timed) in [
        ("JB", "97530", "0923-0938", "Timed 15"), ("TW", "97112", "0940-0955", "Timed 15"),
      ] {
        try await terminal.press("N", client, "Enter", "Enter", "a", code, "Enter")
        try await terminal.wait(for: "\(code) added")
        try await terminal.typeTime(time, showing: timed)
      }
      try await terminal.switchPeople()
      try await terminal.press("o")
      try await terminal.wait(for: "3 unsigned")
      // The list is in the order of the hours; the marked one goes down visit by visit.
      for client in ["KM", "JB", "TW"] { try await terminal.sign(client) }
      let day = try await terminal.wait(for: "3 signed")
      #expect(day.contains("Visits 3"))
      #expect(day.contains("Timed 53   Treatment 53   4 units"))
      #expect(day.contains("53 treatment min"))
    }
    var visits: [Shown] = []
    for number in 1...3 { visits.append(try await home.intervals(of: number)) }
    #expect(visits.map(\.codes.count) == [1, 1, 1])
    let all = visits.flatMap(\.codes).flatMap(\.intervals)
      .map { (start: $0.start, end: $0.end ?? "") }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    #expect(all.count > 5)
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.end <= $1.start })
  }
}

extension TmuxTerminal {
  fileprivate func typeTime(_ time: String, showing words: String) async throws {
    try await press("t", time, "Enter")
    try await wait(for: words)
  }

  /// From TW over KM to JB and back with a key or two; then nothing runs.
  fileprivate func switchPeople() async throws {
    try await press("1")
    try await wait(for: Phrase.running)
    try await press("]", "1")
    try await wait(for: "Switched from TW")
    try await press("]", "1")
    try await wait(for: "Switched from KM")
    try await press("x")
    try await wait(for: "Switched from JB")
    try await press("]", "1")
    try await wait(for: "Switched from KM")
    // The digit again at once would be a key held down: Enter stops the pane with the focus.
    try await press("Enter")
    try await waitForEnd(of: Phrase.running)
  }

  /// Opens the visit of a client from the list, signs it, and goes back to the list.
  fileprivate func sign(_ client: String) async throws {
    // To the first row, then down to the client's.
    try await press("Up", "Up", "Up")
    try await wait(until: "\(client) marked") {
      let marked = try await screen().split(separator: "\n").first { $0.contains("▸") }
      if marked?.contains(client) == true { return true }
      try await press("Down")
      return false
    }
    try await press("Enter")
    try await wait(for: "unitclock  \(client)")
    try await press("s", "S")
    try await wait(for: "Before the signature")
    try await press("D", "on paper", "Enter")
    try await wait(for: "Your name")
    try await press("Dana Reed", "Enter")
    try await wait(for: "Signed by Dana Reed")
    try await press("o")
    try await wait(for: "Productivity")
  }
}

/// What `show --json` says of the intervals.
private struct Shown: Decodable {
  struct Code: Decodable {
    struct Interval: Decodable {
      var start: String
      var end: String?
    }
    var intervals: [Interval]
  }
  var codes: [Code]
}

extension Home {
  fileprivate func intervals(of session: Int) async throws -> Shown {
    let answer = try await unitclock("show", "\(session)", "--json")
    try #require(answer.status.isSuccess, "\(answer.error)")
    return try JSONDecoder().decode(Shown.self, from: Data(answer.output.utf8))
  }
}
