import Glibc
import Subprocess
import Testing

@Suite("The program in a terminal", .serialized, .timeLimit(.minutes(2)))
struct TerminalTests {
  @Test("asks for a terminal where there is none")
  func noTerminal() async throws {
    let answer = try await Home().unitclock("--practice")
    #expect(answer.status == .exited(1))
    #expect(answer.output.isEmpty)
    #expect(answer.error.contains(Phrase.noTerminal))
  }

  @Test("leaves the terminal as it found it", arguments: [SIGTERM, SIGINT])
  func termination(by signal: Int32) async throws {
    let home = try Home()
    try await TmuxTerminal.open(in: home) { terminal in
      try await terminal.run("stty -g > before")
      try await terminal.run("unitclock --practice")
      try await terminal.wait(for: Phrase.practice)
      try await terminal.program().send(signal)
      try await terminal.waitForShell()
      try await terminal.run("stty -g > after; echo done")
      try await terminal.wait(for: "\ndone")
      #expect(try home.contents(of: "after") == home.contents(of: "before"))
      #expect(try await terminal.isPlain())
    }
  }

  @Test("steps aside for the shell and comes back")
  func suspension() async throws {
    try await TmuxTerminal.open { terminal in
      try await terminal.run("unitclock --practice")
      try await terminal.wait(for: Phrase.practice)
      let program = try await terminal.program()
      try await terminal.press("C-z")
      try await terminal.waitForShell()
      #expect(try program.isStopped)
      #expect(try await terminal.isPlain())
      try await terminal.run("clear; stty -a")
      try await terminal.wait(for: " echo ")
      try await terminal.run("fg")
      try await terminal.wait(for: Phrase.practice)
      #expect(try await terminal.program() == program)
    }
  }

  @Test("draws what fits, down to one cell, and all of it again")
  func sizes() async throws {
    try await TmuxTerminal.open { terminal in
      try await terminal.run("unitclock --practice")
      try await terminal.wait(for: Phrase.practice)
      let program = try await terminal.program()
      for (columns, rows) in [(120, 40), (40, 10), (39, 9), (80, 1), (1, 24), (1, 1)] {
        let sleeps = try program.sleeps
        try await terminal.resize(columns: columns, rows: rows)
        try await terminal.wait(until: "an answer to \(columns)×\(rows)") {
          try program.sleeps > sleeps
        }
      }
      try await terminal.resize(columns: 80, rows: 24)
      try await terminal.wait(for: Phrase.practice)
      #expect(try await terminal.program() == program)
    }
  }

  @Test("ends when its terminal is gone, though it was told to ignore the hang-up")
  func lostLine() async throws {
    try await TmuxTerminal.open { terminal in
      try await terminal.run("trap '' HUP; unitclock --practice")
      try await terminal.wait(for: Phrase.practice)
      let program = try await terminal.program()
      defer { if program.isRunning { program.send(SIGKILL) } }
      try await terminal.close()
      try await terminal.wait(until: "the end of the program") { !program.isRunning }
    }
  }
}
