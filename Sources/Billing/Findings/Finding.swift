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
    case pair
    case pairNever = "pair-never"
    case modifier52 = "modifier-52"
    case overDailyUnits = "over-daily-units"
    case notPayable = "not-payable"
    case evaluationTwice = "evaluation-twice"
    case wrongDiscipline = "wrong-discipline"
    case disciplineModifier = "discipline-modifier"
    case thresholdModifier = "threshold-modifier"
    case documentation
    case longTimer = "long-timer"
    case clockMoved = "clock-moved"
    case slept
    case lateEntry = "late-entry"
    case billedOverPresent = "billed-over-present"
  }

  /// What a finding is about, so that a person's answer to it is remembered for as long as that is
  /// what is found: another fact is a finding of its own.
  public struct Fact: Hashable, Codable, Sendable {
    public var id: ID
    public var codes: [ProcedureCode]
    /// What tells it apart from the same finding on other facts, such as `6 of 4 units`; empty where
    /// the codes do.
    public var detail: String

    public init(id: ID, codes: [ProcedureCode], detail: String = "") {
      self.id = id
      self.codes = codes.sorted()
      self.detail = detail
    }
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
  /// What to do, in one sentence that may name a command.
  public var advice: Advice
  /// Where the rule stands: manual, chapter and section, or the table.
  public var source: String
  /// The day the source carries, or the day we read it where it carries none.
  public var sourceDate: ServiceDate
  /// What tells it apart from the same finding on other facts; none where the codes do.
  public var detail: String?
  /// Why a person let it stand, in their words; none where nobody did.
  public var dismissal: String?
  /// A modifier that would mend it, for a person to take; none where none would.
  public var offer: ModifierOffer?

  /// What to do, in one sentence with the keys that the program comes with.
  public var remedy: String { advice.text }
  /// What it is about.
  public var fact: Fact { Fact(id: id, codes: codes, detail: detail ?? "") }
  /// Whether it keeps the bill from being signed: until it is mended, or, a caution, dismissed.
  public var isOpen: Bool {
    switch severity {
    case .info: false
    case .caution: dismissal == nil
    case .stop: true
    }
  }

  private enum CodingKeys: String, CodingKey {
    case id, severity, codes, message, source, sourceDate, detail, dismissal, offer
    case advice = "remedy"
  }

  public init(
    _ id: ID, _ severity: Severity, codes: [ProcedureCode], message: String, remedy: Advice,
    source: Source, detail: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.codes = codes.sorted()
    self.message = message
    advice = remedy
    self.source = source.text
    self.detail = detail
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
