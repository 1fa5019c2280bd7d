import Foundation
import Testing

/// What a person does whose screen reader reads on: a line, and wait for what is said.
@Suite("Plain lines, to be heard or felt", .serialized, .timeLimit(.minutes(2)))
struct ReaderTests {
  /// Types a line and waits for the answer to it, as `expect` does, up to the next prompt.
  private func talk(
    _ terminal: TmuxTerminal, in home: Home, _ exchanges: [(line: String, answer: String)]
  ) async throws {
    for (line, answer) in exchanges {
      let before = try said(in: home).count
      if !line.isEmpty { try await terminal.type(line) }
      try await terminal.press("Enter")
      try await terminal.wait(until: "“\(answer)” said to “\(line)”") {
        let new = try said(in: home).dropFirst(before)
        return (answer.isEmpty || new.contains(answer)) && new.hasSuffix("\n> ")
      }
    }
  }

  /// All that the terminal was sent, as text.
  private func said(in home: Home) throws -> String {
    try String(contentsOf: home.sent, encoding: .utf8).replacing("\r\n", with: "\n")
  }

  @Test("take a whole visit, from open to signed", arguments: ["dumb", "xterm-256color"])
  func wholeVisit(type: String) async throws {
    let home = try Home()
    try await TmuxTerminal.open(rows: 60, type: type, in: home) { terminal in
      try await terminal.run("stty -g > before")
      try await terminal.record(into: home.sent)
      try await terminal.run("unitclock --reader")
      try await terminal.wait(for: Phrase.emptyJournal)
      try await talk(
        terminal, in: home,
        [
          ("n", "Client:"), ("KM", "Discipline: 1 PT; 2 OT; 3 SLP."), ("2", "Payer: one of"),
          ("medicare b", "Secondary:"),
        ])
      // What is left has its default; behind the last field stands the button.
      for _ in 0..<12 where try !said(in: home).contains("The visit has begun") {
        try await talk(terminal, in: home, [("", ">")])
      }
      try await talk(
        terminal, in: home,
        [
          ("a 97110", "97110 added"), ("1", "runs, 0 minutes"), ("t 24m", "0 to 24 min"),
          ("", "24 minutes, 2 units"), ("1", "stopped, 24 minutes"), ("summary", "Signature"),
          ("sign", "Before the signature"),
        ])
      for _ in 0..<8 where try !said(in: home).contains("Once signed") {
        try await talk(terminal, in: home, [("D", "Why may it stand?"), ("on paper", "Let stand")])
      }
      try await talk(
        terminal, in: home, [("Ana Reyes", "Enter takes Ana Reyes."), ("", "Signed by Ana Reyes.")])
      try await terminal.run("leave")
      try await terminal.waitForShell()
      try await terminal.run("stty -g > after; echo done")
      let sent = try await terminal.bytes(in: home.sent) { $0.contains("\ndone") }
      #expect(try home.contents(of: "after") == home.contents(of: "before"))
      #expect(!sent.contains(escape))
    }
    #expect(try await home.unitclock("show", "1").output.contains("Ana Reyes"))
  }

  @Test func `tell the minutes of a running clock while nobody types`() async throws {
    let home = try Home()
    try await TmuxTerminal.open(rows: 60, type: "dumb", in: home) { terminal in
      try await terminal.record(into: home.sent)
      try await terminal.run("unitclock --reader --practice --speed 60")
      try await terminal.wait(for: "PRACTICE")
      try await talk(terminal, in: home, [("1", "1: 97110")])
      try await terminal.wait(for: "97110: 2 minutes, 0 units.")
      // What was typed so far is still there when a line has come in between.
      try await terminal.type("pau")
      try await terminal.wait(for: "97110: 4 minutes")
      try await talk(terminal, in: home, [("se", "Why, if it matters")])
    }
  }

  @Test func `hide a PIN again after a stop, and show typing again whatever ends them`()
    async throws
  {
    let home = try Home()
    try await TmuxTerminal.open(rows: 60, type: "dumb", in: home) { terminal in
      try await terminal.record(into: home.sent)
      try await terminal.run("stty -g > before")
      try await terminal.run("unitclock --reader --practice")
      try await terminal.wait(for: "PRACTICE")
      try await talk(terminal, in: home, [("set a PIN", "PIN")])
      try await terminal.press("C-z")
      try await terminal.waitForShell()
      try await terminal.run("fg")
      let program = try await terminal.program()
      let sleeps = try program.sleeps
      try await terminal.wait(until: "the next wait") { try program.sleeps > sleeps + 2 }
      try await terminal.type("4711")
      // What is not read would be the shell's to show.
      try await terminal.press("C-u")
      program.send(SIGTERM)
      try await terminal.waitForShell()
      try await terminal.run("stty -g > after; echo done")
      let sent = try await terminal.bytes(in: home.sent) { $0.contains("\ndone") }
      #expect(!String(decoding: sent, as: UTF8.self).contains("4711"))
      #expect(try home.contents(of: "after") == home.contents(of: "before"))
    }
  }

  @Test func `leave the line that Ctrl-C takes back, and no clock`() async throws {
    let home = try Home()
    try await TmuxTerminal.open(rows: 60, type: "dumb", in: home) { terminal in
      try await terminal.record(into: home.sent)
      try await terminal.run("unitclock --reader --practice")
      try await terminal.wait(for: "PRACTICE")
      try await talk(terminal, in: home, [("1", "1: 97110")])
      try await terminal.type("leave")
      try await terminal.press("C-c")
      try await talk(terminal, in: home, [("again", "1: 97110 ")])
      #expect(try await terminal.program().isRunning)
    }
  }

  /// A braille line may send several at once, and `expect` does.
  @Test func `take lines that come together one by one`() async throws {
    let home = try Home()
    try await TmuxTerminal.open(rows: 60, type: "dumb", in: home) { terminal in
      try await terminal.record(into: home.sent)
      try await terminal.run("unitclock --reader --practice")
      try await terminal.wait(for: "PRACTICE")
      try await terminal.press("1", "Enter", "1", "Enter")
      try await terminal.wait(for: "stopped, 0 minutes")
    }
  }

  @Test func `leave no name above a locked screen that can be scrolled back to`() async throws {
    let home = try Home()
    try await TmuxTerminal.open(rows: 60, in: home) { terminal in
      try await terminal.record(into: home.sent)
      try await terminal.run("unitclock --reader --practice")
      try await terminal.wait(for: "KM·47")
      try await talk(terminal, in: home, [("again", "KM·47"), ("lock", "Locked")])
      #expect(try await !terminal.wholeScroll().contains("KM·47"))
    }
  }
}
