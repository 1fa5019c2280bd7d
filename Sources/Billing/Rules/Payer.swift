/// Who pays, and what that decides.
public struct Payer: Hashable, Codable, Sendable {
  /// The payer's name; none where only a rule was given.
  public var name: String?
  /// The arithmetic of units.
  public var rule: Rule
  /// What it wants beside the arithmetic; none where nothing is known of it, and nothing is assumed.
  public var terms: Terms?

  public init(name: String?, rule: Rule, terms: Terms? = nil) {
    self.name = name
    self.rule = rule
    self.terms = terms
  }

  /// No payer in particular: the arithmetic alone.
  public static func unnamed(_ rule: Rule) -> Payer { Payer(name: nil, rule: rule) }
}

extension Payer {
  /// What a payer wants of a claim, as a file that a person may edit says it.
  ///
  /// It is kept with the visit, so that a later change of the file changes no visit of before.
  public struct Terms: Hashable, Codable, Sendable {
    /// Whether lines carry GP, GO or GN.
    public var wantsDisciplineModifier: Bool
    /// Whether lines carry CQ or CO for an assistant's share.
    public var wantsAssistantModifier: Bool
    /// Whether it pays for speech-language pathology by an assistant.
    public var paysSpeechAssistants: Bool
    /// The modifier by which a service is told apart from the other code of a pair.
    public var separateService: SeparateService
    /// The table of code pairs it goes by.
    public var pairs: TableChoice
    /// Pairs of its own, beside that table.
    public var ownPairs: [PairEdit]
    /// The table of most units a day it goes by.
    public var limits: TableChoice
    /// The most units of a visit, all codes together; none where there is no such limit.
    public var maximumUnits: Int?
    /// Whether the yearly threshold of Medicare's therapy services is its own.
    public var hasThreshold: Bool
    /// Codes that it does not pay, or not separately.
    public var notPaid: [NotPaid]
    /// What speaks for all this.
    public var evidence: Evidence

    public init(
      wantsDisciplineModifier: Bool = true, wantsAssistantModifier: Bool = false,
      paysSpeechAssistants: Bool = true, separateService: SeparateService = .modifier59,
      pairs: TableChoice = .off, ownPairs: [PairEdit] = [], limits: TableChoice = .off,
      maximumUnits: Int? = nil, hasThreshold: Bool = false, notPaid: [NotPaid] = [],
      evidence: Evidence
    ) {
      self.wantsDisciplineModifier = wantsDisciplineModifier
      self.wantsAssistantModifier = wantsAssistantModifier
      self.paysSpeechAssistants = paysSpeechAssistants
      self.separateService = separateService
      self.pairs = pairs
      self.ownPairs = ownPairs
      self.limits = limits
      self.maximumUnits = maximumUnits
      self.hasThreshold = hasThreshold
      self.notPaid = notPaid
      self.evidence = evidence
    }
  }

  /// How a payer wants a service of a pair to be told apart.
  public enum SeparateService: String, CaseIterable, Codable, Sendable {
    case modifier59 = "59"
    /// The X-modifier that fits: XE, XP, XS or XU.
    case specific = "X"
  }

  /// Which of CMS's tables a payer goes by.
  public enum TableChoice: String, CaseIterable, Codable, Sendable {
    /// None.
    case off
    /// The one that is in force here: the last one imported, else the one the program brings.
    case cms
    case practitioner
    case outpatient
  }

  /// A code that a payer does not pay, or not separately.
  public struct NotPaid: Hashable, Codable, Sendable {
    public var code: ProcedureCode
    /// What is billed there instead, if anything.
    public var instead: ProcedureCode?
    /// Why, in a few words: `bundled`, `not covered`.
    public var reason: String
    /// Where that was read, and the day of it; none where the payer's evidence speaks for it.
    public var source: String?
    public var date: ServiceDate?

    public init(
      code: ProcedureCode, instead: ProcedureCode? = nil, reason: String, source: String? = nil,
      date: ServiceDate? = nil
    ) {
      self.code = code
      self.instead = instead
      self.reason = reason
      self.source = source
      self.date = date
    }
  }

  /// What speaks for a payer's terms, and how well they are known.
  public struct Evidence: Hashable, Codable, Sendable {
    /// A sentence for the person who chooses the payer.
    public var text: String
    public var confidence: Procedure.Confidence
    /// Where it was read, and the day of the source or of the reading.
    public var source: String
    public var date: ServiceDate

    public init(
      text: String, confidence: Procedure.Confidence, source: String, date: ServiceDate
    ) {
      self.text = text
      self.confidence = confidence
      self.source = source
      self.date = date
    }
  }
}
