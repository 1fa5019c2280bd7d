import Testing

@testable import Billing

/// CQ and CO, from minutes to lines.
///
/// Source: 42 CFR 410.59 and 410.60, (a)(4), and CMS's billing scenarios as far as they are known.
@Suite struct Assistants {
  struct Case: CustomTestStringConvertible {
    var name: String
    /// Minutes of the therapist and of the assistant.
    var minutes: KeyValuePairs<ProcedureCode, (Int, Int)>
    var lines: [String]
    var date: ServiceDate = "2026-11-21"
    var discipline = Discipline.physicalTherapy
    var rule = Rule.cms
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "CMS's scenario: a full block each way, and the final unit is the therapist's",
      minutes: ["97110": (13, 23), "97140": (30, 0)],
      lines: ["97110 GP x1 13m", "97110 GP CQ x1 23m", "97140 GP x2 30m"]),
    Case(name: "all the therapist's", minutes: ["97110": (30, 0)], lines: ["97110 GP x2 30m"]),
    Case(name: "all the assistant's", minutes: ["97110": (0, 30)], lines: ["97110 GP CQ x2 30m"]),
    Case(
      name: "a full block each", minutes: ["97110": (15, 15)],
      lines: ["97110 GP x1 15m", "97110 GP CQ x1 15m"]),
    Case(
      name: "the therapist's block, and too few minutes over for another unit",
      minutes: ["97110": (15, 7)], lines: ["97110 GP x1 22m"]),
    Case(
      name: "final unit, 8 minutes of the therapist", minutes: ["97110": (8, 7)],
      lines: ["97110 GP x1 15m"]),
    Case(
      name: "final unit, 7 minutes of the therapist", minutes: ["97110": (7, 8)],
      lines: ["97110 GP CQ x1 15m"]),
    Case(
      name: "final unit, 8 minutes of the therapist, the day before the exceptions",
      minutes: ["97110": (8, 7)], lines: ["97110 GP CQ x1 15m"], date: "2021-12-31"),
    Case(
      name: "final unit, 8 minutes of the therapist, on the exceptions' first day",
      minutes: ["97110": (8, 7)], lines: ["97110 GP x1 15m"], date: "2022-01-01"),
    Case(
      name: "two final units of one code, 9 and 14 minutes", minutes: ["97110": (9, 14)],
      lines: ["97110 GP x1 9m", "97110 GP CQ x1 14m"]),
    Case(
      name: "two final units of one code, 14 and 14 minutes", minutes: ["97110": (14, 14)],
      lines: ["97110 GP x1 14m", "97110 GP CQ x1 14m"]),
    Case(
      name: "two final units of one code, before the exceptions", minutes: ["97110": (14, 14)],
      lines: ["97110 GP CQ x2 28m"], date: "2021-12-31"),
    Case(
      name: "two final units after a block of each", minutes: ["97110": (27, 26)],
      lines: ["97110 GP x2 27m", "97110 GP CQ x2 26m"]),
    Case(
      name: "9 and 13 minutes are one final unit", minutes: ["97110": (9, 13)],
      lines: ["97110 GP x1 22m"]),
    Case(
      name: "two units left of two codes: 2 of 15 minutes are more than a tenth",
      minutes: ["97110": (13, 2), "97140": (13, 2)],
      lines: ["97110 GP CQ x1 15m", "97140 GP CQ x1 15m"]),
    Case(
      name: "two units left of two codes: 1 of 15 minutes is not more than a tenth",
      minutes: ["97110": (14, 1), "97140": (14, 1)],
      lines: ["97110 GP x1 15m", "97140 GP x1 15m"]),
    Case(
      name: "two final units, but of three left",
      minutes: ["97110": (12, 11), "97140": (8, 7)],
      lines: ["97110 GP CQ x2 23m", "97140 GP CQ x1 15m"]),
    Case(
      name: "a tenth is of the unit's own minutes", minutes: ["97110": (33, 0), "97140": (6, 1)],
      lines: ["97110 GP x2 33m", "97140 GP CQ x1 7m"]),
    Case(
      name: "untimed, a tenth and no more", minutes: ["G0283": (18, 2)],
      lines: ["G0283 GP x1 20m"]),
    Case(
      name: "untimed, more than a tenth", minutes: ["G0283": (17, 2)],
      lines: ["G0283 GP CQ x1 19m"]),
    Case(
      name: "no exception for an untimed code", minutes: ["G0283": (8, 7)],
      lines: ["G0283 GP CQ x1 15m"]),
    Case(
      name: "an hour's code, a tenth and no more", minutes: ["96125": (41, 4)],
      lines: ["96125 GO x1 45m"], discipline: .occupationalTherapy),
    Case(
      name: "an hour's code, more than a tenth", minutes: ["96125": (40, 5)],
      lines: ["96125 GO CO x1 45m"], discipline: .occupationalTherapy),
    Case(
      name: "an hour's code, a block each", minutes: ["96125": (60, 60)],
      lines: ["96125 GO x1 60m", "96125 GO CO x1 60m"], discipline: .occupationalTherapy),
    Case(
      name: "a family of the pool: the base has the modifier first",
      minutes: ["97129": (13, 23)],
      lines: ["97129 GO CO x1 15m", "97130 GO x1 21m"], discipline: .occupationalTherapy),
    Case(
      name: "a family whose add-on is of both",
      minutes: ["97129": (15, 30)],
      lines: ["97129 GO CO x1 15m", "97130 GO x1 15m", "97130 GO CO x1 15m"],
      discipline: .occupationalTherapy),
    Case(
      name: "a family of two lengths, each the other's part", minutes: ["97550": (30, 15)],
      lines: ["97550 GP CQ x1 30m", "97551 GP x1 15m"]),
    Case(
      name: "two hours, 12 minutes the assistant's", minutes: ["97545": (110, 12)],
      lines: ["97545 GP x1 122m"]),
    Case(
      name: "two hours, 13 minutes the assistant's", minutes: ["97545": (110, 13)],
      lines: ["97545 GP CQ x1 123m"]),
    Case(
      name: "each code alone", minutes: ["97110": (13, 23), "97140": (7, 0)],
      lines: ["97110 GP x1 13m", "97110 GP CQ x1 23m"], rule: .ama),
    Case(
      name: "the day before CQ was reported", minutes: ["97110": (0, 30)],
      lines: ["97110 GP x2 30m"], date: "2019-12-31"),
    Case(
      name: "the first day on which CQ was reported", minutes: ["97110": (0, 30)],
      lines: ["97110 GP CQ x2 30m"], date: "2020-01-01"),
    Case(
      name: "an evaluation is never an assistant's", minutes: ["97161": (10, 20)],
      lines: ["97161 GP x1 30m"]),
    Case(
      name: "speech therapy has no such modifier", minutes: ["92507": (10, 20)],
      lines: ["92507 GN x1 30m"], discipline: .speechLanguagePathology),
  ]

  @Test(arguments: cases)
  func `the lines of a day with an assistant`(example: Case) {
    let services = example.minutes.map {
      Service($0, therapistMinutes: $1.0, assistantMinutes: $1.1)
    }
    let day = TreatmentDay(
      date: example.date, discipline: example.discipline, services: services)
    let bill = Billing.bill(day, for: .medicare, by: example.rule)
    #expect(bill.lines.map(\.words) == example.lines)
  }

  @Test func `the reason says shares, blocks and which exception`() {
    let words = Self.bill(of: [("97110", 13, 23), ("97140", 30, 0)]).because.map(\.text)
    #expect(
      words.contains(
        "97110: the assistant alone gave 23 of 36 minutes. Full blocks: 0 the therapist's, 1 the"
          + " assistant's. 1 unit is left, with 13 minutes of the therapist and 8 of the assistant:"
          + " the day's final unit, of which the therapist alone gave 8 minutes or more, carries none"
          + " (first exception, since 2022). CQ on 1 of 2 units."
          + " (42 CFR 410.59 and 410.60, (a)(4))"))
    let two = Self.bill(of: [("97110", 9, 14)]).because.map(\.text)
    #expect(two.contains { $0.contains("second exception") && $0.contains("CQ on 1 of 2 units") })
    let family = Self.bill(of: [("97129", 13, 23)]).because.map(\.text)
    #expect(family.contains { $0.contains("stands on 97129 first: our reading") })
  }

  @Test(
    arguments: [(13, 2, true), (14, 1, false), (12, 3, false), (0, 15, false)])
  func `where the simple method says otherwise, the reason says so`(
    therapist: Int, assistant: Int, differs: Bool
  ) {
    // Two codes, so that no exception holds.
    let day = Self.bill(of: [("97110", therapist, assistant), ("97140", therapist, assistant)])
    let words = day.because.filter { $0.text.contains("97110: the assistant") }.map(\.text)
    #expect(words.map { $0.contains("simple method") } == [differs])
  }

  // MARK: A second formulation

  @Test func `one code: as if every arrangement of whole minutes were tried`() {
    for therapist in 0...45 {
      for assistant in 0...45 {
        let bill = Self.bill(of: [("97110", therapist, assistant)])
        let units = bill.totalUnits
        let code = Arrangement(units, therapist, assistant)
        Self.expect(bill, [("97110", code)], left: code.left)
      }
    }
  }

  @Test func `two codes: as if every arrangement of whole minutes were tried`() {
    let samples = [0, 1, 3, 7, 8, 12, 15, 22, 24, 31]
    for therapist in samples {
      for assistant in samples {
        for (otherTherapist, otherAssistant) in [(30, 0), (8, 7), (12, 11), (0, 9), (20, 3)] {
          let bill = Self.bill(of: [
            ("97110", therapist, assistant), ("97140", otherTherapist, otherAssistant),
          ])
          let one = Arrangement(bill.units["97110", default: 0], therapist, assistant)
          let other = Arrangement(bill.units["97140", default: 0], otherTherapist, otherAssistant)
          Self.expect(bill, [("97110", one), ("97140", other)], left: one.left + other.left)
        }
      }
    }
  }

  /// The units of a code, laid out minute by minute.
  struct Arrangement {
    var units: Int
    var own = 0
    var therapist: Int
    var assistant: Int
    var left: Int

    init(_ units: Int, _ therapist: Int, _ assistant: Int) {
      self.units = units
      self.therapist = therapist
      self.assistant = assistant
      left = units
      while left > 0, self.therapist >= 15 {
        self.therapist -= 15
        left -= 1
      }
      while left > 0, self.assistant >= 15 {
        self.assistant -= 15
        left -= 1
        own += 1
      }
    }

    /// Units with the modifier, where `day` units are left in all.
    func unitsWith(day: Int) -> Int {
      if left == 0 { return own }
      if day == 1, left == 1, therapist > 7 { return own }
      let both = therapist + assistant
      if day == 2, left == 2, therapist > 8, assistant > 8, both > 22, both < 29 { return own + 1 }
      return own + most(left, therapist, assistant)
    }

    /// The most of `left` units that are more than a tenth the assistant's, over every way to fill
    /// them one after the other; none but the last may be short.
    private func most(_ left: Int, _ therapist: Int, _ assistant: Int) -> Int {
      guard left > 0 else { return 0 }
      let length = min(15, therapist + assistant)
      var best = 0
      for mine in 0...length where mine <= assistant && length - mine <= therapist {
        let isOver = Double(mine) / Double(length) > 0.1
        let rest = most(left - 1, therapist - (length - mine), assistant - mine)
        best = max(best, rest + (isOver ? 1 : 0))
      }
      return best
    }
  }

  private static func expect(
    _ bill: Bill, _ codes: [(ProcedureCode, Arrangement)], left: Int
  ) {
    for (code, arrangement) in codes {
      let lines = bill.lines.filter { $0.code == code }
      let with = lines.filter { $0.modifiers == ["GP", "CQ"] }.reduce(0) { $0 + $1.units }
      #expect(with == arrangement.unitsWith(day: left), "\(lines.map(\.words))")
      #expect(lines.allSatisfy { $0.units > 0 && $0.minutes > 0 })
      let charge = bill.charges.first { $0.code == code }
      #expect(lines.reduce(0) { $0 + $1.units } == charge?.units)
      if !lines.isEmpty { #expect(lines.reduce(0) { $0 + $1.minutes } == charge?.minutes) }
    }
  }

  @Test func `a family's lines keep its units and minutes whole`() {
    for therapist in stride(from: 0, through: 60, by: 3) {
      for assistant in stride(from: 0, through: 60, by: 4) {
        for code in ["97129", "97550", "97545"] as [ProcedureCode] {
          let bill = Self.bill(of: [(code, therapist * 2, assistant * 2)])
          #expect(bill.lines.reduce(0) { $0 + $1.units } == bill.totalUnits)
          #expect(bill.lines.allSatisfy { $0.units > 0 && $0.minutes > 0 })
          guard bill.totalUnits > 0 else { continue }
          #expect(bill.lines.reduce(0) { $0 + $1.minutes } == bill.treatmentMinutes)
        }
      }
    }
  }

  private static func bill(of minutes: [(ProcedureCode, Int, Int)]) -> Bill {
    let services = minutes.map { Service($0.0, therapistMinutes: $0.1, assistantMinutes: $0.2) }
    return Billing.bill(
      TreatmentDay(date: "2026-11-21", discipline: .physicalTherapy, services: services),
      for: .medicare)
  }
}
