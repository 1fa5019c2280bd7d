/// Something about a bill that a person should know while it can still be acted on.
public struct Finding: Hashable, Codable, Sendable {
  /// What kind of finding it is; the name is part of the JSON contract.
  public enum ID: String, CaseIterable, Codable, Sendable {
    case unknownCode = "unknown-code"
    case retiredCode = "retired-code"
    case notYetValid = "not-yet-valid"
    case belowMinimum = "below-minimum"
    case unbilledMinutes = "unbilled-minutes"
    case tie
    case ruleDifference = "rule-difference"
    case overlap
    case groupWithOneOnOne = "group-with-one-on-one"
    case addOnWithoutBase = "add-on-without-base"
    case assistantModifier = "assistant-modifier"
  }

  /// How much it matters; in order of weight.
  public enum Severity: String, CaseIterable, Codable, Comparable, Sendable {
    /// Good to know.
    case info
    /// Wants to be mended, or dismissed with a reason.
    case caution
    /// Refuses the signature.
    case stop

    public static func < (left: Self, right: Self) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  public var id: ID
  public var severity: Severity
  /// The codes it is about, lowest first.
  public var codes: [ProcedureCode]
  /// What is wrong, in one sentence.
  public var message: String
  /// What to do, in one sentence.
  public var remedy: String
  /// Where the rule stands: manual, chapter and section, or the table.
  public var source: String
  /// The day the source carries, or the day we read it where it carries none.
  public var sourceDate: ServiceDate

  public init(
    _ id: ID, _ severity: Severity, codes: [ProcedureCode], message: String, remedy: String,
    source: Source
  ) {
    self.id = id
    self.severity = severity
    self.codes = codes.sorted()
    self.message = message
    self.remedy = remedy
    self.source = source.text
    self.sourceDate = source.date
  }
}

/// Where a rule stands, and of which day.
public struct Source: Hashable, Sendable {
  public var text: String
  public var date: ServiceDate

  public init(text: String, date: ServiceDate) {
    self.text = text
    self.date = date
  }
}
