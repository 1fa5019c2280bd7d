/// The components of an occupational therapy evaluation, 97165 to 97167.
public struct OccupationalTherapyEvaluation: Hashable, Sendable {
  public var history: History
  /// Performance deficits, 1 or more.
  public var deficits: Int
  public var decisions: Decisions
  public var comorbidity: Comorbidity
  public var help: Help

  /// How far the profile and the history went.
  public enum History: String, CaseIterable, Codable, Sendable {
    case brief, expanded, extensive
  }

  /// The decision making: few options, several, or many.
  public enum Decisions: String, CaseIterable, Codable, Sendable {
    case low, moderate, high
  }

  /// Comorbidities that affect performance.
  public enum Comorbidity: String, CaseIterable, Codable, Sendable {
    case none, present
  }

  /// How far tasks had to be changed, or help given, for the tests.
  public enum Help: String, CaseIterable, Codable, Sendable {
    case none
    case minimalToModerate = "minimal to moderate"
    case significant
  }

  public init(
    history: History, deficits: Int, decisions: Decisions, comorbidity: Comorbidity, help: Help
  ) {
    self.history = history
    self.deficits = deficits
    self.decisions = decisions
    self.comorbidity = comorbidity
    self.help = help
  }

  /// The level that all components support, its code, and why.
  ///
  /// Exactly 3 and 5 deficits lie in two levels by design: the other components decide.
  ///
  /// - Throws: a sentence where a number cannot be.
  public func level() throws(EvaluationLevel.Mistake) -> EvaluationLevel {
    guard deficits >= 1 else {
      throw EvaluationLevel.Mistake(
        description: "\(deficits) performance deficits make no evaluation: 1 or more.")
    }
    return EvaluationLevel(of: [
      historySupports, deficitsSupport, decisionsSupport, comorbiditySupports, helpSupports,
    ]) { level in
      switch level {
      case .low: (ProcedureCode(written: 97165), 30)
      case .moderate: (ProcedureCode(written: 97166), 45)
      case .high: (ProcedureCode(written: 97167), 60)
      }
    }
  }

  private var historySupports: EvaluationLevel.Component {
    let level: EvaluationLevel.Level =
      switch history {
      case .brief: .low
      case .expanded: .moderate
      case .extensive: .high
      }
    return EvaluationLevel.Component(
      words: "History, \(history.rawValue): \(level.rawValue)"
        + " (low brief, moderate expanded, high extensive).", level: level)
  }

  private var deficitsSupport: EvaluationLevel.Component {
    let level: EvaluationLevel.Level =
      switch deficits {
      case ...2: .low
      case 3...4: .moderate
      default: .high
      }
    let overlap =
      switch deficits {
      case 3: ", low too: the other components decide"
      case 5: ", moderate too: the other components decide"
      default: ""
      }
    return EvaluationLevel.Component(
      words: "Performance deficits, \(deficits): \(level.rawValue)"
        + " (low 1-3, moderate 3-5, high 5 or more)\(overlap).", level: level)
  }

  private var decisionsSupport: EvaluationLevel.Component {
    let level: EvaluationLevel.Level =
      switch decisions {
      case .low: .low
      case .moderate: .moderate
      case .high: .high
      }
    return EvaluationLevel.Component(
      words: "Decision making: \(level.rawValue)"
        + " (low few options, moderate several, high many).", level: level)
  }

  /// The moderate row says that comorbidities may be present: none supports it as well.
  private var comorbiditySupports: EvaluationLevel.Component {
    let level: EvaluationLevel.Level = comorbidity == .none ? .moderate : .high
    return EvaluationLevel.Component(
      words: "Comorbidities, \(comorbidity.rawValue): "
        + (comorbidity == .none ? "low and moderate" : "high")
        + " (low none, moderate none or present, high present).", level: level)
  }

  private var helpSupports: EvaluationLevel.Component {
    let level: EvaluationLevel.Level =
      switch help {
      case .none: .low
      case .minimalToModerate: .moderate
      case .significant: .high
      }
    return EvaluationLevel.Component(
      words: "Help with tests, \(help.rawValue): \(level.rawValue)"
        + " (low none, moderate minimal to moderate, high significant).", level: level)
  }
}
