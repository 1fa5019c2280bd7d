import Testing

@testable import Billing

/// The level of an evaluation against the table of levels, read as text.
@Suite struct Evaluations {
  typealias Level = EvaluationLevel.Level

  /// The levels whose cell of the table has this value, lowest first: `3-5` has 3, 4 and 5, and
  /// `4+` what is 4 or more.
  static func levels(of value: String, in cells: [String]) -> [Level] {
    zip(Level.allCases, cells).filter { _, cell in
      cell.split(separator: "|").contains { choice in
        if choice == value { return true }
        guard let number = Int(value) else { return false }
        if choice.hasSuffix("+") { return Int(choice.dropLast()).map { number >= $0 } ?? false }
        let ends = choice.split(separator: "-").compactMap { Int($0) }
        return ends.count == 2 && (ends[0]...ends[1]).contains(number)
      }
    }.map(\.0)
  }

  /// The highest level that every component reaches: one of its own levels is as high.
  static func level(_ components: [(String, [String])]) -> Level? {
    Level.allCases.last { level in
      components.allSatisfy { value, cells in
        levels(of: value, in: cells).contains { $0 >= level }
      }
    }
  }

  @Test func `every physical therapy evaluation has the level all its components reach`() throws {
    let codes: [Level: ProcedureCode] = [.low: "97161", .moderate: "97162", .high: "97163"]
    let minutes: [Level: Int] = [.low: 20, .moderate: 30, .high: 45]
    for factors in 0...6 {
      for elements in 1...7 {
        for presentation in PhysicalTherapyEvaluation.Presentation.allCases {
          let result = try PhysicalTherapyEvaluation(
            factors: factors, elements: elements, presentation: presentation
          ).level()
          let expected = Self.level([
            ("\(factors)", ["0", "1-2", "3+"]),
            ("\(elements)", ["1-2|1|2", "3+", "4+"]),
            (presentation.rawValue, ["stable", "evolving", "unstable"]),
          ])
          #expect(result.level == expected)
          #expect(result.code == codes[result.level])
          #expect(result.typicalMinutes == minutes[result.level])
          #expect(result.because.count == 4)
        }
      }
    }
  }

  @Test func `every occupational therapy evaluation has the level all its components reach`() throws
  {
    typealias Evaluation = OccupationalTherapyEvaluation
    let codes: [Level: ProcedureCode] = [.low: "97165", .moderate: "97166", .high: "97167"]
    let minutes: [Level: Int] = [.low: 30, .moderate: 45, .high: 60]
    for history in Evaluation.History.allCases {
      for deficits in 1...8 {
        for decisions in Evaluation.Decisions.allCases {
          for comorbidity in Evaluation.Comorbidity.allCases {
            for help in Evaluation.Help.allCases {
              let result = try Evaluation(
                history: history, deficits: deficits, decisions: decisions,
                comorbidity: comorbidity, help: help
              ).level()
              let expected = Self.level([
                (history.rawValue, ["brief", "expanded", "extensive"]),
                ("\(deficits)", ["1-3", "3-5", "5+"]),
                (decisions.rawValue, ["low", "moderate", "high"]),
                (comorbidity.rawValue, ["none", "none|present", "present"]),
                (help.rawValue, ["none", "minimal to moderate", "significant"]),
              ])
              #expect(result.level == expected)
              #expect(result.code == codes[result.level])
              #expect(result.typicalMinutes == minutes[result.level])
            }
          }
        }
      }
    }
  }

  @Test func `three deficits are low or moderate: the other components decide`() throws {
    func evaluation(_ history: OccupationalTherapyEvaluation.History) throws -> EvaluationLevel {
      try OccupationalTherapyEvaluation(
        history: history, deficits: 3, decisions: .moderate, comorbidity: .none,
        help: .minimalToModerate
      ).level()
    }
    #expect(try evaluation(.brief).code == "97165")
    #expect(try evaluation(.extensive).code == "97166")
    #expect(
      try evaluation(.extensive).because.contains {
        $0.hasPrefix("Performance deficits, 3: moderate") && $0.contains("low too")
      })
  }

  @Test func `it says what each component supports, and that the lowest counts`() throws {
    let result = try PhysicalTherapyEvaluation(factors: 1, elements: 4, presentation: .evolving)
      .level()
    #expect(
      result.because == [
        "Personal factors and comorbidities, 1: moderate (low 0, moderate 1-2, high 3 or more).",
        "Elements examined, 4: high (low 1-2, moderate 3 or more, high 4 or more).",
        "Presentation, evolving: moderate (low stable, moderate evolving, high unstable).",
        "What all components support counts, the lowest: moderate, 97162.",
      ])
    #expect(!result.source.isEmpty)
  }

  @Test(arguments: [(-1, 3), (0, 0), (2, -4)])
  func `numbers that cannot be get a sentence`(factors: Int, elements: Int) {
    let mistake = #expect(throws: EvaluationLevel.Mistake.self) {
      try PhysicalTherapyEvaluation(factors: factors, elements: elements, presentation: .stable)
        .level()
    }
    #expect(mistake?.description.hasSuffix(" or more.") == true)
    #expect(throws: EvaluationLevel.Mistake.self) {
      try OccupationalTherapyEvaluation(
        history: .brief, deficits: elements - 3, decisions: .low, comorbidity: .none, help: .none
      ).level()
    }
  }

  @Test func `the codes of levels are evaluations of the catalogue`() {
    for number in Array(97161...97163) + Array(97165...97167) {
      let code = ProcedureCode(written: UInt64(number))
      #expect(code.description == "\(number)")
      #expect(Catalog.builtIn[code]?.isEvaluation == true)
    }
  }
}
