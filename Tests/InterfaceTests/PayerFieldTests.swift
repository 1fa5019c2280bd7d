import Billing
import Interface
import SessionLog
import Testing

@Suite("The payers of a visit")
struct PayerFieldTests {
  private static let payer = "n KM <tab> <tab> "
  private static let secondary = payer + "<tab> "

  private func form(_ words: String) throws -> VisitForm {
    try #require(try Script(words, setup: .withTerms).form)
  }

  @Test(arguments: [
    ("p", "Premera Blue Cross"), ("pre", "Premera Blue Cross"), ("o", "Other, midpoint"),
    ("blue", "Premera Blue Cross"), ("\"medicare a\"", "Medicare Advantage"),
    // A letter that leads no further begins another name; one that leads nowhere does nothing.
    ("mo", "Other, midpoint"), ("p!", "Premera Blue Cross"),
    ("pr <backspace>", "Premera Blue Cross"),
    // A blank alone turns to the next.
    ("<space>", "Medicare Advantage"), ("p <right>", "Other, midpoint"),
    ("<left>", "Other, midpoint"),
  ])
  func `letters find a payer by its name`(typed: String, name: String) throws {
    let script = try Script(Self.payer + "\(typed) <enter> <enter>", setup: .withTerms)
    #expect(script.session()?.visit.payer.name == name)
  }

  @Test func `a secondary payer is none at first, then the payers`() throws {
    #expect(try form(Self.secondary).secondaryPayer.index == nil)
    // The payer itself is left out.
    #expect(try form(Self.secondary + "<right>").secondaryPayer.index == 1)
    #expect(try form(Self.secondary + "<right> <left>").secondaryPayer.index == nil)
    #expect(try form(Self.secondary + "med").secondaryPayer.index == 1)
    #expect(try form(Self.payer + "p <tab> <right>").secondaryPayer.index == 0)
    #expect(try form(Self.secondary + "<left>").secondaryPayer.index == 3)
    #expect(try form(Self.secondary + "<left> <right>").secondaryPayer.index == nil)
    let script = try Script(Self.secondary + "prem <enter> <enter>", setup: .withTerms)
    #expect(script.session()?.visit.secondaryPayer?.name == "Premera Blue Cross")
    #expect(try Script(Script.visit).session()?.visit.secondaryPayer == nil)
  }

  @Test func `it is another than the payer`() throws {
    let script = try Script(Self.secondary + "p <back-tab> p <tab> <enter>", setup: .withTerms)
    #expect(script.form?.field == .secondaryPayer)
    #expect(script.shows("Error: that is the payer already"))
    #expect(script.journal.isEmpty)
    var other = script
    try other.type("<right> <enter> <enter>")
    #expect(other.session()?.visit.secondaryPayer?.name == "Other, midpoint")
  }

  @Test func `the header names both where there is room`() throws {
    let script = try Script(Self.secondary + "prem <enter> <enter>", setup: .withTerms)
    #expect(script.shows("Medicare B + Premera Blue Cross · CMS 8-minute rule", 120, 40))
    #expect(script.shows("Medicare B + Premera Blue Cross  ", 80, 24))
    #expect(script.shows("Sat 21 Nov 2026  10:00", 80, 24))
    #expect(script.shows("Medicare B · CMS 8-minute rule", 60, 24))
  }

  @Test func `it says what speaks for a payer, how well it is known, and since when`() throws {
    let script = try Script(Self.payer, setup: .withTerms)
    #expect(script.shows("Medicare B: the 8-minute rule is Medicare's own."))
    #expect(script.shows("Read: Pub 100-04 ch. 5 s.20.2, 2026-11-21."))
    let other = try Script(Self.secondary + "other", setup: .withTerms)
    #expect(other.shows("General knowledge, read nowhere: no source, 2026-11-01."))
  }

  @Test func `whose rule counts the units is said in one line`() throws {
    let line = "Units by the payer's rule; the secondary gets the same lines."
    #expect(try Script(Self.secondary, setup: .withTerms).shows(line))
    #expect(try Script(Self.secondary + "p <tab>", setup: .withTerms).shows(line))
    #expect(try !Script(Self.payer, setup: .withTerms).shows(line))
  }

  @Test func `the clinician is a therapist, or an assistant`() throws {
    let role = "n KM <tab> <tab> <tab> <tab> <tab> "
    #expect(try Script(Script.visit).session()?.visit.role == nil)
    let script = try Script(role + "a <enter> <enter> o n JB <enter> <enter>")
    #expect(script.session("KM")?.visit.role == .assistant)
    #expect(script.session("JB")?.visit.role == .assistant)
    #expect(try Script(role + "<right> <right> <enter> <enter>").session()?.visit.role == nil)
  }

  @Test(arguments: [(120, 40), (80, 24), (60, 16), (40, 10)])
  func `every field is seen when it has the focus`(columns: Int, rows: Int) throws {
    var script = try Script("n", setup: .withTerms)
    for label in ["Client", "Discipline", "Payer", "Secondary", "Clinician", "Role", "Date"] {
      #expect(script.shows(label, columns, rows))
      try script.type("<tab>")
    }
    #expect(script.shows("Begin the visit", columns, rows))
  }
}

extension Setup {
  /// Four payers of which one has Medicare's terms, one nothing but hearsay.
  static var withTerms: Setup {
    var setup = Script.setup
    setup.payers[0].terms = Payer.Terms(
      wantsAssistantModifier: true, pairs: .cms, limits: .cms, hasThreshold: true,
      evidence: Payer.Evidence(
        text: "the 8-minute rule is Medicare's own.", confidence: .seen,
        source: "Pub 100-04 ch. 5 s.20.2", date: "2026-11-21"))
    setup.payers.insert(Payer(name: "Medicare Advantage", rule: .cms), at: 1)
    setup.payers[3].terms = Payer.Terms(
      evidence: Payer.Evidence(
        text: "the rule is your choice: ask the payer.", confidence: .general,
        source: "no source", date: "2026-11-01"))
    return setup
  }
}
