import Foundation
import Subprocess
import Testing

@Suite("What is mended and what is half typed", .serialized, .timeLimit(.minutes(2)))
struct MendingTests {
  @Test("forgot to switch eight minutes ago: two keys and a number; undo, redo")
  func forgotToSwitch() async throws {
    let home = try Home()
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.begin("KM", codes: ["97110", "97530"])
      // 23 minutes of the first code, and the switch only now.
      try await terminal.press("1")
      try await terminal.wait(for: Phrase.running)
      try await terminal.press("t", "-23", "Enter")
      try await terminal.wait(for: "0 → 23 min")
      try await terminal.press("2")
      try await terminal.wait(for: "▸2 97530")
      try await terminal.press("b", "8")
      // Before anything is stored, what it comes to.
      let box = try await terminal.wait(for: "0 → 8 min")
      #expect(box.contains("23 → 15 min   2 → 1 unit"), "\(box)")
      #expect(box.contains("0 → 8 min   0 → 1 unit"), "\(box)")
      #expect(try await home.units() == ["97110": 2, "97530": 0])
      try await terminal.press("Enter")
      try await terminal.waitForEnd(of: "Forgot to switch")
      #expect(try await home.units() == ["97110": 1, "97530": 1])
      try await terminal.press("u")
      try await terminal.wait(for: "Undone:")
      #expect(try await home.units() == ["97110": 2, "97530": 0])
      try await terminal.press("C-r")
      try await terminal.wait(for: "Redone:")
    }
    #expect(try await home.units() == ["97110": 1, "97530": 1])
  }

  @Test("an interval that was put in has its reason in `show`, and is there after a kill")
  func inserted() async throws {
    let home = try Home()
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.begin("KM", codes: ["97110"])
      try await terminal.press("t", "0900-0915", "Enter")
      try await terminal.wait(for: "Timed 15")
      try await terminal.press("e", "i", "0930", "Enter", "0953", "Enter")
      // Its neighbour, and what it comes to.
      try await terminal.wait(for: "09:00-09:15")
      try await terminal.wait(for: "15 → 38 min")
      try await terminal.type("balance in the gym")
      try await terminal.press("Enter")
      try await terminal.wait(for: "Timed 38")
      try await terminal.restart()
      try await terminal.press("Enter")
      try await terminal.wait(for: "Timed 38")
    }
    let shown = try await home.unitclock("show", "1").output
    let line = try #require(shown.split(separator: "\n").first { $0.contains("09:30-09:53") })
    #expect(line.contains("typed"), "\(shown)")
    #expect(shown.contains("balance in the gym"), "\(shown)")
    #expect(try await home.units() == ["97110": 3])
  }

  @Test("a form half typed, a reason and a time are there after a kill")
  func drafts() async throws {
    let home = try Home()
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.run("unitclock")
      try await terminal.wait(for: Phrase.emptyJournal)
      try await terminal.press("n", "KM·47", "Tab", "S")
      try await terminal.wait(for: "[SLP]")
      try await terminal.restart()
      try await terminal.press("n")
      try await terminal.wait(for: "Your draft is back")
      let form = try await terminal.screen()
      #expect(form.contains("KM·47") && form.contains("[SLP]"))
      try await terminal.press("Enter", "Enter", "a", "92507", "Enter", "1")
      try await terminal.wait(for: Phrase.running)
      try await terminal.press("Space")
      try await terminal.wait(for: "Why, if it matters")
      try await terminal.type("school bus")
      try await terminal.wait(for: "school bus")
      try await terminal.restart()
      try await terminal.wait(for: "school bus")
      try await terminal.press("Enter")
      try await terminal.waitForEnd(of: "Why, if it matters")
      try await terminal.press("t", "0900-09")
      try await terminal.wait(for: "0900-09")
      try await terminal.restart()
      try await terminal.press("t")
      try await terminal.wait(for: "0900-09")
    }
    let session = try await home.unitclock("show", "1", "--json").output
    #expect(session.contains("school bus"))
  }
}

extension TmuxTerminal {
  /// Kills the program with the signal that nothing can be done about, and starts it anew.
  fileprivate func restart() async throws {
    try await program().send(SIGKILL)
    try await waitForShell()
    try await wait(for: "Killed")
    // The killed program left the screen in raw mode; a person would type this blind.
    try await type("reset; unitclock")
    try await press("C-j")
    try await waitForEnd(of: "Killed")
    try await wait(for: "unitclock  ")
  }
}

extension Home {
  /// The units of the first visit, by code.
  fileprivate func units() async throws -> [String: Int] {
    struct Shown: Decodable {
      struct Bill: Decodable { var units: [String: Int] }
      var bill: Bill
    }
    let answer = try await unitclock("show", "1", "--json")
    try #require(answer.status.isSuccess, "\(answer.error)")
    return try JSONDecoder().decode(Shown.self, from: Data(answer.output.utf8)).bill.units
  }
}
