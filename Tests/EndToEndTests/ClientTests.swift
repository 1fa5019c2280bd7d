import Foundation
import Testing

@Suite("A client's record", .serialized, .timeLimit(.minutes(2)))
struct ClientTests {
  @Test("tells what runs out when the visit is opened again, and the visit is found by a search")
  func dues() async throws {
    let home = try Home()
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      try await terminal.begin("KM", codes: ["97110"])
      try await terminal.press("t", "24m", "Enter")
      try await terminal.wait(for: "0 → 24 min")
      try await terminal.press("c")
      try await terminal.wait(for: "Client record")
      // From the payer to the authorization, which begins today and allows two visits.
      try await terminal.press("Tab", "Tab", "M54.50", "Tab", "Tab", "Tab", "Tab", "A-17", "Tab")
      try await terminal.press("today", "Tab", "12/31/2099", "Tab", "2")
      try await terminal.wait(for: "1 of 2 visits left")
      try await terminal.press("Enter")
      try await terminal.wait(for: "diagnoses M54.50")
      try await terminal.press("q")
      try await terminal.waitForShell()
      try await terminal.run("unitclock")
      try await terminal.wait(for: "1 of 2 visits left")
      try await terminal.press("Enter")
      try await terminal.wait(for: "Due for KM, PT")
      try await terminal.wait(for: "Authorization A-17: 1 of 2 visits left")
      try await terminal.press("Enter")
      try await terminal.waitForEnd(of: "Due for KM")
      try await terminal.press("/", "km 97110")
      try await terminal.wait(for: "client or payer with “km” · 97110")
      try await terminal.wait(for: "1 visit")
      try await terminal.press("Enter", "A")
      try await terminal.wait(for: "the day of service")
      try await terminal.wait(for: "stated 97110 as 24 min in all")
    }
  }
}
