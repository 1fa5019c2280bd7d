import Billing
import Configuration
import Foundation
import Testing

@Suite struct FeesTests {
  @Test("fees are exact to the cent, and each is for its days")
  func fees() throws {
    let folder = try Folder()
    try folder.write(
      """
      - {code: 97110, allowed: 28.50, until: 2025-12-31}
      - {code: 97110, allowed: 29, from: 2026-01-01}
      - {code: g0283, allowed: 0.07}
      - {code: 97116, allowed: 28.5}
      - {code: 97140, allowed: 99999.99, from: 2026-01-01, until: 2026-01-01}
      """, to: "fees.yaml")
    let fees = try #require(try Fees.load(userFolder: folder.path))
    func amount(_ code: String, _ day: String) throws -> Int? {
      fees.amount(of: try #require(ProcedureCode(code)), on: try #require(ServiceDate(day)))
    }
    #expect(try amount("97110", "2025-12-31") == 2850)
    #expect(try amount("97110", "2026-01-01") == 2900)
    #expect(try amount("G0283", "1990-01-01") == 7)
    #expect(try amount("97116", "2026-01-01") == 2850)
    #expect(try amount("97140", "2026-01-01") == 9_999_999)
    #expect(try amount("97140", "2026-01-02") == nil)
    #expect(try amount("97530", "2026-01-01") == nil)
  }

  @Test("every cent from 0.00 to 99.99 is read as it is written")
  func cents() throws {
    let folder = try Folder()
    let codes = Catalog.builtIn.procedures.map(\.code).prefix(100)
    try #require(codes.count == 100)
    for dollars in [0, 7, 32, 99] {
      let amounts = (0..<100).map { "\(dollars)." + ($0 < 10 ? "0" : "") + "\($0)" }
      let rows = zip(codes, amounts).map { "- {code: \($0), allowed: \($1)}\n" }
      try folder.write(rows.joined(), to: "fees.yaml")
      let fees = try #require(try Fees.load(userFolder: folder.path)).fees
      #expect(fees.map(\.amount) == Array(dollars * 100..<dollars * 100 + 100))
    }
  }

  @Test(
    "a mistake is told with line and column",
    arguments: [
      ("- {code: 97110}", ":1:3: A part of a fee is missing: “allowed”."),
      ("- {code: 9711, allowed: 1}", ":1:10: “9711” is no code"),
      ("- {code: 97633, allowed: 1}", ":1:10: 97633 never was a code: 97533 is meant."),
      ("- {code: 99999, allowed: 1}", ":1:10: The catalogue has no code 99999"),
      ("- {code: 97110, allowed: 1, to: 2026-01-01}", ":1:29: There is no part of a fee “to”."),
      (
        "- {code: 97110, allowed: 1, from: 2026-01-02, until: 2026-01-01}",
        ":1:54: 2026-01-01 is before the first day, 2026-01-02."
      ),
      (
        "- {code: 97110, allowed: 1, until: 2026-01-01}\n- {code: 97110, allowed: 2, from: 2026-01-01}",
        ":2:3: 97110 already has a fee for some of these days: the one until 2026-01-01."
      ),
      ("- {code: 97110, allowed: 1}\n- {code: 97110, allowed: 1}", "the one for all days."),
    ])
  func mistakes(text: String, told: String) throws {
    #expect(try mistake(in: text).contains(told))
  }

  @Test(
    "an amount that is none",
    arguments: [
      "-1", "+1", "1e2", "1.500", ".50", "1.", "1,50", "$1", "1.2.3", "100000", "abc", "",
      "١", "99999999999999999999",
    ])
  func amounts(text: String) throws {
    #expect(
      try mistake(in: "- {code: 97110, allowed: '\(text)'}").contains(
        ":1:26: “\(text)” is no amount in dollars, such as 32.50, from 0 to 99999.99."))
  }

  @Test("a file without entries is no fees yet", arguments: ["", "# 97110 to come\n", "\n\n"])
  func empty(text: String) throws {
    let folder = try Folder()
    try folder.write(text, to: "fees.yaml")
    #expect(try Fees.load(userFolder: folder.path)?.fees == [])
  }

  @Test("no file is no fees")
  func none() throws {
    let folder = try Folder()
    #expect(try Fees.load(userFolder: folder.path) == nil)
    #expect(try Fees.load(userFolder: nil) == nil)
  }

  private func mistake(in text: String) throws -> String {
    let folder = try Folder()
    try folder.write(text, to: "fees.yaml")
    let error = #expect(throws: ConfigurationError.self) { try Fees.load(userFolder: folder.path) }
    return try #require(error).description
  }
}
