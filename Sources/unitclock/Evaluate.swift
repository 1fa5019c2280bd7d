import ArgumentParser
import Billing
import Paperwork

/// The level of an evaluation from its components.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "The level of a PT or OT evaluation from its components, and why.",
    discussion: """
      The level is the lowest that any component supports: all must reach it.

        unitclock evaluate --discipline PT --factors 1 --elements 3 \\
          --presentation evolving
        unitclock evaluate --discipline OT --history expanded --deficits 4 \\
          --decisions moderate --comorbidity present --help-with-tests minimal
      """)

  @Option(
    help: "Whose evaluation: PT or OT.",
    transform: { text in try Discipline.named(text.uppercased(), as: "discipline") })
  var discipline: Discipline

  // The numbers are read unconditionally: -1 is a wrong number, and no option.
  @Option(
    parsing: .unconditional, help: "PT: personal factors and comorbidities, 0 to 99.",
    transform: { text in try wholeNumber(text, from: 0) })
  var factors: Int?

  @Option(
    parsing: .unconditional, help: "PT: elements examined, 1 to 99.",
    transform: { text in try wholeNumber(text, from: 1) })
  var elements: Int?

  @Option(
    help: "PT: the clinical presentation: stable, evolving or unstable.",
    transform: { text in try .named(text.lowercased(), as: "presentation") })
  var presentation: PhysicalTherapyEvaluation.Presentation?

  @Option(
    help: "OT: profile and history: brief, expanded or extensive.",
    transform: { text in try .named(text.lowercased(), as: "history") })
  var history: OccupationalTherapyEvaluation.History?

  @Option(
    parsing: .unconditional, help: "OT: performance deficits, 1 to 99.",
    transform: { text in try wholeNumber(text, from: 1) })
  var deficits: Int?

  @Option(
    help: "OT: decision making: low, moderate or high.",
    transform: { text in try .named(text.lowercased(), as: "decisions") })
  var decisions: OccupationalTherapyEvaluation.Decisions?

  @Option(
    help: "OT: comorbidities that affect performance: none or present.",
    transform: { text in try .named(text.lowercased(), as: "comorbidity") })
  var comorbidity: OccupationalTherapyEvaluation.Comorbidity?

  @Option(
    help: "OT: help given with the tests: none, minimal, moderate or significant.",
    transform: { text in try HelpWithTests.named(text.lowercased(), as: "help with tests") })
  var helpWithTests: HelpWithTests?

  @Flag(help: "Print JSON.")
  var json = false

  /// Help with the tests in one word each; the levels tell minimal and moderate not apart.
  enum HelpWithTests: String, CaseIterable {
    case none, minimal, moderate, significant

    var help: OccupationalTherapyEvaluation.Help {
      switch self {
      case .none: .none
      case .minimal, .moderate: .minimalToModerate
      case .significant: .significant
      }
    }
  }

  func validate() throws { _ = try level() }

  func run() throws {
    let level = try level()
    if json {
      try Output.print { $0.evaluation(level) }
    } else {
      try Output.print(level.lines)
    }
  }

  private func level() throws -> EvaluationLevel {
    do {
      switch discipline {
      case .physicalTherapy: return try physicalTherapy().level()
      case .occupationalTherapy: return try occupationalTherapy().level()
      case .speechLanguagePathology:
        throw ValidationError("Evaluations of SLP have no levels; PT and OT have.")
      }
    } catch let mistake as EvaluationLevel.Mistake {
      throw ValidationError(mistake.description)
    }
  }

  private func physicalTherapy() throws -> PhysicalTherapyEvaluation {
    try refuse(
      [
        "--history": history != nil, "--deficits": deficits != nil, "--decisions": decisions != nil,
        "--comorbidity": comorbidity != nil, "--help-with-tests": helpWithTests != nil,
      ], of: .occupationalTherapy)
    return PhysicalTherapyEvaluation(
      factors: try needed(factors, "--factors, 0 to 99"),
      elements: try needed(elements, "--elements, 1 to 99"),
      presentation: try needed(presentation, "--presentation, stable, evolving or unstable"))
  }

  private func occupationalTherapy() throws -> OccupationalTherapyEvaluation {
    try refuse(
      [
        "--factors": factors != nil, "--elements": elements != nil,
        "--presentation": presentation != nil,
      ], of: .physicalTherapy)
    return OccupationalTherapyEvaluation(
      history: try needed(history, "--history, brief, expanded or extensive"),
      deficits: try needed(deficits, "--deficits, 1 to 99"),
      decisions: try needed(decisions, "--decisions, low, moderate or high"),
      comorbidity: try needed(comorbidity, "--comorbidity, none or present"),
      help: try needed(helpWithTests, "--help-with-tests, none, minimal, moderate or significant")
        .help)
  }

  private func needed<Value>(_ value: Value?, _ component: String) throws -> Value {
    guard let value else { throw ValidationError("A component is missing: \(component).") }
    return value
  }

  /// Refuses components that the other discipline's evaluation has.
  private func refuse(
    _ given: KeyValuePairs<String, Bool>, of other: Discipline
  ) throws {
    guard let component = given.first(where: \.value)?.key else { return }
    throw ValidationError(
      "\(component) is of \(other.rawValue) evaluations; this one is of \(discipline.rawValue).")
  }
}

/// Reads a whole number from `lowest` to 99.
private func wholeNumber(_ text: String, from lowest: Int) throws -> Int {
  guard let number = Int(text), (lowest...99).contains(number) else {
    throw ValidationError("\(text.quoted) is not a whole number from \(lowest) to 99.")
  }
  return number
}
