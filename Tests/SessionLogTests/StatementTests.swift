import Billing
import SessionLog
import Testing

@Suite("What is said of a code")
struct StatementTests {
  @Test func `a modifier that is put again has a new reason`() throws {
    let story = try Story("97110 97110#59 97110#KX +5 97110#59")
    #expect(
      try story.pane("97110").modifiers == [
        StatedModifier("59", reason: "at minute 5"), StatedModifier("KX", reason: "at minute 0"),
      ])
    var removed = story
    try removed.say("97110!59")
    #expect(try removed.day.services.first?.modifiers.map(\.modifier) == ["KX"])
  }

  @Test func `the modifiers and answers of a day are those of all its sessions`() throws {
    var story = try Story("97110 97110#59 97110?first stop")
    try story.open("KM")
    try story.say("97110 97110#59 97110#KX 97530 97530?other stop")
    #expect(try story.day.services.first?.modifiers.map(\.modifier) == ["59", "KX"])
    #expect(try story.day.answers == ["97110": ["goal": "first"], "97530": ["goal": "other"]])
    try story.say("97110?second")
    #expect(try story.day.answers?["97110"] == ["goal": "second"])
    try story.say("97110?")
    #expect(try story.day.answers?["97110"] == ["goal": "first"])
  }

  @Test func `a dismissal is remembered until it is undone`() throws {
    let pair = Finding.Fact(id: .pair, codes: ["97530", "97110"])
    var story = try Story("97110 dismiss")
    #expect(try story.day.dismissals == [pair: "apart"])
    try story.say("undo")
    #expect(try story.day.dismissals == [:])
  }

  @Test(arguments: [
    ("97110+5", true), ("97110-1", false), ("", false), ("97110/student 97110+5", false),
  ])
  func `typed time of those who are billed is told`(words: String, isTold: Bool) throws {
    let story = try Story("97110 +9 stop " + words)
    #expect(try story.day.services.map(\.hasTypedTime) == [isTold])
  }
}

@Suite("What was spent before")
struct SpendingTests {
  private static let payer = Payer(
    name: "Medicare B", rule: .cms,
    terms: Payer.Terms(
      hasThreshold: true,
      evidence: Payer.Evidence(text: "", confidence: .general, source: "", date: .first)))
  /// 30 dollars a unit of 97110, from 2026 on; nothing is known of 97530.
  private static let fees = FeeSchedule(
    fees: [FeeSchedule.Fee(code: "97110", amount: 3000, firstDay: "2026-01-01")])

  private func story(fees: FeeSchedule? = fees) throws -> Story {
    var tables = Tables.builtIn
    tables.fees = fees
    return try Story(tables: tables)
  }

  /// A visit of the client on a day, of so many minutes.
  private func visit(
    _ story: inout Story, _ discipline: Discipline, _ date: ServiceDate, _ words: String,
    payer: Payer = payer
  ) throws {
    try story.open("KM", discipline, on: date, payer: payer)
    try story.say(words)
  }

  @Test func `earlier days of the year count, in their own pool`() throws {
    var story = try story()
    try visit(&story, .physicalTherapy, "2025-12-31", "97110 97110+60 stop")
    try visit(&story, .physicalTherapy, "2026-02-01", "97110 97110+30 stop sign")
    try visit(&story, .speechLanguagePathology, "2026-02-02", "97110 97110+15 stop")
    try visit(&story, .occupationalTherapy, "2026-02-03", "97110 97110+45 stop")
    try visit(&story, .physicalTherapy, "2026-04-01", "97110 97110+45 stop")
    try visit(&story, .physicalTherapy, "2026-03-01", "97110 97110+45 97530 97530+15 stop")
    #expect(try story.day.spending == Spending(before: 9000))
    try visit(&story, .physicalTherapy, "2026-03-02", "")
    #expect(try story.day.spending == Spending(before: 18_000, unpriced: ["97530"]))
    try visit(&story, .occupationalTherapy, "2026-03-02", "")
    #expect(try story.day.spending == Spending(before: 9000))
  }

  @Test func `two sessions of one day are one bill`() throws {
    var story = try story()
    try visit(&story, .physicalTherapy, "2026-02-01", "97110 97110+10 stop sign")
    try visit(&story, .physicalTherapy, "2026-02-01", "97110 97110+10 stop sign")
    try visit(&story, .physicalTherapy, "2026-02-02", "")
    #expect(try story.day.spending?.before == 3000)
  }

  @Test func `on one day the discipline that was opened first comes first`() throws {
    var story = try story()
    try visit(&story, .physicalTherapy, "2026-02-01", "97110 97110+15 stop")
    let first = try story.session
    try visit(&story, .speechLanguagePathology, "2026-02-01", "97110 97110+30 stop")
    #expect(try story.day.spending?.before == 3000)
    #expect(try story.logbook.spending(before: first, at: story.now)?.before == 0)
  }

  @Test func `the amount from elsewhere that was stated last counts`() throws {
    var story = try story(fees: nil)
    try visit(&story, .physicalTherapy, "2026-02-01", "97110 97110+15 stop")
    #expect(try story.day.spending == nil)
    try story.say("elsewhere=500")
    #expect(try story.session.allowedElsewhere == 50_000)
    try visit(&story, .physicalTherapy, "2026-02-02", "elsewhere=700")
    #expect(try story.day.spending == Spending(before: 70_000, unpriced: ["97110"]))
    try story.say("undo")
    #expect(try story.day.spending?.before == 50_000)
  }

  @Test func `a payer without a threshold has no spending, and adds none`() throws {
    var story = try story()
    try visit(
      &story, .physicalTherapy, "2026-02-01", "97110 97110+15 stop",
      payer: Payer(name: "Blue", rule: .ama))
    #expect(try story.day.spending == nil)
    try visit(&story, .physicalTherapy, "2026-02-02", "")
    #expect(try story.day.spending == Spending(before: 0))
  }

  @Test func `a logbook takes in entries of before, and reads none twice`() throws {
    var story = try story()
    try visit(&story, .physicalTherapy, "2026-02-01", "97110 97110+15 stop")
    let before = story.logbook.entries
    try visit(&story, .physicalTherapy, "2026-02-02", "97110 +5 stop")
    let late = story.logbook.entries.filter { $0.sessions == [story.current] }
    let logbook = try Logbook(replaying: late, tables: story.logbook.tables).including(before)
    #expect(logbook.sessions == story.logbook.sessions)
    #expect(try logbook.including(before).entries == story.logbook.entries)
  }
}
