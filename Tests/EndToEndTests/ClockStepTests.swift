import Foundation
import Testing

/// A library stands between the program and the wall clock alone.
///
/// The clocks by which it measures stay the machine's. Sleep, which is their difference, has only the
/// test clock.
@Suite("A clock that is set", .serialized, .timeLimit(.minutes(2)))
struct ClockStepTests {
  @Test("an hour back under a running timer is told once, and no duration changes")
  func setBack() async throws {
    let home = try Home()
    let offset = home.folder.appending(path: "offset")
    try Data("+0".utf8).write(to: offset)
    try await TmuxTerminal.open(environment: ["TZ": zoneAtNoon()], in: home) { terminal in
      let fake =
        "LD_PRELOAD='/usr/$LIB/faketime/libfaketimeMT.so.1' FAKETIME_TIMESTAMP_FILE=offset"
        + " FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1"
      try await terminal.run("env \(fake) unitclock")
      try await terminal.wait(for: Phrase.emptyJournal)
      try await terminal.press("n", "KM", "Enter", "Enter", "a", "97110", "Enter", "1")
      try await terminal.wait(for: Phrase.running)
      try Data("-1h".utf8).write(to: offset)
      try await terminal.wait(for: "The wall clock was set from")
      try await terminal.press("Tab")
      try await terminal.waitForEnd(of: "The wall clock was set from")
      // The time until the next second of the pane is seen: nothing is told again.
      let before = try await terminal.clock()
      try await terminal.wait(until: "two seconds more") {
        try await terminal.clock() >= before + 2
      }
      #expect(try await !terminal.screen().contains("The wall clock was set from"))
      #expect(try await terminal.clock() < 60)
      try await terminal.press("Enter")
      try await terminal.waitForEnd(of: Phrase.running)
    }
    let shown = try await home.unitclock("show", "1").output
    #expect(shown.components(separatedBy: "was set back").count == 2, "\(shown)")
    #expect(shown.contains("set back 60 minutes") || shown.contains("set back 59 minutes"))
  }
}

extension TmuxTerminal {
  /// The seconds of the first clock on the screen below its header, such as 83 of `1:23`.
  fileprivate func clock() async throws -> Int {
    let pane = try await screen().split(separator: "\n").first { $0.contains(" min ") } ?? ""
    let time = pane.firstMatch(of: /(\d+):(\d\d)/)
    return try #require(
      time.flatMap { time in
        Int(time.1).flatMap { minutes in Int(time.2).map { minutes * 60 + $0 } }
      })
  }
}
