import Billing
import Foundation
import Testing

@testable import Journal

/// CMS's files as they are, and what is taken from them.
@Suite struct TableReadingTests {
  private let files: TableFiles
  init() throws { files = TableFiles(folder: try TemporaryFolder()) }

  private func edit(
    _ column1: String, _ column2: String, from first: String? = nil, to last: String? = nil,
    _ indicator: PairEdit.Indicator
  ) throws -> PairEdit {
    PairEdit(
      column1: try Sample.code(column1), column2: try Sample.code(column2),
      firstDay: try first.map(Sample.date), lastDay: try last.map(Sample.date),
      indicator: indicator)
  }

  @Test(arguments: ["\n", "\r\n"])
  func codePairsAreReadWithTheirDaysAndIndicators(lineEnd: String) throws {
    let path = try files.pairs(
      "97530 97116 - 20200101 20200101 9", "97530 97116 - 20180101 20191231 1",
      "97140 97530 - 19960101 20191231 1", "97161 97750 * 20170101 * 0", lineEnd: lineEnd)
    let table = try TableFiles.read(.pairs, path)
    #expect(
      table.rows
        == .pairs([
          try edit("97530", "97116", from: "2020-01-01", to: "2020-01-01", .withdrawn),
          try edit("97530", "97116", from: "2018-01-01", to: "2019-12-31", .withModifier),
          try edit("97140", "97530", to: "2019-12-31", .withModifier),
          try edit("97161", "97750", .never),
        ]))
  }

  /// The other way in which the names of the columns are seen: over two lines, the words last.
  @Test func theNamesOfTheColumnsMayBeginInTheLineBefore() throws {
    let path = try files.write(
      """
      A notice.

      \t\t*=in existence\tEffective\tDeletion\tModifier\t
      Column 1\tColumn 2\tprior to 1996\tDate\tDate *=no data\t0=not allowed\tPTP Edit Rationale
      97161\t97750\t\t20170101\t*\t0\tMore extensive procedure

      """, as: "pairs.txt")
    let table = try TableFiles.read(.pairs, path)
    #expect(table.rows == .pairs([try edit("97161", "97750", from: "2017-01-01", .never)]))
  }

  @Test func rowsOfOtherCodesAreCountedAndNotKept() throws {
    let path = try files.pairs(
      "0001A 97110 - 20220101 20231231 1", "97110 0001A - 20220101 20231231 1",
      "97161 97750 - 20170101 * 0")
    let known = try TableFiles.read(.pairs, path).description
    #expect((known.rowsRead, known.rowsKept) == (3, 1))
  }

  @Test func theFilesOfOneTableAreReadAsOne() throws {
    let first = try files.pairs("97161 97750 - 20170101 * 0", as: "ccipra-v322r0-f1.txt")
    let second = try files.pairs("97530 97116 - 20180101 * 1", as: "ccipra-v322r0-f2.txt")
    let table = try TableFiles.read(.pairs, first, second)
    #expect(table.rows.count == 2)
    #expect(table.notes.isEmpty)
    #expect(table.description.files == ["ccipra-v322r0-f1.txt", "ccipra-v322r0-f2.txt"])
  }

  @Test(arguments: ["f1", "f2", "f4"])
  func onePartAloneIsTakenAndTold(part: String) throws {
    let path = try files.pairs("97161 97750 - 20170101 * 0", as: "ccipra-v322r0-\(part).txt")
    let notes = try TableFiles.read(.pairs, path).notes
    #expect(notes.count == 1 && notes[0].contains("f1"))
  }

  @Test func limitsAreReadFromQuotedAndFromPlainFields() throws {
    let path = try files.write(
      TableFiles.limitHeader + """
        97110,6,3 Date of Service Edit: Clinical,Clinical: Data
        "97161","1","2 Date of Service Edit: Policy","Code Descriptor, or so"
        0001U,1,2 Date of Service Edit: Policy,Code Descriptor
        97014,0,3 Date of Service Edit: Clinical,"CMS ""Policy"", it is"

        """, as: "MCR_MUE_Eff_07-01-2026.csv")
    let table = try TableFiles.read(.limits, path)
    #expect(
      table.rows
        == .limits([
          try Sample.code("97110"): .init(units: 6, indicator: 3),
          try Sample.code("97161"): .init(units: 1, indicator: 2),
          try Sample.code("97014"): .init(units: 0, indicator: 3),
        ]))
    #expect(table.description.kind == .practitioner && table.kindBasis == .header)
    #expect(table.description.rowsRead == 4)
  }

  @Test func addOnsAreReadWithTheirTypes() throws {
    let path = try files.write(
      TableFiles.addOnHeader + "97129,97130,1\n,97546,2\n97550,97551,3\n", as: "addons.csv")
    #expect(
      try TableFiles.read(.addOns, path).rows
        == .addOns([
          AddOnEdit(primary: Sample.code("97129"), addOn: Sample.code("97130"), type: .complete),
          AddOnEdit(primary: nil, addOn: Sample.code("97546"), type: .payers),
          AddOnEdit(primary: Sample.code("97550"), addOn: Sample.code("97551"), type: .some),
        ]))
  }

  // MARK: Whose table, and of which day

  @Test(arguments: [
    ("ccipra-v322r0-f1.TXT", TableSource.Kind.practitioner, "2026-07-01", 1),
    ("ccipra-v321r0-f2.txt", .practitioner, "2026-04-01", 2),
    ("ccioph-v320r0-f4.TXT", .outpatient, "2026-01-01", 4),
    ("ccioph-v303r1.txt", .outpatient, "2024-10-01", nil),
    ("MCR_MUE_PractitionerServices_Eff_07-01-2026.csv", .practitioner, "2026-07-01", nil),
    ("MCR_MUE_OutpatientHospitalServices_Eff_01-01-2025.csv", .outpatient, "2025-01-01", nil),
    ("MCR_MUE_Eff_13-01-2025.csv", nil, nil, nil),
    ("pairs-v324r0.txt", nil, nil, nil),
    ("ccipra-ccioph.txt", nil, nil, nil),
  ])
  func aNameTells(file: String, kind: TableSource.Kind?, date: String?, part: Int?) throws {
    let name = TableName(path: "/some/folder/\(file)")
    #expect(name.kind == kind && name.part == part && name.date?.description == date)
  }

  @Test func whatThePersonSaysGoesBeforeTheNameWhereBothAgree() throws {
    let path = try files.pairs("97161 97750 - 20170101 * 0", as: "ccipra-v322r0.txt")
    let table = try TableFiles.read(.pairs, path, kind: .practitioner, date: "2026-09-30")
    #expect(table.description.kind == .practitioner && table.kindBasis == .option)
    #expect(table.description.date == (try Sample.date("2026-09-30")))
    #expect(table.description.dateBasis == .option)
  }

  @Test func withoutADayInTheNameTheLatestOfTheRowsUpToTodayIsTheLeast() throws {
    let path = try files.pairs(
      "97161 97750 - 20170101 20270331 0", "97530 97116 - 20180101 20191231 1", as: "a.txt")
    let table = try TableFiles.read(.pairs, path)
    #expect(table.description.date == (try Sample.date("2019-12-31")))
    #expect(table.description.dateBasis == .rows)
    #expect(table.description.kind == .practitioner && table.kindBasis == .assumed)
  }

  @Test func aTableWithoutDaysIsAsYoungAsItsYoungestCode() throws {
    let path = try files.write(TableFiles.addOnHeader + "97129,97130,1\n", as: "addons.csv")
    let table = try TableFiles.read(.addOns, path)
    #expect(table.description.date == (try Sample.date("2020-01-01")))
    #expect(table.description.dateBasis == .codes)
    #expect(table.newestCode == (try Sample.code("97130")))
  }

  @Test func whereNothingTellsTheDayThePersonMust() throws {
    let path = try files.write(
      TableFiles.limitHeader + "97110,6,3 Date of Service Edit: Clinical,Data\n", as: "mue.csv")
    let refusal = try #require(TableFiles.refusal(.limits, path))
    #expect(refusal.exitCode == 64 && refusal.description.contains("--date"))
    #expect(try TableFiles.read(.limits, path, date: "2026-07-01").rows.count == 1)
  }

  @Test(arguments: [
    ("ccipra-v322r0-f1.txt", "ccioph-v322r0-f2.txt"),
    ("ccipra-v322r0-f1.txt", "ccipra-v321r0-f2.txt"),
  ])
  func filesOfTwoTablesAreNotMixed(first: String, second: String) throws {
    let paths = try [first, second].map { try files.pairs("97161 97750 - 20170101 * 0", as: $0) }
    let refusal = try #require(TableFiles.refusal(.pairs, paths[0], paths[1]))
    #expect(refusal.exitCode == 64 && refusal.description.contains("\(first) and \(second)"))
    #expect(TableFiles.refusal(.pairs, paths[0], paths[0])?.exitCode == 64)
  }
}
