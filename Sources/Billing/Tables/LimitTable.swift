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
