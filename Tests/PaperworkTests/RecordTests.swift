import Billing
import Testing

@testable import Paperwork

/// One line of a batch, read as the contract has it.
@Suite struct RecordTests {
  @Test func readsEveryKeyOfTheContract() throws {
    let line =
      #"{"id": "x1", "rule": "ama", "payer": "MEDICARE b", "date": "2026-11-21", "#
      + #""discipline": "PT", "minutes": {"97110": 33, "97140": {"therapist": 4, "assistant": 3}}}"#
    let record = try Record(line: Array(line.utf8), payers: .samples)
    #expect(record.id == "x1")
    #expect(record.rule == .ama)
    #expect(record.payer == Payers.samples["Medicare B"])
    #expect(record.date == ServiceDate("2026-11-21"))
    #expect(record.discipline == .physicalTherapy)
    #expect(
      record.services.map(\.code.description) == ["97110", "97140"]
        && record.services.map(\.therapistMinutes) == [33, 4]
        && record.services.map(\.assistantMinutes) == [0, 3])
  }

  @Test func minutesAreAllARecordNeeds() throws {
    let record = try Record(line: Array(#"{"minutes":{"97110":0}}"#.utf8), payers: .samples)
    #expect(record.id == nil && record.rule == nil && record.payer == nil)
    #expect(record.date == nil && record.discipline == nil)
    #expect(record.services.map(\.minutes) == [0])
  }

  @Test(arguments: [
    #"{"minutes":{"97110":{"assistant":7}}}"#: 7,
    #"{"minutes":{"97110":{}}}"#: 0,
    #"{"minutes":{}}"#: 0,
    #"{"minutes":{"97110":1440}}"#: 1440,
    #"{"minutes":{"97110":1439,"97140":1}}"#: 1440,
    " \t{ \"minutes\" : { \"97110\" : 7 } }\r": 7,
    #"{"minutes":{"\u00397110":7}}"#: 7,
    #"{"minutes":{"g0283":7}}"#: 7,
  ])
  func minutesAddUp(line: String, minutes: Int) throws {
    #expect(
      try Record(line: Array(line.utf8), payers: .samples).services.reduce(0) { $0 + $1.minutes }
        == minutes)
  }

  @Test(arguments: [
    #""a b""#: "a b", #""""#: "", #""\"\\\/\b\f\n\r\t""#: "\"\\/\u{8}\u{C}\n\r\t",
    #""\u00e9\u20AC""#: "é€", #""\ud83d\ude00""#: "😀", "\"Zoë 😀\"": "Zoë 😀",
    #""\u0000\u001b""#: "\u{0}\u{1B}",
  ])
  func idIsAnyText(written: String, id: String) throws {
    #expect(
      try Record(line: Array("{\"id\":\(written),\"minutes\":{}}".utf8), payers: .samples).id == id)
  }

  @Test func aPayerOfItsOwnKeepsItsRuleAgainstADefault() throws {
    var defaults = Record()
    defaults.rule = .cms
    func rule(_ line: String) throws -> Rule? {
      try Record(line: Array(line.utf8), payers: .samples).completed(by: defaults).rule
    }
    #expect(try rule(#"{"payer":"Premera Blue Cross","minutes":{}}"#) == .ama)
    #expect(try rule(#"{"payer":"Premera Blue Cross","rule":"cms","minutes":{}}"#) == .cms)
    #expect(try rule(#"{"minutes":{}}"#) == .cms)
  }

  @Test func theRuleSetsTheArithmeticAndThePayerTheRest() throws {
    let record = try Record(
      line: Array(#"{"payer":"Medicare B","rule":"ama","minutes":{"97110":33}}"#.utf8),
      payers: .samples)
    let bill = record.bill(today: try #require(ServiceDate("2026-11-21")))
    #expect(bill.rule == .ama)
    #expect(bill.payer == "Medicare B")
  }

  @Test(arguments: [
    (#"{"minutes":{}}"#, Rule.cms), (#"{"payer":"Premera Blue Cross","minutes":{}}"#, .ama),
    (#"{"payer":"medicare-b","minutes":{}}"#, .cms), (#"{"rule":"ama","minutes":{}}"#, .ama),
  ])
  func withoutARuleThePayersHolds(line: String, rule: Rule) throws {
    let today = try #require(ServiceDate("2026-11-21"))
    #expect(try Record(line: Array(line.utf8), payers: .samples).bill(today: today).rule == rule)
  }

  @Test(arguments: [
    ("97110", #"modifier: "97110" is not a code and its modifier, such as 97110=95"#),
    ("97110=5=9", #"modifier of 97110: "5=9" is not two letters or digits"#),
    ("97110=59:a\nb", "modifier of 97110: a reason is one line of at most 200 characters"),
    (
      "97110=99",
      "modifier of 97110: 99 is put by itself where a line has more than four modifiers."
    ),
    ("9711=59", #"modifier: "9711" is not a code of five digits or letters"#),
    ("97110=5", #"modifier of 97110: "5" is not two letters or digits"#),
    ("97110=5é", #"modifier of 97110: "5é" is not two letters or digits"#),
    ("97116=59", "modifier: 97116 has no minutes here"),
    ("97110=kx", "modifier of 97110: KX is given twice"),
  ])
  func aModifierThatCannotBe(argument: String, reason: String) throws {
    var record = try Record(line: Array(#"{"minutes":{"97110":8}}"#.utf8), payers: .samples)
    try record.put(StatedModifier("KX"), on: #require(ProcedureCode("97110")))
    #expect(throws: Refusal(reason)) {
      let (code, modifier) = try StatedModifier.written(argument)
      try record.put(modifier, on: code)
    }
  }

  /// 52 is a finding of the bill, and who signs nothing needs no reason.
  @Test(arguments: ["97110=52", "97110=59", "97110=59:two rooms: A = B", "97110=zz"])
  func aModifierThatTheBillWillSpeakOf(argument: String) throws {
    var record = try Record(line: Array(#"{"minutes":{"97110":8}}"#.utf8), payers: .samples)
    let (code, modifier) = try StatedModifier.written(argument)
    try record.put(modifier, on: code)
    #expect(record.services[0].modifiers == [modifier])
    #expect(modifier.reason == (argument.contains(":") ? "two rooms: A = B" : ""))
  }

  @Test func contrariesDoNotStandOnOneCode() throws {
    let code = try #require(ProcedureCode("97110"))
    for known in Modifier.known {
      for other in known.contraries
      where ![Modifier.Place.discipline, .assistant].contains(known.place) {
        var record = try Record(line: Array(#"{"minutes":{"97110":8}}"#.utf8), payers: .samples)
        try record.put(StatedModifier(known.code), on: code)
        #expect(throws: Refusal.self, "\(known.code) \(other)") {
          try record.put(StatedModifier(other), on: code)
        }
      }
    }
  }

  @Test func modifiersAndASecondPayerComeWithTheRecord() throws {
    var defaults = Record()
    defaults.secondaryPayer = Payers.samples["Premera Blue Cross"]
    var record = try Record(line: Array(#"{"minutes":{"97110":8}}"#.utf8), payers: .samples)
      .completed(by: defaults)
    let (code, modifier) = try StatedModifier.written("97110=kx")
    try record.put(modifier, on: code)
    #expect(record.services.map(\.modifiers) == [[StatedModifier("KX")]])
    #expect(record.secondaryPayer?.rule == .ama)
  }

  @Test func whatARecordLeavesOutIsTakenFromTheOptions() throws {
    var defaults = Record()
    defaults.rule = .ama
    defaults.discipline = .occupationalTherapy
    let line = #"{"discipline":"PT","minutes":{"97110":8}}"#
    let record = try Record(line: Array(line.utf8), payers: .samples).completed(by: defaults)
    #expect(record.rule == .ama)
    #expect(record.discipline == .physicalTherapy)
    #expect(record.services.count == 1)
  }
}
