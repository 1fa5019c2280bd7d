/// A row of a table of code pairs: the second code is not paid beside the first.
public struct PairEdit: Hashable, Codable, Sendable {
  /// The code that is paid.
  public var column1: ProcedureCode
  /// The code that is not, and that carries the modifier where one is allowed.
  public var column2: ProcedureCode
  /// The first day in force; none where it is not known.
  public var firstDay: ServiceDate?
  /// The last day in force; none where it still is.
  public var lastDay: ServiceDate?
  public var indicator: Indicator

  /// CMS's modifier indicator.
  public enum Indicator: Int, CaseIterable, Codable, Sendable {
    /// 0: never together.
    case never = 0
    /// 1: together with a modifier.
    case withModifier = 1
    /// 9: withdrawn on the day it took effect; it never applies.
    case withdrawn = 9
  }

  public init(
    column1: ProcedureCode, column2: ProcedureCode, firstDay: ServiceDate? = nil,
    lastDay: ServiceDate? = nil, indicator: Indicator
  ) {
    self.column1 = column1
    self.column2 = column2
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.indicator = indicator
  }
}

/// A table of code pairs, CMS's procedure-to-procedure edits.
public struct PairTable: Sendable {
  /// What it is called and where it is from.
  public let source: TableSource
  public let edits: [PairEdit]
  private let places: [Set<ProcedureCode>: [Int]]

  public init(source: TableSource, edits: [PairEdit]) {
    self.source = source
    self.edits = edits
    places = Dictionary(grouping: edits.indices) { [edits[$0].column1, edits[$0].column2] }
  }

  /// The row that decides for two codes on a date of service; none where they are no pair then.
  ///
  /// A row of indicator 9 never applies. Of several that cover the day the one of the latest start
  /// counts, then of the earliest end.
  public func edit(
    _ code: ProcedureCode, _ other: ProcedureCode, on date: ServiceDate
  ) -> PairEdit? {
    (places[[code, other]] ?? []).map { edits[$0] }
      .filter { $0.isInForce(on: date) }
      .max {
        ($0.firstDay ?? .first, $1.lastDay ?? .last) < ($1.firstDay ?? .first, $0.lastDay ?? .last)
      }
  }
}

extension PairEdit {
  /// Whether it applies to a service of that day.
  public func isInForce(on date: ServiceDate) -> Bool {
    indicator != .withdrawn && firstDay ?? date <= date && date <= lastDay ?? date
  }
}

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
}
