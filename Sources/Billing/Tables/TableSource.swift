/// What a table is called, where it is from, and when it was true.
public struct TableSource: Hashable, Codable, Sendable {
  public var kind: Kind
  /// Such as `CMS practitioner code pairs`.
  public var name: String
  /// The file it was read from; none for what the program brings.
  public var file: String?
  /// The day on which it was true: it says nothing of quarters after this day's.
  public var date: ServiceDate

  /// Whose services CMS made it for.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    case practitioner, outpatient
  }

  public init(kind: Kind, name: String, file: String? = nil, date: ServiceDate) {
    self.kind = kind
    self.name = name
    self.file = file
    self.date = date
  }

  /// Whether a service of that day is of a later quarter than the table.
  public func isOlder(thanTheQuarterOf day: ServiceDate) -> Bool {
    (date.year, (date.month - 1) / 3) < (day.year, (day.month - 1) / 3)
  }

  /// Whether a service of that day is of an earlier quarter than the table.
  public func isNewer(thanTheQuarterOf day: ServiceDate) -> Bool {
    (day.year, (day.month - 1) / 3) < (date.year, (date.month - 1) / 3)
  }

  /// The table and its day, as a sentence names it: `CMS practitioner code pairs of 2024-07-01`.
  public var title: String { "\(name) of \(date)" }

  /// The table as a finding cites it, with its file where it has one.
  var citation: Source { Source(text: name + (file.map { ", \($0)" } ?? ""), date: date) }
}
