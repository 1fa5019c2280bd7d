/// What a day of treatment comes to, and why.
public struct Bill: Hashable, Codable, Sendable {
  public var date: ServiceDate
  public var discipline: Discipline?
  /// The arithmetic that was used.
  public var rule: Rule
  /// The payer's name, where one was named.
  public var payer: String?
  /// Whole minutes of the timed codes, those outside the 15-minute pool too, and of timed codes
  /// that cannot be billed: a finding changes units, never minutes.
  ///
  /// Source: Pub 100-02 ch. 15 s.220.3 E.
  public var timedMinutes: Int
  /// Whole minutes of timed and untimed services.
  public var treatmentMinutes: Int
  /// Every code of the day, those of 0 units too, and a family's base and add-on; lowest code
  /// first.
  public var charges: [Charge]
  /// Every allowed allocation, the one used first; never empty, at most ``mostChoices``.
  public var choices: [[ProcedureCode: Int]]
  /// How many allowed allocations there are, listed or not.
  public var choiceCount: Int
  /// What the rule that was not used comes to.
  public var otherRule: RuleResult
  /// The lines of the claim: charges of at least one unit, with their modifiers.
  public var lines: [ClaimLine]
  public var findings: [Finding]
  public var because: [Reason]

  /// The most allocations that ``choices`` lists.
  public static let mostChoices = 256

  /// Units of every code of the day.
  public var units: [ProcedureCode: Int] {
    Dictionary(uniqueKeysWithValues: charges.map { ($0.code, $0.units) })
  }
  /// Units of the day.
  public var totalUnits: Int { charges.reduce(0) { $0 + $1.units } }
  /// Whether equal remainders leave a choice to the clinician.
  public var isTie: Bool { choiceCount > 1 }
}

/// One code's minutes and what they earned.
public struct Charge: Hashable, Codable, Sendable {
  public var code: ProcedureCode
  /// Whole minutes given under this code.
  ///
  /// A family's minutes stand where they were given.
  public var minutes: Int
  public var units: Int

  public init(code: ProcedureCode, minutes: Int, units: Int) {
    self.code = code
    self.minutes = minutes
    self.units = units
  }
}

/// A line of the claim: one code, its modifiers in order, units, minutes.
public struct ClaimLine: Hashable, Codable, Sendable {
  public var code: ProcedureCode
  public var modifiers: [String]
  /// 1 or more.
  public var units: Int
  /// Whole minutes; a code's, and a family's, are kept whole over its lines.
  ///
  /// Of a code that is partly an assistant's, the line without CQ or CO has the therapist's minutes,
  /// as many as its units are long at most, and the other the rest.
  public var minutes: Int
  /// Modifiers for which the line's four places do not suffice: the claim form's box 19 has them,
  /// and the line has 99.
  public var furtherModifiers: [String]?

  public init(
    code: ProcedureCode, modifiers: [String], units: Int, minutes: Int,
    furtherModifiers: [String]? = nil
  ) {
    self.code = code
    self.modifiers = modifiers
    self.units = units
    self.minutes = minutes
    self.furtherModifiers = furtherModifiers
  }
}

/// What a rule comes to, without the working.
public struct RuleResult: Hashable, Codable, Sendable {
  public var rule: Rule
  public var units: [ProcedureCode: Int]
  public var totalUnits: Int { units.values.reduce(0, +) }

  public init(rule: Rule, units: [ProcedureCode: Int]) {
    self.rule = rule
    self.units = units
  }
}

/// A step of the working, in words a biller can check.
public struct Reason: Hashable, Codable, Sendable {
  /// The codes it is about; none where it is about the day.
  public var codes: [ProcedureCode]
  public var text: String

  public init(_ codes: [ProcedureCode] = [], _ text: String) {
    self.codes = codes
    self.text = text
  }
}
