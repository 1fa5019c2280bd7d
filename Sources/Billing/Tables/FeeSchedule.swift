/// What a payer allows for a unit of each code, from a file that a person keeps.
public struct FeeSchedule: Hashable, Sendable {
  public let fees: [Fee]

  /// An allowed amount and the days it is for.
  public struct Fee: Hashable, Sendable {
    public var code: ProcedureCode
    /// US cents for a unit, deductible and coinsurance included.
    public var amount: Int
    /// The first and last day it is for; none where it is open.
    public var firstDay: ServiceDate?
    public var lastDay: ServiceDate?

    public init(
      code: ProcedureCode, amount: Int, firstDay: ServiceDate? = nil, lastDay: ServiceDate? = nil
    ) {
      self.code = code
      self.amount = amount
      self.firstDay = firstDay
      self.lastDay = lastDay
    }
  }

  public init(fees: [Fee]) { self.fees = fees }

  /// US cents for a unit of a code on a day; none where the file does not say.
  public func amount(of code: ProcedureCode, on date: ServiceDate) -> Int? {
    fees.last {
      $0.code == code && $0.firstDay ?? date <= date && date <= $0.lastDay ?? date
    }?.amount
  }
}

/// What counts toward a client's yearly threshold before a day's bill.
public struct Spending: Hashable, Sendable {
  /// US cents allowed in the calendar year before this day, here and elsewhere, of the services
  /// that count together.
  public var before: Int
  /// Codes of those days for which no fee is known: they are not in the amount.
  public var unpriced: [ProcedureCode]

  public init(before: Int, unpriced: [ProcedureCode] = []) {
    self.before = before
    self.unpriced = unpriced
  }
}
