/// The components of a physical therapy evaluation, 97161 to 97163.
public struct PhysicalTherapyEvaluation: Hashable, Sendable {
  /// Personal factors and comorbidities that bear on the plan of care, 0 or more.
  public var factors: Int
  /// Body structures and functions, activity limits and restrictions examined, 1 or more.
  public var elements: Int
  public var presentation: Presentation

  /// How the client's condition presents itself.
  public enum Presentation: String, CaseIterable, Codable, Sendable {
    case stable, evolving, unstable
  }

  public init(factors: Int, elements: Int, presentation: Presentation) {
    self.factors = factors
    self.elements = elements
    self.presentation = presentation
  }

  /// The level that all components support, its code, and why.
  ///
  /// - Throws: a sentence where a number cannot be.
  public func level() throws(EvaluationLevel.Mistake) -> EvaluationLevel {
    guard factors >= 0 else {
      throw EvaluationLevel.Mistake(
        description: "\(factors) personal factors and comorbidities cannot be: 0 or more.")
    }
    guard elements >= 1 else {
      throw EvaluationLevel.Mistake(
        description: "\(elements) elements examined make no evaluation: 1 or more.")
    }
    return EvaluationLevel(of: [factorsSupport, elementsSupport, presentationSupports]) { level in
      switch level {
      case .low: (ProcedureCode(written: 97161), 20)
      case .moderate: (ProcedureCode(written: 97162), 30)
      case .high: (ProcedureCode(written: 97163), 45)
      }
    }
  }

  private var factorsSupport: EvaluationLevel.Component {
    let level: EvaluationLevel.Level =
      switch factors {
      case ...0: .low
      case 1...2: .moderate
      default: .high
      }
    return EvaluationLevel.Component(
      words: "Personal factors and comorbidities, \(factors): \(level.rawValue)"
        + " (low 0, moderate 1-2, high 3 or more).", level: level)
  }

  private var elementsSupport: EvaluationLevel.Component {
    let level: EvaluationLevel.Level =
      switch elements {
      case ...2: .low
      case 3: .moderate
      default: .high
      }
    return EvaluationLevel.Component(
      words: "Elements examined, \(elements): \(level.rawValue)"
        + " (low 1-2, moderate 3 or more, high 4 or more).", level: level)
  }

  private var presentationSupports: EvaluationLevel.Component {
    let level: EvaluationLevel.Level =
      switch presentation {
      case .stable: .low
      case .evolving: .moderate
      case .unstable: .high
      }
    return EvaluationLevel.Component(
      words: "Presentation, \(presentation.rawValue): \(level.rawValue)"
        + " (low stable, moderate evolving, high unstable).", level: level)
  }
}
