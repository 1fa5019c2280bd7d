import Billing
import Configuration
import Foundation
import Testing

@Suite struct PayersTests {
  @Test("the program brings these, in this order, each with what speaks for it")
  func builtIn() throws {
    let payers = try Payers.load(userFolder: nil)
    #expect(
      payers.names == [
        "Medicare B", "Medicare Advantage", "Medicaid", "TRICARE", "CHAMPVA", "VA",
        "UnitedHealthcare", "Humana", "Premera Blue Cross", "Commercial, midpoint",
        "Commercial, total time", "Workers' compensation", "Self-pay", "Other, midpoint",
        "Other, total time",
      ])
    for listing in payers.listings {
      let evidence = try #require(listing.payer.terms).evidence
      #expect(listing.payer.name == listing.name && listing.file == nil)
      #expect(!evidence.text.isEmpty && !evidence.source.isEmpty)
    }
    #expect(payers.edition == "payers of 2026-11-21")
  }

  @Test(
    "the rule that is usually said of each (billing facts, section 7)",
    arguments: [
      ("Medicare B", Rule.cms), ("Medicare Advantage", .cms), ("Medicaid", .cms),
      ("TRICARE", .cms), ("CHAMPVA", .cms), ("VA", .cms), ("UnitedHealthcare", .cms),
      ("Premera Blue Cross", .ama), ("Commercial, midpoint", .ama),
      ("Commercial, total time", .cms),
    ])
  func rules(name: String, rule: Rule) throws {
    #expect(try Payers.load(userFolder: nil)[name]?.rule == rule)
  }

  @Test("where no rule was read, the evidence says that it is a choice, and general knowledge")
  func choices() throws {
    let payers = try Payers.load(userFolder: nil)
    for name in ["Workers' compensation", "Self-pay", "Other, midpoint", "Other, total time"] {
      let evidence = try #require(payers[name]?.terms?.evidence)
      #expect(evidence.text.contains("choice") && evidence.confidence == .general, "\(name)")
    }
  }

  @Test(
    "a name is known without regard to case and to anything but letters and digits",
    arguments: [
      ("MEDICARE b", "Medicare B"), ("medicare-part b", "Medicare B"), ("Tri-Care", "TRICARE"),
      ("Medicaid generic", "Medicaid"), ("commercial midpoint", "Commercial, midpoint"),
      ("commercial total-time", "Commercial, total time"),
      ("workers compensation", "Workers' compensation"), ("SelfPay", "Self-pay"), ("Medicare", nil),
      ("", nil), ("--", nil),
    ])
  func names(typed: String, name: String?) throws {
    #expect(try Payers.load(userFolder: nil)[typed]?.name == name)
  }

  @Test("Medicare B: its tables, its modifiers, its threshold, and what it does not pay")
  func medicare() throws {
    let terms = try #require(try Payers.load(userFolder: nil)["Medicare B"]?.terms)
    #expect(terms.wantsDisciplineModifier && terms.wantsAssistantModifier && terms.hasThreshold)
    #expect(!terms.paysSpeechAssistants && terms.separateService == .modifier59)
    #expect(terms.pairs == .cms && terms.limits == .cms && terms.ownPairs.isEmpty)
    #expect(
      terms.notPaid.map(\.code.description) == [
        "97010", "97014", "97037", "97169", "97170", "97171", "97172", "97602", "92605", "92606",
      ])
    #expect(terms.notPaid[1].instead == ProcedureCode("G0283"))
    for code in terms.notPaid.map(\.code) { #expect(Catalog.builtIn[code] != nil) }
  }

  @Test("a plan of Medicare Advantage is as Medicare B, but for the threshold")
  func advantage() throws {
    let payers = try Payers.load(userFolder: nil)
    var terms = try #require(payers["Medicare B"]?.terms)
    let plan = try #require(payers["Medicare Advantage"]?.terms)
    terms.hasThreshold = false
    terms.evidence = plan.evidence
    #expect(plan == terms)
  }

  @Test("commercial payers deny 97530 beside 97140, which CMS has not since 2019")
  func ownPair() throws {
    let payers = try Payers.load(userFolder: nil)
    for name in ["Commercial, midpoint", "Commercial, total time", "Humana"] {
      let pair = try #require(payers[name]?.terms?.ownPairs.first)
      #expect(pair.column1 == ProcedureCode("97140") && pair.column2 == ProcedureCode("97530"))
      #expect(pair.indicator == .withModifier && pair.note?.contains("2019-12-31") == true)
    }
  }

  @Test("a file of the user's adds payers, and changes ours by name, part by part")
  func userFile() throws {
    let folder = try Folder()
    try folder.write(
      """
      - name: medicare advantage
        threshold: true
      - name: Blue Shield
        otherNames: [BS]
        rule: ama
        disciplineModifier: false
        separateService: X
        pairs: outpatient
        limits: practitioner
        maximumUnits: 4
        ownPairs: [{column1: 97140, column2: g0283, indicator: 0, from: 2024-01-01}]
        notPaid: [{code: 97010, instead: 97018, reason: bundled, date: 2026-01-02}]
        evidence: {text: A letter., confidence: S, source: Their letter, date: 2026-02-03}
      - name: TRICARE
        rule: ama
        maximumUnits: none
        evidence: {text: I asked.}
      """, to: "payers.yaml")
    let ours = try Payers.load(userFolder: nil)
    let payers = try Payers.load(userFolder: folder.path)
    #expect(payers.names == ours.names + ["Blue Shield"])
    #expect(payers.edition.hasPrefix("payers of 2026-11-21, changed by payers.yaml of 20"))

    var plan = try #require(ours["Medicare Advantage"])
    plan.terms?.hasThreshold = true
    let text = try #require(plan.terms?.evidence.text)
    plan.terms?.evidence.text = "Changed in payers.yaml: threshold. " + text
    plan.terms?.evidence.source += ", changed in payers.yaml"
    let changed = try #require(payers["Medicare Advantage"])
    plan.terms?.evidence.date = try #require(changed.terms?.evidence.date)
    #expect(changed == plan)

    let terms = try #require(payers["bs"]?.terms)
    #expect(payers["Blue Shield"]?.rule == .ama)
    #expect(!terms.wantsDisciplineModifier && !terms.wantsAssistantModifier)
    #expect(terms.separateService == .specific && terms.maximumUnits == 4)
    #expect(terms.pairs == .outpatient && terms.limits == .practitioner)
    #expect(terms.ownPairs.first?.indicator == .never)
    #expect(terms.ownPairs.first?.firstDay == ServiceDate("2024-01-01"))
    #expect(terms.notPaid.first?.instead == ProcedureCode("97018"))
    #expect(terms.notPaid.first?.date == ServiceDate("2026-01-02"))
    #expect(terms.evidence.date == ServiceDate("2026-02-03"))

    let other = try #require(payers["TRICARE"])
    #expect(other.rule == .ama && other.terms?.wantsAssistantModifier == true)
    #expect(other.terms?.evidence.text == "I asked.")
    #expect(other.terms?.evidence.confidence == .general)
    #expect(
      payers.listings.compactMap(\.file) == Array(repeating: folder.path + "/payers.yaml", count: 3)
    )
  }

  @Test("what a person states without a day is of the day on which the file was last changed")
  func day() throws {
    let folder = try Folder()
    try folder.write(
      """
      - {name: VA, ownPairs: [{column1: 97140, column2: 97530, indicator: 0}]}
      - {name: Blue Shield, rule: ama}
      """, to: "payers.yaml")
    let changed = try #require(
      Calendar(identifier: .gregorian).date(
        from: DateComponents(year: 2026, month: 2, day: 3, hour: 12)))
    try FileManager.default.setAttributes(
      [.modificationDate: changed], ofItemAtPath: folder.path + "/payers.yaml")
    let payers = try Payers.load(userFolder: folder.path)
    for name in ["VA", "Blue Shield"] {
      let evidence = try #require(payers[name]?.terms?.evidence)
      #expect(evidence.date == ServiceDate("2026-02-03"), "\(name)")
      #expect(evidence.source.hasSuffix("payers.yaml"), "\(name)")
    }
  }

  @Test("a file without entries changes nothing", arguments: ["", "# to come\n", "\n"])
  func empty(text: String) throws {
    let folder = try Folder()
    try folder.write(text, to: "payers.yaml")
    #expect(
      try Payers.load(userFolder: folder.path).listings == Payers.load(userFolder: nil).listings)
  }

  @Test("what Medicare does not pay is from its fee schedule of July 2024")
  func feeSchedule() throws {
    let payers = try Payers.load(userFolder: nil)
    for name in ["Medicare B", "Medicare Advantage"] {
      for code in try #require(payers[name]?.terms).notPaid {
        #expect(code.source == "CMS fee schedule (RVU) file" && code.date?.year == 2024)
      }
    }
  }

  @Test("who pays for themselves sees no modifier of a plan of care")
  func selfPay() throws {
    let terms = try #require(try Payers.load(userFolder: nil)["Self-pay"]?.terms)
    #expect(!terms.wantsDisciplineModifier && !terms.wantsAssistantModifier)
  }

  @Test("a payer of the user's takes a name that was another's second one")
  func secondName() throws {
    let folder = try Folder()
    try folder.write("- {name: Optum, rule: ama}", to: "payers.yaml")
    let payers = try Payers.load(userFolder: folder.path)
    #expect(payers["optum"]?.rule == .ama)
    #expect(payers["UnitedHealthcare"]?.rule == .cms)
    #expect(payers["optum"]?.terms?.evidence.confidence == .general)
  }

  @Test(
    "a mistake is told with line, column and what is allowed",
    arguments: [
      ("name: Blue", ":1:1: A list was expected here."),
      ("- rule: ama", ":1:3: A part of a payer is missing: “name”."),
      ("- name: Blue", ":1:3: A part of a payer is missing: “rule”."),
      ("- {name: Blue, rule: cmss}", ":1:22: There is no rule “cmss”. Allowed: cms, ama."),
      ("- {name: VA, pair: cms}", ":1:14: There is no part of a payer “pair”. Allowed: name, "),
      ("- {name: VA, rule: ama}\n- {name: va}", ":2:10: “va” stands twice: in line 1 too."),
      ("- {name: '--', rule: ama}", ":1:10: “--” has no letter and no digit."),
      ("- {name: ' ', rule: ama}", ":1:10: A text is missing."),
      ("- {name: \"a\\e[2J\", rule: ama}", ":1:10: “a^[[2J” has characters that a screen cannot"),
      (
        "- {name: \(String(repeating: "x", count: 61)), rule: ama}",
        ":1:10: This is longer than 60 characters."
      ),
      ("- {name: VA, otherNames: [Tricare]}", ":1:27: “Tricare” is a payer's own name."),
      ("- {name: VA, otherNames: [V.A.]}", ":1:27: “V.A.” stands twice: in line 1 too."),
      ("- {name: VA, threshold: yes}", ":1:25: There is no answer “yes”. Allowed: true, false."),
      ("- {name: VA, separateService: XE}", ":1:31: There is no modifier “XE”. Allowed: 59, X."),
      (
        "- {name: VA, pairs: hospital}",
        ":1:21: There is no table “hospital”. Allowed: off, cms, practitioner, outpatient."
      ),
      ("- {name: VA, maximumUnits: 0}", ":1:28: “0” is no whole number from 1 to 96."),
      ("- {name: VA, notPaid: [{code: 9701}]}", ":1:31: “9701” is no code of five digits or"),
      (
        "- {name: VA, notPaid: [{code: 97010}]}",
        ":1:24: A part of a code not paid is missing: “reason”."
      ),
      (
        "- {name: VA, notPaid: [{code: 97010, reason: a}, {code: 97010, reason: b}]}",
        ":1:57: 97010 stands twice."
      ),
      (
        "- {name: VA, ownPairs: [{column1: 97140, column2: 97140, indicator: 1}]}",
        ":1:51: A pair is of two codes; 97140 is both."
      ),
      (
        "- {name: VA, ownPairs: [{column1: 97140, column2: 97530, indicator: 9}]}",
        ":1:69: There is no indicator “9”. Allowed: 0, 1."
      ),
      (
        "- {name: VA, ownPairs: [{column1: 97140, column2: 97530, indicator: 1, from: 2024-02-30}]}",
        ":1:78: “2024-02-30” is no day written as 2026-11-21."
      ),
      (
        "- {name: VA, evidence: {text: a, confidence: x}}",
        ": There is no confidence “x”. Allowed: S, P, K."
      ),
      (
        "- {name: VA, ownPairs: [{column1: 97140, column2: 97633, indicator: 1}]}",
        ":1:51: 97633 never was a code: 97533 is meant."
      ),
      (
        "- {name: VA, ownPairs: [{column1: 99999, column2: 97530, indicator: 1}]}",
        ":1:35: The catalogue has no code 99999"
      ),
      ("- {name: VA, notPaid: [{code: 97633, reason: a}]}", ":1:31: 97633 never was a code"),
      (
        "- {name: Blue, rule: ama, disciplineModifier: false, assistantModifier: true}",
        ":1:73: CQ and CO stand only beside GP and GO"
      ),
      ("- {name: TRICARE, disciplineModifier: false}", ":1:39: CQ and CO stand only beside GP"),
    ])
  func mistakes(text: String, told: String) throws {
    let folder = try Folder()
    try folder.write(text, to: "payers.yaml")
    let error = #expect(throws: ConfigurationError.self) {
      try Payers.load(userFolder: folder.path)
    }
    let description = try #require(error?.description)
    #expect(description.hasPrefix(folder.path + "/payers.yaml:"))
    #expect(description.dropFirst((folder.path + "/payers.yaml").count).contains(told))
  }

  @Test("no file is none; one that cannot be read is told")
  func unreadable() throws {
    let folder = try Folder()
    let ours = try Payers.load(userFolder: nil)
    #expect(try Payers.load(userFolder: folder.path) == ours)
    #expect(try Payers.load(userFolder: folder.path + "/nowhere") == ours)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/payers.yaml", withDestinationPath: "nowhere")
    #expect(throws: ConfigurationError.self) { try Payers.load(userFolder: folder.path) }
  }
}
