import Foundation
import Testing

@Suite("The locked screen", .serialized, .timeLimit(.minutes(2)))
struct LockTests {
  @Test("shows nothing of the client, and the clock runs on")
  func namesNobody() async throws {
    let home = try Home()
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.begin("KM·47", codes: ["97110"])
      try await terminal.press("1")
      try await terminal.wait(for: Phrase.running)
      try await terminal.press("L")
      let screen = try await terminal.wait(for: "1 clock goes on")
      for name in ["KM", "97110", "Exercise", "Medicare"] { #expect(!screen.contains(name)) }
      try await terminal.wait(for: "0:03")
      // A paste and a resize change nothing of that.
      try await terminal.paste("KM·47")
      try await terminal.resize(columns: 30, rows: 8)
      #expect(try await !terminal.screen().contains("KM"))
      try await terminal.resize(columns: 80, rows: 24)
      try await terminal.press("q")
      try await terminal.wait(for: "KM·47")
      try await terminal.wait(for: Phrase.running)
    }
  }

  @Test("asks for the PIN, slows wrong ones, and does so after a restart too")
  func pin() async throws {
    let home = try Home()
    let file = "data/unitclock/pin"
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.begin("KM·47", codes: ["97110"])
      try await terminal.type(":pin")
      try await terminal.press("Enter")
      try await terminal.wait(for: "It unlocks the screen")
      try await terminal.type("4711")
      try await terminal.press("Enter")
      try await terminal.wait(for: "The same once more")
      try await terminal.type("4711")
      try await terminal.press("Enter")
      try await terminal.wait(for: "The PIN is set")
      #expect(try !home.contents(of: file).contains("4711"))
      let facts = try FileManager.default.attributesOfItem(
        atPath: home.folder.appending(path: file).path)
      #expect(facts[.posixPermissions] as? Int == 0o600)

      try await terminal.press("q")
      try await terminal.waitForShell()
      try await terminal.run("unitclock")
      let screen = try await terminal.wait(for: "PIN")
      #expect(screen.contains("Locked") && !screen.contains("KM"))
      for wrong in ["0000", "1111", "2222"] {
        try await terminal.wait(until: "a field for the PIN") {
          let screen = try await terminal.screen()
          return screen.contains("PIN ") && !screen.contains("next in")
        }
        // No shell is behind a locked screen: in one, nothing of the PIN would show.
        try await terminal.press("C-z")
        try await terminal.type(wrong)
        try await terminal.wait(for: "••••")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Error: wrong PIN")
        if wrong == "1111" { try await terminal.wait(for: "next in") }
      }
      try await terminal.wait(for: "next in 0:0")
      try await terminal.program().send(SIGKILL)
      try await terminal.waitForShell()
      try await terminal.wait(for: "Killed")
      // The killed program left the screen in raw mode; a person would type this blind.
      try await terminal.type("reset; unitclock")
      try await terminal.press("C-j")
      try await terminal.waitForEnd(of: "Killed")
      try await terminal.wait(for: "next in")
      try await terminal.wait(for: "3 so far")
      try await terminal.type("4711")
      try await terminal.press("Enter")
      try await terminal.wait(for: "KM·47")
    }
  }
}

@Suite("What a person sets", .serialized, .timeLimit(.minutes(2)))
struct PersonalSettingsTests {
  private func home(_ files: [String: String]) throws -> Home {
    let home = try Home()
    let folder = home.folder.appending(path: "config/unitclock")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return home
  }

  @Test("a chosen key does its work, and the key bar shows it")
  func keys() async throws {
    let home = try home(["keys.yaml": "summary: Z\nlock: [K, F4]\n"])
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.begin("KM", codes: ["97110"])
      try await terminal.wait(for: "Z summary")
      try await terminal.press("F4")
      try await terminal.wait(for: "Locked")
    }
  }

  static let mistakes = [
    ("keys.yaml", "undo: x\n", "keys.yaml:1:7: x is already the key of “other person”"),
    ("keys.yaml", "lock: L\nundoo: y\n", "keys.yaml:2:1: There is no command “undoo”."),
    ("settings.yaml", "lock-after: never\n", "settings.yaml:1:13: “never” is no whole number"),
    ("settings.yaml", "theme: Pepar\n", "settings.yaml:1:8: There is no theme “Pepar”."),
  ]

  @Test("a mistake is told before anything is shown, with exit code 65", arguments: mistakes)
  func mistake(file: String, text: String, words: String) async throws {
    try await TmuxTerminal.open(in: home([file: text])) { terminal in
      try await terminal.run("unitclock; echo \"code $?\"")
      try await terminal.wait(for: "code 65")
      let screen = try await terminal.screen().split(separator: "\n").joined()
      #expect(screen.contains(words.prefix(40)), "\(screen)")
    }
  }
}
