import Foundation
import Glibc
import Testing

@Suite("A terminal that can do little", .serialized, .timeLimit(.minutes(2)))
struct PlainTerminalTests {
  @Test("without a cursor that can be placed takes a whole visit, in plain lines")
  func wholeVisit() async throws {
    let home = try Home()
    try await TmuxTerminal.open(type: "dumb", in: home) { terminal in
      try await terminal.run("stty -g > before")
      try await terminal.record(into: home.sent)
      try await terminal.run("unitclock")
      try await terminal.wait(for: Phrase.emptyJournal)
      try await terminal.press(Phrase.firstTimer)
      try await terminal.wait(for: Phrase.running)
      try await terminal.press("s")
      try await terminal.wait(for: Phrase.charges)
      try await terminal.press("q")
      try await terminal.wait(for: Phrase.stopAndLeave)
      try await terminal.press("s")
      try await terminal.waitForShell()
      try await terminal.run("stty -g > after; echo done")
      let sent = try await terminal.bytes(in: home.sent) { $0.contains("\ndone") }
      #expect(try home.contents(of: "after") == home.contents(of: "before"))
      #expect(!sent.contains(escape))
    }
  }

  @Test("without such a cursor steps aside, comes back, and ends as it found the terminal")
  func suspension() async throws {
    let home = try Home()
    try await TmuxTerminal.open(type: "dumb", in: home) { terminal in
      try await terminal.run("stty -g > before")
      try await terminal.record(into: home.sent)
      try await terminal.run("unitclock --practice")
      try await terminal.wait(for: Phrase.practice)
      let program = try await terminal.program()
      try await terminal.press("C-z")
      try await terminal.waitForShell()
      #expect(try program.isStopped)
      try await terminal.run("stty -g > stopped")
      try await terminal.run("fg")
      _ = try await terminal.bytes(in: home.sent) { $0.count(of: Phrase.practice) == 2 }
      try await terminal.program().send(SIGTERM)
      try await terminal.waitForShell()
      try await terminal.run("stty -g > after; echo done")
      let sent = try await terminal.bytes(in: home.sent) { $0.contains("\ndone") }
      let before = try home.contents(of: "before")
      #expect(try home.contents(of: "stopped") == before)
      #expect(try home.contents(of: "after") == before)
      #expect(!sent.contains(escape))
    }
  }

  @Test("is not sent a page for every second of a running clock")
  func calm() async throws {
    let home = try Home()
    try await TmuxTerminal.open(type: "dumb", in: home) { terminal in
      try await terminal.record(into: home.sent)
      try await terminal.startPractice("--speed 60")
      let program = try await terminal.program()
      let sleeps = try program.sleeps
      try await terminal.wait(until: "twenty seconds of practice") {
        try program.sleeps > sleeps + 20
      }
      program.send(SIGTERM)
      try await terminal.waitForShell()
      try await terminal.run("echo done")
      let sent = try await terminal.bytes(in: home.sent) { $0.contains("\ndone") }
      #expect(sent.text.count(of: Phrase.running) == 1)
    }
  }

  @Test("keeps nothing in sight once it is locked")
  func locked() async throws {
    let home = try Home()
    try await TmuxTerminal.open(type: "dumb", in: home) { terminal in
      try await terminal.begin("KM·47", codes: ["97110"])
      #expect(try await terminal.wait(for: "KM·47").contains("97110"))
      try await terminal.press("L")
      let screen = try await terminal.wait(for: "Locked")
      #expect(!screen.contains("KM·47"))
      #expect(!screen.contains("97110"))
      try await terminal.program().send(SIGTERM)
      try await terminal.waitForShell()
    }
  }

  @Test("without Unicode gets ASCII alone", arguments: ["dumb", "xterm-256color"])
  func ascii(on type: String) async throws {
    let home = try Home()
    try await TmuxTerminal.open(type: type, in: home) { terminal in
      try await terminal.record(into: home.sent)
      try await terminal.run("LANG=C unitclock --practice")
      try await terminal.wait(for: Phrase.practice)
      try await terminal.press("1")
      let screen = try await terminal.wait(for: "> RUN")
      try await terminal.program().send(SIGTERM)
      try await terminal.waitForShell()
      try await terminal.run("echo done")
      let sent = try await terminal.bytes(in: home.sent) { $0.contains("\ndone") }
      #expect(sent.allSatisfy { $0 < 0x80 })
      #expect(screen.contains("---+"))
    }
  }

  @Test(
    "is shown no colour where it has none or none is wanted",
    arguments: [("vt100", [:]), ("xterm-256color", ["NO_COLOR": "1"])])
  func colorless(on type: String, in environment: [String: String]) async throws {
    try await TmuxTerminal.open(type: type, environment: environment) { terminal in
      try await terminal.startPractice()
      let screen = try await terminal.styledScreen()
      #expect(screen.renditions.contains("1"))
      #expect(screen.renditions.filter(isColor).isEmpty)
    }
  }

  @Test("is told from one with colours, which shows them")
  func colored() async throws {
    try await TmuxTerminal.open { terminal in
      try await terminal.startPractice()
      #expect(try await terminal.styledScreen().renditions.contains(where: isColor))
    }
  }
}

let escape: UInt8 = 0x1B

/// Whether a number of a rendition sequence names a colour, or begins to.
private func isColor(_ number: Substring) -> Bool {
  Int(number).map { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) }
    ?? true
}

extension String {
  /// The numbers of all sequences by which a terminal is told how characters look.
  fileprivate var renditions: [Substring] {
    split(separator: "\u{1B}[").dropFirst()
      .compactMap { $0.firstIndex(of: "m").map($0.prefix(upTo:)) }
      .flatMap { $0.split(whereSeparator: { ";:".contains($0) }) }
  }
}

extension Data {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

extension String {
  fileprivate func count(of words: String) -> Int { components(separatedBy: words).count - 1 }
}

extension Home {
  /// Where what a terminal is sent is recorded.
  var sent: URL { folder.appending(path: "sent") }
}

extension TmuxTerminal {
  /// Opens the made-up visit and starts its first clock.
  fileprivate func startPractice(_ options: String = "") async throws {
    try await run("unitclock --practice \(options)")
    try await wait(for: Phrase.practice)
    try await press("1")
    try await wait(for: Phrase.running)
  }

  /// What was recorded in a file, once it is all there.
  func bytes(in file: URL, isWhole: (String) -> Bool) async throws -> Data {
    var bytes = Data()
    try await wait(until: "more in \(file.lastPathComponent)") {
      bytes = (try? Data(contentsOf: file)) ?? Data()
      return isWhole(bytes.text)
    }
    return bytes
  }
}
