/// The most units of a code that are paid for one client on one day, CMS's medically unlikely
/// edits.
public struct LimitTable: Sendable {
  public let source: TableSource
  public let limits: [ProcedureCode: Limit]

  /// A row of the table.
  public struct Limit: Hashable, Codable, Sendable {
    /// Units a day, 0 or more; of 0 nothing is said.
    public var units: Int
    /// CMS's adjudication indicator: 1 by line, 2 absolute, 3 can be appealed with records.
    public var indicator: Int

    public init(units: Int, indicator: Int) {
      self.units = units
      self.indicator = indicator
    }
  }

  public init(source: TableSource, limits: [ProcedureCode: Limit]) {
    self.source = source
    self.limits = limits
  }
}

extension LimitTable {
  /// The most units a day that the catalogue's rows carry, of CMS's practitioner or outpatient
  /// table of 2024-07-01.
  init(_ kind: TableSource.Kind, of catalog: Catalog) {
    self.init(
      source: TableSource(
        kind: kind, name: "CMS \(kind.rawValue) daily limits, common therapy codes",
        date: ServiceDate(written: 2024, 7, 1)),
      limits: Dictionary(
        catalog.procedures.compactMap { procedure in
          guard let most = procedure.dailyMaximum else { return nil }
          let units = kind == .practitioner ? most.practitioner : most.outpatient
          return (procedure.code, Limit(units: units, indicator: most.indicator))
        }, uniquingKeysWith: { $1 }))
  }
}
