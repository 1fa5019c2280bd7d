import Foundation
import Subprocess
import Testing

@Suite("A visit", .serialized, .timeLimit(.minutes(2)))
struct VisitTests {
  @Test("goes from the first key to the signed summary, and is found again in `show`")
  func signed() async throws {
    let home = try Home()
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.begin("KM", codes: ["97110", "97112", "97140"])
      try await terminal.press("1")
      try await terminal.wait(for: Phrase.running)
      try await terminal.press("t", "-10")
      try await terminal.wait(for: "0 → 10 min")
      try await terminal.press("Enter", "2")
      try await terminal.wait(for: "▸2 97112")
      try await terminal.wait(for: Phrase.running)
      // Enter stops the pane with the focus: the second one since the switch.
      try await terminal.press("Enter", "t", "20m", "Enter", "BTab", "t", "20m", "Enter", "s", "c")
      try await terminal.wait(for: "2 equal allocations")
      try await terminal.press("Down", "Enter")
      try await terminal.wait(for: "Chosen: 97110 1, 97112 2")
      try await terminal.press("S")
      try await terminal.wait(for: "Before the signature")
      // Minutes without clock times, then the notes: a reason for each kind.
      try await terminal.press("D", "They were typed afterwards", "Enter")
      try await terminal.wait(for: "dismissed")
      try await terminal.press("D", "The note is in the chart", "Enter")
      try await terminal.wait(for: "Your name")
      try await terminal.press("Dana Reed OTR", "Enter")
      try await terminal.wait(for: "Signed by Dana Reed OTR")
      try await terminal.press("Escape", "1")
      try await terminal.wait(for: "nothing changes it any more")
    }
    let session = try await home.show(1)
    #expect(session.signature?.name == "Dana Reed OTR")
    #expect(session.bill.units == ["97110": 1, "97112": 2, "97140": 0])
    #expect(session.bill.timedMinutes == 40)
    #expect(!session.bill.because.isEmpty)
    let intervals = session.codes.flatMap(\.intervals)
    #expect(intervals.map(\.provenance) == ["back-timed", "clocked"])
    // A switch leaves no gap.
    #expect(intervals.first?.end == intervals.last?.start)
  }

  @Test("is judged by the same settings on the screen, in `show` and in `why`")
  func settings() async throws {
    let home = try Home()
    let folder = home.folder.appending(path: "config/unitclock")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("long-timer: 20\n".utf8).write(to: folder.appending(path: "settings.yaml"))
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.begin("KM", codes: ["97110"])
      try await terminal.press("1")
      try await terminal.wait(for: Phrase.running)
      try await terminal.press("t", "-25")
      try await terminal.wait(for: "0 → 25 min")
      try await terminal.press("Enter")
      try await terminal.wait(for: "97110 has been on for 25 minutes")
    }
    for command in ["show", "why"] {
      let told = try await home.unitclock(command, "1")
      #expect(told.output.contains("97110 has been on for 25 minutes"))
    }
  }

  @Test("of ten minutes makes one unit with another of ten minutes on the same day")
  func twoOfOneDay() async throws {
    let home = try Home()
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.begin("KM", codes: ["97110"])
      try await terminal.press("t", "+10", "Enter")
      try await terminal.wait(for: "Timed 10")
      try await terminal.press(
        "N", "km", "Enter", "Enter", "a", "97110", "Enter", "t", "+10", "Enter")
      try await terminal.wait(for: "timed 20")
    }
    for number in 1...2 {
      let session = try await home.show(number)
      #expect(session.codes.map(\.minutes) == [10])
      #expect(session.bill.units == ["97110": 1])
      #expect(session.billedTogether == [1, 2])
    }
  }

  @Test("is refused its signature while a code has retired, and says what is billed now")
  func stopped() async throws {
    let home = try Home()
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.begin("KM", codes: ["97532"])
      try await terminal.press("t", "+20", "Enter", "s", "S")
      try await terminal.wait(for: "Not signed: STOP retired-code")
      try await terminal.wait(for: "97129")
    }
    #expect(try await home.show(1).signature == nil)
  }
}

extension TmuxTerminal {
  /// Opens a visit on an empty journal: two keys after the initials, then its codes.
  func begin(_ client: String, codes: [String]) async throws {
    try await run("unitclock")
    try await wait(for: Phrase.emptyJournal)
    try await press("n", client, "Enter", "Enter")
    for code in codes {
      try await press("a", code, "Enter")
      try await wait(for: "\(code) added")
    }
  }
}

/// What `show --json` says, as far as these stories ask.
private struct Shown: Decodable {
  struct Code: Decodable {
    struct Interval: Decodable {
      var start: String
      var end: String?
      var provenance: String
    }
    var minutes: Int
    var intervals: [Interval]
  }
  struct Bill: Decodable {
    var timedMinutes: Int
    var units: [String: Int]
    var because: [String]
  }
  struct Signature: Decodable { var name: String }
  var codes: [Code]
  var bill: Bill
  var billedTogether: [Int]
  var signature: Signature?
}

extension Home {
  fileprivate func show(_ session: Int) async throws -> Shown {
    let answer = try await unitclock("show", "\(session)", "--json")
    try #require(answer.status.isSuccess, "\(answer.error)")
    return try JSONDecoder().decode(Shown.self, from: Data(answer.output.utf8))
  }
}

/// A time zone in which it is about noon now, so that ten minutes earlier is the same day.
func zoneAtNoon() -> String {
  let hour = Int(Date().timeIntervalSince1970 / 3600) % 24
  let ahead = 12 - hour
  // The sign of these names is turned round: Etc/GMT-3 is three hours ahead.
  return ahead == 0 ? "Etc/GMT" : "Etc/GMT\(ahead > 0 ? "-" : "+")\(abs(ahead))"
}
