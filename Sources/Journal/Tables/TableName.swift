import Billing
import Foundation

/// What CMS's name of a file tells: `ccipra-v322r0-f1.TXT`,
/// `MCR_MUE_OutpatientHospitalServices_Eff_07-01-2026.csv`.
struct TableName: Equatable {
  /// The name without its folder.
  let file: String
  let kind: TableSource.Kind?
  /// The day from which the table is true.
  let date: ServiceDate?
  /// Which of the files of one table it is, from 1.
  let part: Int?

  init(path: String) {
    file = URL(fileURLWithPath: path).lastPathComponent
    let name = file.lowercased()
    let isPractitioner = name.contains("ccipra") || name.contains("practitioner")
    let isOutpatient = name.contains("ccioph") || name.contains("outpatient")
    kind = isPractitioner == isOutpatient ? nil : isPractitioner ? .practitioner : .outpatient
    date = Self.versionDate(in: name) ?? Self.effectiveDate(in: name)
    part = name.firstMatch(of: /-f([1-9][0-9]?)(?![0-9a-z])/).flatMap { Int($0.1) }
  }

  /// The first day of the quarter of `v322r0`: version 32 is of 2026, its quarters are 0 to 3.
  ///
  /// Source: CMS's names of the files of 2026, of which v321r0 is the second quarter's and v322r0
  /// the third's.
  private static func versionDate(in name: String) -> ServiceDate? {
    guard let match = name.firstMatch(of: /\bv([0-9]{2})([0-3])r[0-9]\b/),
      let version = Int(match.1), let quarter = Int(match.2)
    else { return nil }
    return ServiceDate(year: version + 1994, month: quarter * 3 + 1, day: 1)
  }

  private static func effectiveDate(in name: String) -> ServiceDate? {
    guard let match = name.firstMatch(of: /eff_([0-9]{2})-([0-9]{2})-([0-9]{4})/),
      let month = Int(match.1), let day = Int(match.2), let year = Int(match.3)
    else { return nil }
    return ServiceDate(year: year, month: month, day: day)
  }
}

extension [TableName] {
  /// What should be said of the parts that are here: CMS publishes the code pairs in several files.
  var missingParts: String? {
    let parts = Set(compactMap(\.part))
    guard let last = parts.max() else { return nil }
    let missing = (1...last).filter { !parts.contains($0) }
    let names = { (parts: [Int]) in parts.map { "f\($0)" }.joined(separator: ", ") }
    if !missing.isEmpty {
      return """
        The table is in several files, and \(names(missing)) is not among those given: its rows \
        are not in force. Import all files of a table at once.
        """
    }
    return parts.count > 1
      ? nil
      : """
      Only \(names([last])) of the table was given. CMS publishes code pairs in several files: \
      if there is an f2, import all of them at once.
      """
  }
}
