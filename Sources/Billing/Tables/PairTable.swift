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
  /// What is known of a payer's own pair, in a sentence; none for the rows of a table.
  public var note: String?

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
    lastDay: ServiceDate? = nil, indicator: Indicator, note: String? = nil
  ) {
    self.column1 = column1
    self.column2 = column2
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.indicator = indicator
    self.note = note
  }
}

/// A table of code pairs, CMS's procedure-to-procedure edits.
public struct PairTable: Sendable {
  /// What it is called and where it is from.
  public let source: TableSource
  /// Reads the rows, once: a bill that asks for no pair does not wait for them.
  private let rows: @Sendable () -> Rows

  public init(source: TableSource, edits: [PairEdit]) {
    let rows = Rows(edits)
    self.init(source: source, rows: { rows })
  }

  private init(source: TableSource, rows: @escaping @Sendable () -> Rows) {
    self.source = source
    self.rows = rows
  }

  public var edits: [PairEdit] { rows().edits }

  /// The row that decides for two codes on a date of service; none where they are no pair then.
  ///
  /// A row of indicator 9 never applies. Of several that cover the day the one of the latest start
  /// counts, then of the earliest end, then the stricter one, then that of the lower first code.
  public func edit(
    _ code: ProcedureCode, _ other: ProcedureCode, on date: ServiceDate
  ) -> PairEdit? {
    let rows = rows()
    return (rows.places[Pair(code, other)] ?? []).map { rows.edits[$0] }.deciding(on: date)
  }

  /// Two codes in either order.
  fileprivate struct Pair: Hashable {
    let lower: ProcedureCode
    let higher: ProcedureCode

    init(_ code: ProcedureCode, _ other: ProcedureCode) {
      lower = min(code, other)
      higher = max(code, other)
    }
  }

  fileprivate struct Rows: Sendable {
    let edits: [PairEdit]
    /// Where in `edits` the rows of two codes stand.
    let places: [Pair: [Int]]

    init(_ edits: [PairEdit]) {
      self.edits = edits
      places = Dictionary(grouping: edits.indices) { Pair(edits[$0].column1, edits[$0].column2) }
    }
  }
}

extension PairTable {
  /// The pairs among common therapy codes of CMS's practitioner table, which the program brings:
  /// a start, until a person imports the whole table.
  public static let builtIn = PairTable(
    source: TableSource(
      kind: .practitioner, name: "CMS practitioner code pairs, common therapy codes",
      date: ServiceDate(written: 2024, 7, 1)),
    rows: { builtInRows })

  /// A test reads the built-in file, so a mistake in it does not get this far; one that did would
  /// leave no row, which a bill says.
  private static let builtInRows = Rows(
    (try? PairEdit.all(parsing: builtInText, named: "Pairs.tsv")) ?? [])

  /// The text of the built-in file.
  static var builtInText: String { String(decoding: PackageResources.Pairs_tsv, as: UTF8.self) }
}

extension [PairEdit] {
  /// The row that decides on a date of service, of the rows of two codes.
  func deciding(on date: ServiceDate) -> PairEdit? {
    filter { $0.isInForce(on: date) }.max {
      (
        $0.firstDay ?? .first, $1.lastDay ?? .last, $1.indicator.rawValue, $1.column1
      ) < (
        $1.firstDay ?? .first, $0.lastDay ?? .last, $0.indicator.rawValue, $0.column1
      )
    }
  }
}

extension PairEdit {
  /// Whether it applies to a service of that day.
  public func isInForce(on date: ServiceDate) -> Bool {
    indicator != .withdrawn && firstDay ?? date <= date && date <= lastDay ?? date
  }
}
