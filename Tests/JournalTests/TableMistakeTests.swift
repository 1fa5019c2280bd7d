import Billing
import Foundation
import Testing

@testable import Journal

/// Files that are refused, and where the mistake is said to stand.
@Suite struct TableMistakeTests {
  private let files: TableFiles
  init() throws { files = TableFiles(folder: try TemporaryFolder()) }

  private static let row = "97161\t97750\t\t20170101\t*\t0\tSome rationale"

  /// The second row, which is the eighth line.
  @Test(
    arguments: [
      ("97161\t97750\t\t20241341\t*\t0\tR", "field 4 (Effective Date)", "20241341"),
      ("97161\t97750\t\t20230229\t*\t0\tR", "field 4 (Effective Date)", "20230229"),
      ("97161\t97750\t\t2024-07-01\t*\t0\tR", "field 4 (Effective Date)", "20240701"),
      ("97161\t97750\t\t20240701\t20240630\t0\tR", "field 5 (Deletion Date)", "before"),
      ("97161\t97750\t\t20240701\t\t0\tR", "field 5 (Deletion Date)", "nor *"),
      ("97161\t97750\t\t20240701\t*\t2\tR", "field 6 (Modifier)", "0, 1, 9"),
      ("97161\t97750\tx\t20240701\t*\t1\tR", "field 3", "only *"),
      ("9716\t97750\t\t20240701\t*\t1\tR", "field 1 (Column 1)", "five digits or letters"),
      ("97161\t97750,\t\t20240701\t*\t1\tR", "field 2 (Column 2)", "five digits or letters"),
      ("97161\t97750\t\t20240701\t*\t1", "line 8: 6 fields", "not 7"),
      ("97161\t97750\t\t20240701\t*\t1\tR\tS", "line 8: 8 fields", "not 7"),
      ("97161", "line 8: 1 field", "not 7"),
      ("\u{1B}[2J\t97750\t\t20240701\t*\t1\tR", "\"?[2J\"", "five digits or letters"),
      ("\t\t\t\t*=no data\t1=allowed\t", "field 4", "20240701"),
    ])
  func aWrongRowOfPairsIsTold(row: String, field: String, reason: String) throws {
    let path = try files.write(
      TableFiles.pairHeader + "\(Self.row)\n\(row)\n", as: "ccipra.txt")
    let refusal = try #require(TableFiles.refusal(.pairs, path))
    #expect(refusal.exitCode == 65)
    #expect(refusal.description.hasPrefix("\(path), line 8"))
    #expect(refusal.description.contains(field) && refusal.description.contains(reason))
  }

  /// Lines 6 and 7: the notice takes three, the names of the columns two.
  @Test(
    arguments: [
      ("97110,-1,3 Date of Service Edit: Clinical,D", "line 7, field 2 (MUE Values)"),
      ("97110,six,3 Date of Service Edit: Clinical,D", "line 7, field 2 (MUE Values)"),
      (
        "97110,6,4 Date of Service Edit: Clinical,D", "line 7, field 3 (MUE Adjudication Indicator)"
      ),
      ("97110,6,Clinical,D", "none of 1, 2, 3"),
      ("97110,6,3", "line 7: 3 fields, not 4"),
      ("97140,6,3,D", "97140 stands in the table twice"),
      ("97110,6,3,\"D\"x", "after a closing quotation mark"),
      ("97110,6,3,\"D", "never closed"),
    ])
  func aWrongRowOfLimitsIsTold(row: String, reason: String) throws {
    let path = try files.write(
      TableFiles.limitHeader + "97140,6,3,D\n\(row)\n", as: "mue_Eff_07-01-2026.csv")
    let refusal = try #require(TableFiles.refusal(.limits, path))
    #expect(refusal.exitCode == 65 && refusal.description.contains("line 7"))
    #expect(refusal.description.contains(reason))
  }

  @Test(
    arguments: [
      ("97129,97130,4", "field 3 (type)"), ("97129,97130", "2 fields, not 3"),
      (",97130,1", "field 1 (primary)"), ("97130,97130,1", "cannot be added to itself"),
    ])
  func aWrongRowOfAddOnsIsTold(row: String, reason: String) throws {
    let path = try files.write(TableFiles.addOnHeader + "\(row)\n", as: "addons.csv")
    let refusal = try #require(TableFiles.refusal(.addOns, path))
    #expect(refusal.exitCode == 65 && refusal.description.contains("line 2"))
    #expect(refusal.description.contains(reason))
  }

  /// Wherever a file is cut, but after a whole row, it is refused: every prefix is tried.
  @Test func aFileThatIsCutShortIsRefusedWhereverItIsCut() throws {
    let whole = TableFiles.pairHeader + "\(Self.row)\n\(Self.row)\n"
    for length in 0..<whole.utf8.count {
      let cut = String(decoding: whole.utf8.prefix(length), as: UTF8.self)
      let path = try files.write(cut, as: "ccipra.txt")
      let endsAfterARow = cut.hasSuffix("rationale\n")
      #expect((TableFiles.refusal(.pairs, path) == nil) == endsAfterARow, "\(length) bytes")
    }
  }

  @Test func tablesThatAreMixedUpAreToldByTheirSort() throws {
    let texts: [(OfficialTable.Sort, String)] = [
      (.pairs, TableFiles.pairHeader + Self.row + "\n"),
      (.limits, TableFiles.limitHeader + "97110,6,3,D\n"),
      (.addOns, TableFiles.addOnHeader + "97129,97130,1\n"),
    ]
    for (sort, text) in texts {
      let path = try files.write(text, as: "table")
      for other in OfficialTable.Sort.allCases where other != sort {
        let refusal = try #require(TableFiles.refusal(other, path))
        #expect(refusal.exitCode == 65)
        #expect(refusal.description.contains("unitclock import \(sort.rawValue)"))
      }
    }
  }

  @Test(arguments: ["PK\u{3}\u{4}rest of a zip", "PK\u{3}\u{4}\n"])
  func aPackedFileIsToBeUnpacked(text: String) throws {
    let path = try files.write(text, as: "ccipra-v322r0-f1.zip")
    #expect(try #require(TableFiles.refusal(.pairs, path)).description.contains("unpack it"))
  }

  @Test(arguments: ["x", "\t", "\""])
  func aFileWithoutLinesTakesNoMemory(character: String) throws {
    let path = try files.write(String(repeating: character, count: 1 << 20), as: "endless")
    for sort in OfficialTable.Sort.allCases {
      #expect(TableFiles.refusal(sort, path)?.exitCode == 65)
    }
  }

  @Test func theTableOfSuppliersIsNotTherapys() throws {
    let header = TableFiles.limitHeader.replacing("Practitioner", with: "DME Supplier")
    let path = try files.write(header + "97110,6,3,D\n", as: "mue.csv")
    #expect(try #require(TableFiles.refusal(.limits, path)).description.contains("DME"))
  }

  @Test func whatCannotBeReadIsNoBadData() throws {
    for path in [files.folder.path, files.folder.path + "/nothing"] {
      #expect(TableFiles.refusal(.pairs, path)?.exitCode == 1)
    }
  }
}
