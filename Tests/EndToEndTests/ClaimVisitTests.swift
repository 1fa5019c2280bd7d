import Foundation
import Subprocess
import Testing

/// Visits whose claim takes more than units, from the keys to what a payer and an auditor are told.
@Suite("A visit to be claimed", .serialized, .timeLimit(.minutes(3)))
struct ClaimVisitTests {
  @Test("with a code pair is told at once, and the modifier it earned reaches the claim")
  func pair() async throws {
    let home = try Home()
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.begin("KM", codes: ["97530", "97542"])
      try await terminal.press("1")
      try await terminal.wait(for: Phrase.running)
      try await terminal.press("2")
      try await terminal.wait(for: "97542 (column 2) is paid beside 97530")
      try await terminal.wait(for: "CMS practitioner code pairs, common therapy codes, 2024-07-01")
      // Two ranges apart from each other in the place of the few seconds that ran.
      try await terminal.press("u")
      try await terminal.wait(for: "started 97542.")
      try await terminal.press("BTab", "u")
      try await terminal.wait(for: "started 97530.")
      try await terminal.press("t", "1100-1115", "Enter")
      try await terminal.wait(for: "0 → 15 min")
      try await terminal.press("Tab", "t", "1115-1130", "Enter")
      try await terminal.wait(for: "Timed 30")
      try await terminal.press("w")
      try await terminal.wait(for: "were separate: 97530 11:00-11:15 typed")
      try await terminal.press("Enter")
      try await terminal.wait(for: "59 on 97542")
      try await terminal.press("Enter")
      try await terminal.wait(for: "Put 59 on 97542")
    }
    let session = try await home.show(1)
    #expect(session.bill.lines.map(\.text) == ["97530 GP 1", "97542 GP 59 1"])
    let pair = try #require(session.bill.findings.first { $0.id == "pair" })
    #expect(pair.severity == "info")
    #expect(pair.message.contains("97530 11:00-11:15 typed; 97542 11:15-11:30 typed"))
    #expect(session.codes[1].modifiers.map(\.modifier) == ["59"])
    #expect(session.codes[1].modifiers[0].reason.contains("11:15-11:30"))
    #expect(try await home.unitclock("show", "1").output.contains("59"))
  }

  @Test("by two performers, with a group, an evaluation and a modality comes out line by line")
  func everything() async throws {
    let home = try Home()
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.begin("KM", codes: ["97110", "97150", "97161", "G0283"])
      // The focus is on the code added last; Tab goes on to the first.
      try await terminal.press("Tab", "t", "0900-0913", "Enter")
      try await terminal.wait(for: "0 → 13 min")
      try await terminal.press("p", "a", "Enter", "B. Kim PTA", "Enter")
      try await terminal.wait(for: "assistant B. Kim PTA")
      try await terminal.press("t", "0913-0936", "Enter")
      try await terminal.wait(for: "13 → 36 min")
      try await terminal.press("Tab", "t", "1000-1020", "Enter")
      try await terminal.wait(for: "0 → 20 min")
      try await terminal.press("n", "4", "Enter")
      try await terminal.press("stairs", "Enter", "throughout", "Enter")
      try await terminal.wait(for: "Noted for 97150")
      try await terminal.press("Tab", "t", "0800-0830", "Enter")
      try await terminal.wait(for: "0 → 30 min")
      try await terminal.press("Tab", "t", "1030-1045", "Enter")
      try await terminal.wait(for: "0 → 15 min")
    }
    let session = try await home.show(1)
    #expect(
      session.bill.lines.map(\.text) == [
        "97110 GP 1", "97110 GP CQ 1", "97150 GP 1", "97161 GP 1", "G0283 GP 1",
      ])
    #expect(session.bill.timedMinutes == 36)
    #expect(session.bill.lines.map(\.minutes) == [13, 23, 20, 30, 15])
    #expect(session.codes[1].answers.contains { $0.text == "4" })
    let why = try await home.unitclock("why", "1")
    #expect(why.status == .exited(0))
    for words in [
      "97110: the assistant alone gave 23 of 36 minutes", "first exception", "97161 is untimed",
      "G0283 is untimed", "97150", "assistant B. Kim PTA", "Pub 100-04 ch. 5 s.20.1",
    ] {
      #expect(why.output.replacing(/\s+/, with: " ").contains(words), "\(words)")
    }
  }
}

/// What `show --json` says, as far as these stories ask.
private struct Shown: Decodable {
  struct Code: Decodable {
    struct Modifier: Decodable {
      var modifier: String
      var reason: String
    }
    struct Answer: Decodable { var text: String }
    var modifiers: [Modifier]
    var answers: [Answer]
  }
  struct Bill: Decodable {
    struct Line: Decodable {
      var code: String
      var modifiers: [String]
      var units: Int
      var minutes: Int
      /// `97110 GP CQ 1`.
      var text: String { ([code] + modifiers + ["\(units)"]).joined(separator: " ") }
    }
    struct Finding: Decodable {
      var id: String
      var severity: String
      var message: String
    }
    var timedMinutes: Int
    var lines: [Line]
    var findings: [Finding]
  }
  var codes: [Code]
  var bill: Bill
}

extension Home {
  fileprivate func show(_ session: Int) async throws -> Shown {
    let answer = try await unitclock("show", "\(session)", "--json")
    try #require(answer.status.isSuccess, "\(answer.error)")
    return try JSONDecoder().decode(Shown.self, from: Data(answer.output.utf8))
  }
}
