import Foundation
import Glibc
import Subprocess
import Testing

@Suite("What is on disk", .serialized, .timeLimit(.minutes(2)))
struct JournalSafetyTests {
  @Test("is there after kill -9: the timer still runs")
  func killed() async throws {
    let home = try Home()
    try await TmuxTerminal.open(in: home) { terminal in
      try await terminal.startFirstTimer()
      let before = try await home.firstSession()
      try await terminal.program().send(SIGKILL)
      try await terminal.waitForShell()
      #expect(try await home.firstSession() == before)
      // The killed program left the screen in raw mode; a person would type this blind.
      try await terminal.run("reset; unitclock")
      try await terminal.wait(for: Phrase.running)
      #expect(try await home.firstSession() == before)
    }
  }

  @Test("belongs to one copy; a second may look")
  func secondCopy() async throws {
    let home = try Home()
    try await TmuxTerminal.open(in: home) { first in
      try await first.startFirstTimer()
      try await TmuxTerminal.open(in: home) { second in
        try await second.run("unitclock")
        try await second.wait(for: Phrase.lookOnly.offer)
        try await second.press(Phrase.look)
        try await second.wait(for: Phrase.lookOnly.taken)
        try await second.wait(for: Phrase.running)
      }
      try await first.wait(for: Phrase.running)
    }
  }

  @Test("says so where nobody came")
  func nobody() async throws {
    let home = try Home()
    try await TmuxTerminal.open(in: home) { terminal in
      try await terminal.run("unitclock")
      try await terminal.wait(for: Phrase.emptyJournal)
      let day = try await home.unitclock("sessions", "--date", "2020-01-01")
      #expect(day.status == .exited(0) && day.output.isEmpty)
      #expect(day.error == "No session on 2020-01-01.\n")
      let client = try await home.unitclock("sessions", "--client", "KM", "--json")
      #expect(client.status == .exited(0) && client.output == "[]\n")
      #expect(client.error == "No session of KM.\n")
    }
  }
}

extension TmuxTerminal {
  /// Opens the program on an empty journal and starts the timer of one code.
  fileprivate func startFirstTimer() async throws {
    try await run("unitclock")
    try await wait(for: Phrase.emptyJournal)
    try await press(Phrase.firstTimer)
    try await wait(for: Phrase.running)
  }
}

extension Home {
  /// What `show` says of the first session, without what goes on as long as a timer runs.
  fileprivate func firstSession() async throws -> JSON {
    let answer = try await unitclock("show", "1", "--json")
    try #require(answer.status.isSuccess, "\(answer.error)")
    return try JSONDecoder().decode(JSON.self, from: Data(answer.output.utf8))
      .without(Phrase.elapsed)
  }
}

/// Any JSON, so that two answers can be compared.
private enum JSON: Decodable, Equatable {
  case null, bool(Bool), number(Double), string(String), array([JSON]), object([String: JSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let array = try? value.decode([JSON].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  func without(_ keys: Set<String>) -> JSON {
    switch self {
    case .array(let elements): .array(elements.map { $0.without(keys) })
    case .object(let members):
      .object(members.filter { !keys.contains($0.key) }.mapValues { $0.without(keys) })
    default: self
    }
  }
}
