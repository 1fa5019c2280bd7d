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
    ("MEDICARE", "Medicare B"), ("pr <backspace>", "Premera Blue Cross"),
    // Letters that are no name's are taken back, or left for the arrows.
    ("px <backspace>", "Premera Blue Cross"), ("aetna <right>", "Medicare Advantage"),
    ("aetna <esc>", "Medicare B"), ("aetna <c-u>", "Medicare B"),
    // A blank alone turns to the next.
    ("<space>", "Medicare Advantage"), ("p <right>", "Other, midpoint"),
    ("<left>", "Other, midpoint"),
  ])
  func `letters find a payer by its name`(typed: String, name: String) throws {
    let script = try Script(Self.payer + "\(typed) <enter> <enter>", setup: .withTerms)
    #expect(script.session()?.visit.payer.name == name)
  }

  @Test(arguments: ["Aetna", "BCBS", "Anthem", "Kaiser", "mo", "a"])
  func `letters that are no payer's choose none, stay, and are refused`(typed: String) throws {
    let setup = Setup.withHumana
    var script = try Script(Self.payer + "\"\(typed)\"", setup: setup)
    #expect(script.shows("‹ \(typed) ›"))
    #expect(script.shows("Error: no payer “\(typed)”; payers.yaml adds one."))
    #expect(
      script.words().contains("Known are Medicare B, Premera Blue Cross, Other, midpoint, Humana."))
    #expect(script.form?.payer.index == 0)
    // They stand there when one goes on, and Enter comes back to them.
    try script.type("<tab> <enter> <enter>")
    #expect(script.form?.field == .payer && script.shows("‹ \(typed) ›"))
    #expect(script.journal.isEmpty)
    try script.type("<esc> <enter> <enter>")
    #expect(script.session()?.visit.payer.name == "Medicare B")
  }

  @Test(arguments: [
    ("<tab> slp", "SLP"), ("<tab> pt", "PT"), ("<tab> ot <tab> <tab> <tab> <tab> therapist", "OT"),
  ])
  func `a discipline may be typed whole`(typed: String, discipline: String) throws {
    let script = try Script("n KM \(typed) <enter> <enter>")
    #expect(script.session()?.visit.discipline.rawValue == discipline)
    #expect(script.session()?.visit.role == nil)
  }

  @Test func `a discipline or role that there is not is refused at its field`() throws {
    let discipline = try Script("n KM <tab> ptx <enter>")
    #expect(discipline.form?.field == .discipline)
    #expect(discipline.shows("Error: no discipline “ptx”; PT, OT, SLP are taken."))
    let role = try Script(Self.secondary + "<tab> <tab> aide <enter>")
    #expect(role.form?.field == .role)
    #expect(role.shows("Error: no role “aide”; therapist, assistant are taken."))
  }

  @Test func `the client record takes letters no other way`() throws {
    var script = try Script(Script.visit + "c oops <enter>")
    #expect(script.shows("Error: no payer “oops”; payers.yaml adds one. Known are"))
    #expect(script.journal.count == 1)
    try script.type("<tab> <enter>")
    #expect(script.journal.count == 1 && script.shows("‹ oops ›"))
    try script.type("<esc> <esc>")
    #expect(script.session() != nil && script.journal.count == 1)
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

  @Test func `the header names an assistant, and drops the rule's words first`() throws {
    let script = try Script(
      "n KM <tab> <tab> <tab> <tab> \"B. Kim\" <tab> a <enter> <enter>", setup: .withTerms)
    #expect(script.shows("KM  PT  assistant B. Kim  Medicare B · CMS 8-minute rule ", 120, 40))
    #expect(script.shows("KM  PT  assistant B. Kim  Medicare B  ", 80, 24))
    #expect(script.shows("KM  PT  assistant B. Kim  Medicare B  ", 60, 24))
    #expect(try !Script(Script.visit).shows("therapist"))
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
  /// Payers in whose names many letters stand.
  static var withHumana: Setup {
    var setup = Script.setup
    setup.payers.append(Payer(name: "Humana", rule: .ama))
    return setup
  }

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
