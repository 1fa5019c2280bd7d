import Foundation
import Subprocess
import Testing

/// What a biller asks of `units`: whether a line is paid as it stands.
@Suite("A claim", .timeLimit(.minutes(2)))
struct ClaimTests {
  @Test(
    "splits a code by who gave it",
    arguments: [
      // Full blocks to whoever did them; the therapist has 8 of the last unit's minutes.
      ("97110=13+23", ["97110 GP 1", "97110 GP CQ 1"]),
      // Two units left, 12 minutes of each: one with, one without.
      ("97110=12+12", ["97110 GP 1", "97110 GP CQ 1"]),
      // The therapist has 7 of the last unit's minutes: the 10 % standard decides.
      ("97110=22+8", ["97110 GP 1", "97110 GP CQ 1"]),
      ("97110=7+8", ["97110 GP CQ 1"]),
      ("97110=8+7", ["97110 GP 1"]),
      ("97110=30", ["97110 GP 2"]),
      ("97110=0+30", ["97110 GP CQ 2"]),
      // Untimed: 1 of 10 minutes is not more than 10 %, 2 of 10 are.
      ("G0283=9+1", ["G0283 GP 1"]),
      ("G0283=8+2", ["G0283 GP CQ 1"]),
    ])
  func assistants(minutes: String, lines: [String]) async throws {
    let bill = try await bill([minutes, "--discipline", "PT", "--payer", "Medicare B"], in: Home())
    #expect(bill.lines.map(\.text) == lines)
  }

  @Test("is warned of a code pair by its row on the date of service")
  func pairs() async throws {
    let medicare = ["--discipline", "PT", "--payer", "Medicare B"]
    #expect(
      try await findings("pair", ["97530=15", "97542=15", "--date", "2024-08-01"] + medicare)
        == [["97530", "97542"]])
    let manual = ["97140=15", "97530=15"]
    #expect(try await findings("pair", manual + ["--date", "2024-08-01"] + medicare) == [])
    #expect(
      try await findings("pair", manual + ["--date", "2019-06-01"] + medicare)
        == [["97140", "97530"]])
    #expect(
      try await findings(
        "pair", manual + ["--date", "2024-08-01", "--payer", "Commercial, midpoint"])
        == [["97140", "97530"]])
  }

  @Test(
    "never has an evaluation beside a performance test, but where the hospital's table allows it")
  func never() async throws {
    let home = try Home()
    let day = ["97161=30", "97750=15", "--payer", "Medicare B", "--date", "2024-08-01"]
    #expect(try await findings("pair-never", day, in: home) == [["97161", "97750"]])
    try pairFile("97161\t97750\t\t19960101\t*\t1\tStandards of practice")
      .write(to: home.folder.appending(path: "ccioph.txt"), atomically: true, encoding: .utf8)
    let answer = try await home.unitclock(
      "import", "ptp", home.folder.appending(path: "ccioph.txt").path, "--date", "2024-07-01",
      "--smaller")
    try #require(answer.status.isSuccess, "\(answer.error)")
    #expect(try await findings("pair-never", day, in: home) == [])
    #expect(try await findings("pair", day, in: home) == [["97161", "97750"]])
  }

  @Test("knows codes by the date of service")
  func dates() async throws {
    #expect(
      try await findings("retired-code", ["97532=15", "--date", "2018-01-01"]) == [["97532"]])
    #expect(try await findings("retired-code", ["97532=15", "--date", "2017-12-31"]) == [])
    #expect(
      try await findings("not-yet-valid", ["97129=15", "--date", "2019-12-31"]) == [["97129"]])
    #expect(try await findings("unknown-code", ["97633=15"]) == [["97633"]])
    #expect(try await findings("add-on-without-base", ["97130=15"]) == [["97130"]])
    #expect(try await bill(["97129=38"], in: Home()).units == ["97129": 1, "97130": 2])
    #expect(
      try await findings("over-daily-units", ["97035=40", "--payer", "Medicare B"]) == [["97035"]])
    #expect(
      try await findings("evaluation-twice", ["97161=20", "97162=30"]) == [["97161", "97162"]])
    #expect(
      try await findings("wrong-discipline", ["97165=30", "--discipline", "PT"]) == [["97165"]])
    #expect(
      try await findings("not-payable", ["97014=15", "--payer", "Medicare B"]) == [["97014"]])
    #expect(
      try await findings("modifier-52", ["97110=15", "--modifier", "97110=52"]) == [["97110"]])
  }

  // MARK: Asking

  private func bill(_ arguments: [String], in home: Home) async throws -> Claim {
    let answer = try await home.unitclock(["units"] + arguments + ["--json"])
    try #require(answer.status.isSuccess, "\(answer.error)")
    return try JSONDecoder().decode(Claim.self, from: Data(answer.output.utf8))
  }

  private func findings(
    _ id: String, _ arguments: [String], in home: Home? = nil
  ) async throws -> [[String]] {
    try await bill(arguments, in: home ?? Home()).findings.filter { $0.id == id }.map(\.codes)
  }
}

/// A file of code pairs in CMS's layout.
private func pairFile(_ rows: String...) -> String {
  """
  Notices of copyright.
  Column1/Column2 Edits

  \t\t*=in existence\tEffective\tDeletion\tModifier\t
  Column 1\tColumn 2\tprior to 1996\tDate\tDate *=no data\t0=not allowed 1=allowed\tPTP Edit Rationale

  """ + rows.map { $0 + "\n" }.joined()
}

/// The parts of a bill that these stories ask for.
private struct Claim: Decodable {
  struct Line: Decodable {
    var code: String
    var modifiers: [String]
    var units: Int
    /// `97110 GP CQ 1`.
    var text: String { ([code] + modifiers + ["\(units)"]).joined(separator: " ") }
  }
  struct Finding: Decodable {
    var id: String
    var codes: [String]
  }
  var units: [String: Int]
  var lines: [Line]
  var findings: [Finding]
}
