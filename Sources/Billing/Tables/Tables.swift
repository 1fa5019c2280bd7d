/// The tables that a bill is made with.
public struct Tables: Sendable {
  public var catalog: Catalog
  /// Code pairs, at most one table of a kind; the one in force first.
  public var pairs: [PairTable]
  /// Most units a day, at most one table of a kind; the one in force first.
  public var limits: [LimitTable]
  /// Imported add-on edits, beside those that the catalogue knows.
  public var addOns: AddOnTable?
  /// The yearly amounts from which lines carry KX.
  public var thresholds: Thresholds
  /// What the note of each code must answer.
  public var questions: Questions
  /// What is allowed for a unit, where a person keeps such a file.
  public var fees: FeeSchedule?
  /// After how many minutes a running timer is mentioned, where a person's settings say so; an hour
  /// otherwise: a stretch of one code that lasts longer is rare enough to ask about.
  public var longTimerMinutes = 60

  public init(
    catalog: Catalog, pairs: [PairTable] = [], limits: [LimitTable] = [],
    addOns: AddOnTable? = nil, thresholds: Thresholds = Thresholds(rows: []),
    questions: Questions = Questions(), fees: FeeSchedule? = nil
  ) {
    self.catalog = catalog
    self.pairs = pairs
    self.limits = limits
    self.addOns = addOns
    self.thresholds = thresholds
    self.questions = questions
    self.fees = fees
  }

  /// The tables that the program brings.
  public static let builtIn = Tables(
    catalog: .builtIn, pairs: [.builtIn],
    limits: TableSource.Kind.allCases.map { LimitTable($0, of: .builtIn) },
    thresholds: .builtIn, questions: .builtIn)

  /// The table of code pairs that a payer goes by; none where it goes by none, or it is not there.
  public func pairs(for terms: Payer.Terms) -> PairTable? {
    Self.chosen(terms.pairs, from: pairs, kind: \.source.kind)
  }

  /// The table of most units a day that a payer goes by.
  public func limits(for terms: Payer.Terms) -> LimitTable? {
    Self.chosen(terms.limits, from: limits, kind: \.source.kind)
  }

  private static func chosen<Table>(
    _ choice: Payer.TableChoice, from tables: [Table], kind: (Table) -> TableSource.Kind
  ) -> Table? {
    switch choice {
    case .off: nil
    case .cms: tables.first
    case .practitioner: tables.first { kind($0) == .practitioner }
    case .outpatient: tables.first { kind($0) == .outpatient }
    }
  }

  /// Which tables these are, in words that a signed bill carries: the days of their sources.
  public var edition: String {
    let days = catalog.procedures.map(\.source.date)
    let codes = [days.min(), days.max()].compactMap(\.self).map(\.description)
    let sources = pairs.map(\.source) + limits.map(\.source) + [addOns?.source].compactMap(\.self)
    var parts = ["codes of \(codes.joined(separator: " to "))"]
    if pairs.isEmpty { parts.append("no pair table") }
    parts += sources.map { $0.title + ($0.file.map { " (\($0))" } ?? "") }
    return parts.joined(separator: "; ")
  }
}
