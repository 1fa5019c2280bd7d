import Glibc
import Testing

/// The kit itself, against programs that every machine has.
@Suite("The terminal of these tests", .serialized, .timeLimit(.minutes(1)))
struct TmuxTerminalTests {
  @Test("shows what is typed, pasted and printed")
  func typing() async throws {
    try await TmuxTerminal.open { terminal in
      try await terminal.run("cat -A")
      _ = try await terminal.program()
      try await terminal.type("typed; 'as' $it -is;")
      try await terminal.press("Enter")
      try await terminal.wait(for: "typed; 'as' $it -is;$")
      try await terminal.paste("past\u{1}ed\n")
      try await terminal.wait(for: "past^Aed$")
      try await terminal.press("C-d")
      try await terminal.waitForShell()
    }
  }

  @Test("has the size and the environment it was given")
  func environment() async throws {
    try await TmuxTerminal.open(
      columns: 60, rows: 15, type: "vt100", environment: ["NO_COLOR": "1"]
    ) { terminal in
      try await terminal.run("stty size; echo $TERM/$NO_COLOR/$LANG")
      let screen = try await terminal.wait(for: "vt100/1/C.UTF-8")
      #expect(screen.contains("\n15 60\n"))
      try await terminal.resize(columns: 1, rows: 1)
      try await terminal.resize(columns: 120, rows: 40)
      try await terminal.run("stty size")
      try await terminal.wait(for: "40 120")
    }
  }

  @Test("stops and continues its program, and knows when it has ended")
  func signals() async throws {
    try await TmuxTerminal.open { terminal in
      try await terminal.run("sleep 1000")
      let program = try await terminal.program()
      try await terminal.press("C-z")
      try await terminal.waitForShell()
      #expect(try program.isStopped)
      try await terminal.run("fg")
      #expect(try await terminal.program() == program)
      program.send(SIGTERM)
      try await terminal.waitForShell()
      #expect(!program.isRunning)
      #expect(try await terminal.isPlain())
    }
  }

  @Test("takes its program along when it closes")
  func closing() async throws {
    try await TmuxTerminal.open { terminal in
      try await terminal.run("exec sleep 1000")
      try await terminal.close()
      try await terminal.wait(until: "the end of the program") { !terminal.shell.isRunning }
    }
  }
}
