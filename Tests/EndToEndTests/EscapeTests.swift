import Testing

@Suite("Escape", .serialized, .timeLimit(.minutes(1)))
struct EscapeTests {
  @Test("whose sequence a slow line tears apart types no digits")
  func tornSequence() async throws {
    try await TmuxTerminal.open { terminal in
      try await terminal.run("unitclock --practice")
      try await terminal.wait(for: Phrase.practice)
      try await terminal.press("?")
      try await terminal.wait(for: "the pane below")
      let program = try await terminal.program()
      let sleeps = try program.sleeps
      try await terminal.press("Escape")
      // Once it waits for input again, it has taken the Escape for the key.
      try await terminal.wait(until: "an answer to Escape") { try program.sleeps > sleeps + 1 }
      try await terminal.type("[15;2~")
      try await terminal.press("3")
      let screen = try await terminal.wait(for: Phrase.running)
      // The rows of the timeline: one for each code whose clock ever ran.
      #expect(screen.contains("\n  97535 "))
      #expect(!screen.contains("\n  97110 ") && !screen.contains("\n  97530 "))
    }
  }
}
