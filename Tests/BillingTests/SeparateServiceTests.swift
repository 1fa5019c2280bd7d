import Testing

@testable import Billing

/// What the clock shows of 97530 and 97542, column 2 of a pair, and which modifier that earns.
@Suite struct SeparateServices {
  static func interval(
    _ code: ProcedureCode, _ minutes: Range<Int>, by performer: String = "KM", visit: Int64 = 0
  ) -> LoggedInterval {
    LoggedInterval(
      code: code, performer: performer, start: Int64(minutes.lowerBound) * 60_000,
      end: Int64(minutes.upperBound) * 60_000,
      label: "10:\(minutes.lowerBound)-10:\(minutes.upperBound)", visit: visit)
  }

  static let apart = [interval("97530", 10..<25), interval("97542", 25..<40)]
  static let overlapping = [interval("97530", 10..<25), interval("97542", 24..<40)]

  func day(
    _ intervals: [LoggedInterval], stating modifiers: [StatedModifier] = [], typed: Bool = false
  ) -> TreatmentDay {
    TreatmentDay(
      date: "2024-08-01",
      services: [
        Service("97530", therapistMinutes: 15, hasTypedTime: typed),
        Service("97542", therapistMinutes: 15, modifiers: modifiers),
      ], intervals: intervals)
  }

  func finding(
    _ day: TreatmentDay, _ separate: Payer.SeparateService = .modifier59
  ) throws -> Finding {
    try #require(bill(day, for: Pairs.payer(separate: separate)).findings(.pair).first)
  }

  func carried(_ day: TreatmentDay, for payer: Payer = Pairs.payer()) -> [String] {
    GivenPairs(on: day, for: payer, using: .builtIn).separateServiceModifiers(of: "97542").put
      .map(\.modifier)
  }

  // MARK: The evidence

  @Test func `separate intervals are listed, and the modifier is offered`() throws {
    let found = try finding(day(Self.apart))
    let words = "The logged intervals were separate: 97530 10:10-10:25; 97542 10:25-10:40."
    #expect(found.message.contains(words))
    #expect(found.severity == .caution)
    #expect(
      found.offer
        == ModifierOffer(code: "97542", modifier: "59", evidence: words, beside: ["97530"]))
    #expect(found.remedy.contains("put 59 on 97542"))
  }

  @Test func `several intervals of a code may lie around the other's`() throws {
    let around = [
      Self.interval("97530", 30..<35), Self.interval("97530", 10..<20),
      Self.interval("97542", 20..<30),
    ]
    let found = try finding(day(around))
    #expect(found.message.contains("97530 10:10-10:20, 10:30-10:35; 97542 10:20-10:30."))
  }

  @Test func `overlapping intervals can never earn it, whoever gave them`() throws {
    for performer in ["KM", "AB"] {
      let intervals = [
        Self.interval("97530", 10..<25), Self.interval("97542", 24..<40, by: performer),
      ]
      let day = day(intervals, stating: [StatedModifier("59", reason: "other goals")])
      let found = try finding(day)
      #expect(
        found.message.contains("intervals overlap: 97530 10:10-10:25 and 97542 10:24-10:40."))
      #expect(found.message.contains("59 is left off: its intervals overlap those of 97530."))
      #expect(found.remedy.contains("can never earn"))
      #expect(found.offer == nil)
      #expect(found.severity == .caution)
      #expect(carried(day) == [])
    }
  }

  @Test func `minutes without clock times are no evidence`() throws {
    let some = try finding(day(Self.apart, typed: true))
    #expect(some.message.contains("97530 has typed minutes without clock times."))
    #expect(some.offer == nil)
    let none = try finding(day([]))
    #expect(none.message.contains("97530 has no clock times."))
    // What is seen to overlap overlaps, typed minutes or not.
    #expect(try finding(day(Self.overlapping, typed: true)).fact.detail == "overlapping")
  }

  @Test func `a code that has just begun was given apart so far`() throws {
    let found = try finding(day([Self.apart[0], Self.interval("97542", 25..<25)]))
    #expect(found.fact.detail == "separate")
  }

  @Test func `what a person let stand is asked again when the evidence changes`() throws {
    var day = day(Self.apart)
    day.dismissals = [try finding(day).fact: "the plan pays the first only"]
    #expect(try finding(day).dismissal == "the plan pays the first only")
    #expect(try !finding(day).isOpen)
    day.intervals = Self.overlapping
    #expect(try finding(day).dismissal == nil)
    #expect(try finding(day).isOpen)
  }

  // MARK: The modifier that fits

  @Test(
    arguments: [
      ("KM", 0, "XU"), ("AB", 0, "XP"), ("KM", 1, "XE"), ("AB", 1, "XE"),
    ] as [(String, Int64, String)])
  func `another visit is XE, another performer XP, else XU`(
    performer: String, visit: Int64, modifier: String
  ) throws {
    let intervals = [
      Self.interval("97530", 10..<25),
      Self.interval("97542", 25..<40, by: performer, visit: visit),
    ]
    #expect(try finding(day(intervals), .specific).offer?.modifier == modifier)
    #expect(try finding(day(intervals)).offer?.modifier == "59")
    // The one that is offered is carried once a person takes it.
    let taken = day(intervals, stating: [StatedModifier(modifier, reason: "other goals")])
    #expect(carried(taken) == [modifier])
  }

  @Test func `who shares a visit or a performer is of none other`() throws {
    let intervals = Self.apart + [Self.interval("97542", 50..<55, by: "AB", visit: 1)]
    #expect(try finding(day(intervals), .specific).offer?.modifier == "XU")
    for modifier in ["XE", "XP"] {
      #expect(
        carried(day(intervals, stating: [StatedModifier(modifier, reason: "so")])) == [])
    }
  }

  // MARK: What is carried

  @Test(arguments: ["59", "XS", "XU"])
  func `a modifier with a reason and separate intervals settles the pair`(modifier: String) throws {
    let day = day(Self.apart, stating: [StatedModifier(modifier, reason: "chair fitted after")])
    let found = try finding(day)
    #expect(found.severity == .info)
    #expect(!found.isOpen)
    #expect(found.offer == nil)
    #expect(found.message.contains("97542 carries \(modifier): \"chair fitted after\"."))
    #expect(found.message.contains("97530 10:10-10:25; 97542 10:25-10:40."))
    #expect(carried(day) == [modifier])
    let reasons = bill(day, for: Pairs.payer()).because.map(\.text)
    #expect(reasons.contains { $0.hasPrefix("97542: \(modifier) for \"chair fitted after\"") })
  }

  @Test func `it is left off without a reason, a pair, a payer, or on the first code`() throws {
    #expect(carried(day(Self.apart, stating: [StatedModifier("59", reason: " ")])) == [])
    let stated = day(Self.apart, stating: [StatedModifier("59", reason: "other goals")])
    #expect(carried(stated, for: .unnamed(.cms)) == [])
    #expect(carried(stated, for: Pairs.payer(.off)) == [])
    var first = day(Self.apart)
    first.services[0].modifiers = [StatedModifier("59", reason: "other goals")]
    let pairs = GivenPairs(on: first, for: Pairs.payer(), using: .builtIn)
    let modifiers = pairs.separateServiceModifiers(of: "97530")
    #expect(modifiers.put == [])
    #expect(modifiers.left.map(\.why).count == 1)
    let because = bill(first, for: Pairs.payer()).because.map(\.text)
    #expect(because.contains { $0.hasPrefix("97530: 59 is left off: ") })
  }

  @Test func `59 and an X-modifier never stand on one line`() {
    let both = [StatedModifier("59", reason: "so"), StatedModifier("XU", reason: "so")]
    let pairs = GivenPairs(
      on: day(Self.apart, stating: both), for: Pairs.payer(), using: .builtIn)
    let modifiers = pairs.separateServiceModifiers(of: "97542")
    #expect(modifiers.put.map(\.modifier) == ["XU"])
    #expect(modifiers.left.map(\.modifier.modifier) == ["59"])
  }

  @Test func `the second code of two pairs must be apart from both`() {
    var day = day(
      Self.apart + [Self.interval("97755", 39..<50)],
      stating: [StatedModifier("59", reason: "other goals")])
    #expect(carried(day) == ["59"])
    day.services.append(Service("97755", therapistMinutes: 11))
    #expect(carried(day) == [])
  }

  @Test func `other modifiers are no business of a pair`() {
    let day = day(Self.apart, stating: [StatedModifier("KX", reason: "needed")])
    let pairs = GivenPairs(on: day, for: Pairs.payer(), using: .builtIn)
    let modifiers = pairs.separateServiceModifiers(of: "97542")
    #expect(modifiers.put == [])
    #expect(modifiers.left.isEmpty)
  }
}
