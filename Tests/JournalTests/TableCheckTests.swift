import Billing
import Foundation
import Testing

@testable import Journal

/// Files that are read without a mistake, and are still not what the person takes them for.
@Suite struct TableCheckTests {
  private let files: TableFiles
  init() throws { files = TableFiles(folder: try TemporaryFolder()) }

  private func refusal(_ body: () throws -> Void) throws -> TableFileError? {
    do {
      try body()
      return nil
    } catch let error as TableFileError {
      return error
    }
  }

  private func limits(_ codes: ArraySlice<ProcedureCode>) throws -> OfficialTable {
    let rows = codes.map { "\($0),1,2 Policy,D\n" }.joined()
    return try TableFiles.read(
      .limits, try files.write(TableFiles.limitHeader + rows, as: "mue_Eff_07-01-2026.csv"))
  }

  // MARK: Cut at the end of a line

  /// Every length of a file that a later one may have.
  @Test func aFileOfLessThanHalfTheRowsMayBeCut() throws {
    let codes = Catalog.builtIn.procedures.map(\.code).prefix(21)
    let before = try limits(codes).description
    for length in 1...21 {
      let table = try limits(codes.prefix(length))
      let refusal = try refusal { try table.checkSize(besides: before) }
      #expect((refusal == nil) == (length >= 11), "\(length) of 21 rows")
      #expect(refusal.map { $0.exitCode == 65 && $0.description.contains("--smaller") } ?? true)
    }
  }

  @Test func fewerPairsThanTheProgramBringsMayBeCut() throws {
    let path = try files.pairs("97161 97750 - 20170101 * 0", "97530 97116 - 20180101 * 1")
    let table = try TableFiles.read(.pairs, path)
    let refusal = try #require(try refusal { try table.checkSize(besides: nil) })
    #expect(refusal.exitCode == 65 && refusal.description.contains("2 pairs"))
    #expect(refusal.description.contains("\(PairTable.builtIn.edits.count)"))
    try table.checkSize(besides: nil, starter: 2)
  }

  @Test func aTableThatKeepsNothingDecidesNothing() throws {
    let path = try files.write(TableFiles.limitHeader + "0001U,1,2 P,D\n", as: "mue.csv")
    let table = try TableFiles.read(.limits, path, date: "2026-07-01")
    let refusal = try #require(try refusal { try table.checkSize(besides: nil) })
    #expect(refusal.exitCode == 65 && refusal.description.contains("mue.csv"))
  }

  // MARK: Against its own name

  @Test(
    arguments: [
      ("2026-06-30", false), ("2026-07-01", true), ("2026-09-30", true), ("2026-10-01", false),
      ("2025-07-01", false),
    ])
  func aDayOfAnotherQuarterThanTheNamesIsRefused(date: String, isTaken: Bool) throws {
    let path = try files.pairs("97161 97750 - 20170101 * 0", as: "ccipra-v322r0.txt")
    let refusal = try refusal { _ = try TableFiles.read(.pairs, path, date: date) }
    #expect((refusal == nil) == isTaken)
    guard let refusal else { return }
    #expect(refusal.exitCode == 64)
    #expect(refusal.description.contains("2026-07-01") && refusal.description.contains(date))
  }

  /// Today is 2026-11-22.
  @Test(arguments: [("2026-12-31", true), ("2027-03-31", true), ("2027-04-01", false)])
  func aDayBeyondTheNextQuarterIsRefused(date: String, isTaken: Bool) throws {
    let path = try files.pairs("97161 97750 - 20170101 * 0")
    let refusal = try refusal { _ = try TableFiles.read(.pairs, path, date: date) }
    #expect((refusal == nil) == isTaken)
    #expect(refusal.map { $0.exitCode == 64 && $0.description.contains("2026-11-22") } ?? true)
  }

  @Test(
    arguments: [
      ("20260930", "*", true), ("20261001", "*", false), ("20180101", "20270331", true),
      ("20261001", "20261001", false),
    ])
  func aRowThatBeginsAfterTheTablesQuarterIsRefused(
    first: String, last: String, isTaken: Bool
  ) throws {
    let rows = ["97161 97750 - 20170101 * 0", "97530 97116 - \(first) \(last) 1"]
    let named = try files.pairs(rows[0], rows[1], as: "ccipra-v322r0.txt")
    let unnamed = try files.pairs(rows[0], rows[1], as: "pairs.txt")
    for (path, date) in [(named, nil), (unnamed, "2026-07-01")] {
      let refusal = try refusal { _ = try TableFiles.read(.pairs, path, date: date) }
      #expect((refusal == nil) == isTaken)
      guard let refusal else { continue }
      #expect(refusal.exitCode == 65)
      #expect(refusal.description.contains("line 8, field 4 (Effective Date): 2026-10-01"))
    }
    #expect(try TableFiles.read(.pairs, unnamed).rows.count == 2)
  }

  @Test(
    arguments: [
      ("ccioph-v322r0.txt", TableSource.Kind.practitioner), ("ccipra-v322r0.txt", .outpatient),
    ])
  func aTableIsNotTakenForAnothersThanItsName(name: String, kind: TableSource.Kind) throws {
    let path = try files.pairs("97161 97750 - 20170101 * 0", as: name)
    let refusal = try #require(
      try refusal { _ = try TableFiles.read(.pairs, path, kind: kind) })
    #expect(refusal.exitCode == 64)
    for other in TableSource.Kind.allCases {
      #expect(refusal.description.contains(other.rawValue))
    }
  }

  @Test func theHeadersKindAgainstThePersonsIsANote() throws {
    let path = try files.write(TableFiles.limitHeader + "97110,6,3 C,D\n", as: "mue.csv")
    let table = try TableFiles.read(.limits, path, kind: .outpatient, date: "2026-07-01")
    #expect(table.description.kind == .outpatient)
    #expect(table.notes.contains { $0.contains("practitioner") && $0.contains("outpatient") })
  }

  // MARK: Against the catalogue

  @Test func addOnsThatTheCatalogueHasNotAsSuchAreNamed() throws {
    let path = try files.write(
      TableFiles.addOnHeader + "97129,97130,1\n97110,97140,1\n97530,97116,2\n", as: "a.csv")
    let notes = try TableFiles.read(.addOns, path).notes
    #expect(notes.count == 1 && notes[0].contains(": 97116, 97140."))
    let sound = try files.write(TableFiles.addOnHeader + "97129,97130,1\n", as: "b.csv")
    #expect(try TableFiles.read(.addOns, sound).notes.isEmpty)
  }
}
