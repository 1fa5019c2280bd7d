import Billing
import Foundation
import Testing

@testable import Journal

/// Files in the layout of CMS's, written for a test.
struct TableFiles {
  let folder: TemporaryFolder

  /// The lines before the rows, as in CMS's file of the third quarter of 2026: the names of the
  /// columns go on in lines whose first two fields are empty.
  static let pairHeader = """
    Codes are copyright of their owner.\t\t\t\t\t\t
    Column1/Column2 Edits\t\t\t\t\t\t
    Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale
    \t\tprior to 1996\tDate\tDate\t0=not allowed\t
    \t\t\t\t*=no data\t1=allowed\t
    \t\t\t\t\t9=not applicable\t

    """

  static let limitHeader = """
    "Codes are copyright of their owner.

    Restrictions, such as ""these"", apply.",,,
    "HCPCS/
    CPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale

    """

  static let addOnHeader = "primary,add_on,type\n"

  /// Writes a file and gives its path.
  func write(_ text: String, as name: String) throws -> String {
    let path = "\(folder.path)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// A file of code pairs with these rows, fields apart by blanks, `-` for an empty one.
  func pairs(
    _ rows: String..., as name: String = "ccipra.txt", lineEnd: String = "\n"
  ) throws -> String {
    let lines = rows.map { row in
      let fields = row.split(separator: " ").map { $0 == "-" ? "" : String($0) }
      return (fields + ["Some rationale"]).joined(separator: "\t") + "\n"
    }
    let text = (Self.pairHeader + lines.joined())
    return try write(text.replacing("\n", with: lineEnd), as: name)
  }

  /// Reads files as a table on 2026-11-22.
  static func read(
    _ sort: OfficialTable.Sort, _ files: String..., kind: TableSource.Kind? = nil,
    date: String? = nil
  ) throws -> OfficialTable {
    try OfficialTable(
      reading: OfficialTable.Request(
        sort: sort, files: files, kind: kind, date: try date.map(Sample.date),
        today: try Sample.date("2026-11-22")))
  }

  /// What is said of files that cannot be imported; nothing where they can.
  static func refusal(_ sort: OfficialTable.Sort, _ files: String...) -> TableFileError? {
    do {
      _ = try OfficialTable(
        reading: OfficialTable.Request(sort: sort, files: files, today: .last))
      return nil
    } catch {
      return error
    }
  }
}
