extension Payer {
  /// A payer that the program knows of itself, and how well its rule is known.
  public struct Profile: Hashable, Sendable {
    public var payer: Payer
    /// What speaks for the rule, and where it may differ; in a sentence for the person who chooses.
    public var evidence: String
    public var confidence: Procedure.Confidence
    /// Where it was read.
    public var source: String
  }

  /// The payers that the program brings, as read in November 2026: suggestions, for a contract may
  /// say otherwise.
  ///
  /// Payers whose rule is a matter of state or contract, such as workers' compensation, are
  /// `Other`: the person who enters them says which rule it is.
  public static let builtIn: [Profile] = [
    profile(
      "Medicare B", .cms, .seen, "The 8-minute rule is Medicare's own.",
      "CMS Pub 100-04 ch. 5 s.20.2"),
    profile(
      "Medicare Advantage", .cms, .seen, "Commonly as Medicare B; a plan's contract may differ.",
      "CMS Pub 100-04 ch. 5 s.20.2; common practice of plans"),
    profile(
      "Medicaid", .cms, .seen,
      "The 8-minute rule in most states; many have units and caps of their own.",
      "WebPT and StrataPT, payer guides"),
    profile(
      "TRICARE", .cms, .seen, "The 8-minute rule is usually asked for.",
      "SimplePractice and WebPT, payer guides"),
    profile(
      "CHAMPVA", .cms, .seen, "The 8-minute rule is usually asked for.",
      "SimplePractice and WebPT, payer guides"),
    profile(
      "VA", .cms, .general, "The 8-minute rule is usually said; no text of the payer was read.",
      "General knowledge"),
    profile(
      "UnitedHealthcare", .cms, .seen,
      "Its audits use the total-time table: 10 + 10 were paid as 1 unit. A contract may differ.",
      "Dynamic Chiropractic, report on audits"),
    profile(
      "Premera Blue Cross", .ama, .seen, "Its payment policy passes the midpoint of each code.",
      "Premera Blue Cross, payment policy"),
    profile(
      "Commercial, midpoint", .ama, .partlySeen,
      "Most commercial payers count each code alone; ask yours.",
      "Clinivise and Clinicient, payer guides"),
    profile(
      "Commercial, total time", .cms, .partlySeen,
      "Some commercial payers follow the 8-minute rule; ask yours.",
      "Clinivise and Clinicient, payer guides"),
    profile(
      "Other, midpoint", .ama, .general, "The rule is your choice: ask the payer.",
      "No source: stated by the person who enters it"),
    profile(
      "Other, total time", .cms, .general, "The rule is your choice: ask the payer.",
      "No source: stated by the person who enters it"),
  ]

  /// The month in which the payers that the program brings were read.
  public static let edition = "2026-11"

  /// The payer of that name, without regard to case.
  public static func named(_ name: String) -> Payer? {
    byName[name.lowercased()]
  }

  private static let byName = Dictionary(
    builtIn.map { ($0.payer.name?.lowercased() ?? "", $0.payer) },
    uniquingKeysWith: { first, _ in first })

  private static func profile(
    _ name: String, _ rule: Rule, _ confidence: Procedure.Confidence, _ evidence: String,
    _ source: String
  ) -> Profile {
    Profile(
      payer: Payer(name: name, rule: rule), evidence: evidence, confidence: confidence,
      source: source)
  }
}
