/// The yearly amounts of Medicare's therapy services from which lines carry KX.
///
/// Source: Pub 100-04 ch. 5 s.10.3.3; the amounts change every year.
public struct Thresholds: Hashable, Sendable {
  public let rows: [Row]

  /// The amounts of a calendar year.
  public struct Row: Hashable, Sendable {
    public var year: Int
    /// US cents, for physical therapy and speech-language pathology together, and again for
    /// occupational therapy.
    public var amount: Int
    /// US cents from which claims may be picked for a targeted review.
    public var review: Int?
    public var confidence: Procedure.Confidence
    public var source: Source

    public init(
      year: Int, amount: Int, review: Int?, confidence: Procedure.Confidence, source: Source
    ) {
      self.year = year
      self.amount = amount
      self.review = review
      self.confidence = confidence
      self.source = source
    }
  }

  public init(rows: [Row]) { self.rows = rows }

  /// The amounts of that year; none where they are not known, and nothing is guessed.
  public subscript(year: Int) -> Row? { rows.first { $0.year == year } }
}
