import Billing
import Foundation
import Testing

@testable import Paperwork

/// The JSON contract of `units`, read back by another reader than ours.
@Suite struct ContractTests {
  @Test func theExampleOfTheContractFieldForField() throws {
    let answer = try Answer(
      to:
        #"{"id": "x1", "rule": "cms", "date": "2026-11-21", "discipline": "PT", "#
        + #""minutes": {"97110": 33, "97140": 7}}"#
    )
    #expect(answer.id == "x1")
    #expect(answer.rule == "cms")
    #expect(answer.timedMinutes == 40)
    #expect(answer.treatmentMinutes == 40)
    #expect(answer.totalUnits == 3)
    #expect(answer.units == ["97110": 2, "97140": 1])
    #expect(!answer.tie)
    #expect(answer.choiceCount == 1)
    #expect(answer.choices == [["97110": 2, "97140": 1]])
    #expect(
      answer.otherRule
        == Answer.OtherRule(rule: "ama", totalUnits: 2, units: ["97110": 2, "97140": 0]))
    #expect(
      answer.lines == [
        Answer.Line(code: "97110", modifiers: ["GP"], units: 2, minutes: 33),
        Answer.Line(code: "97140", modifiers: ["GP"], units: 1, minutes: 7),
      ])
    let finding = try #require(answer.findings.first { $0.id == "rule-difference" })
    #expect(finding.severity == "info")
    #expect(finding.codes == ["97140"])
    for text in [finding.message, finding.remedy, finding.source] { #expect(!text.isEmpty) }
    #expect(ServiceDate(finding.sourceDate) != nil)
    #expect(!answer.because.isEmpty && answer.because.allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: [
    #"{"minutes":{}}"#, #"{"minutes":{"97110":0}}"#, #"{"minutes":{"97110":33},"rule":"ama"}"#,
    #"{"minutes":{"97633":10}}"#,
  ])
  func everyKeyIsAlwaysThere(line: String) throws {
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(Answer.json(for: line).utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "id", "rule", "timedMinutes", "treatmentMinutes", "totalUnits", "units", "tie",
        "choiceCount", "choices", "otherRule", "lines", "findings", "because",
      ])
    #expect(object["id"] is NSNull)
  }

  @Test func twoEqualChoicesAreBothListedTheDefaultFirst() throws {
    let answer = try Answer(to: #"{"id":"a","rule":"cms","minutes":{"97112":20,"97110":20}}"#)
    #expect(answer.tie && answer.choiceCount == 2)
    #expect(answer.choices == [["97110": 2, "97112": 1], ["97110": 1, "97112": 2]])
    #expect(answer.units == answer.choices.first)
  }

  @Test func whereNothingCanBeBilledTheOneChoiceIsAllZero() throws {
    let answer = try Answer(to: #"{"minutes":{"97110":3,"97140":4}}"#)
    #expect(answer.choices == [["97110": 0, "97140": 0]])
    #expect(answer.totalUnits == 0 && answer.lines.isEmpty && !answer.tie)
  }

  @Test func anAnswerIsOneLineOfPlainText() throws {
    let json = Answer.json(for: #"{"id":"a\nb\u0007\u007f\u009b\u2028\u202e é","minutes":{}}"#)
    #expect(json.unicodeScalars.allSatisfy { !$0.isUnprintable })
    #expect(try Answer(json: json).id == "a\nb\u{7}\u{7F}\u{9B}\u{2028}\u{202E} é")
  }

  @Test(arguments: [
    (#"{"id":"b","minutes":{"97110":-3}}"#, "b", "line 7: minutes of 97110: -3 is below 0"),
    ("nonsense", nil, "line 7: column 1: a record begins with {"),
  ])
  func aRefusalStandsInItsPlace(line: String, id: String?, error: String) throws {
    var writer = JSONWriter()
    do {
      _ = try Record(line: Array(line.utf8), payers: .samples)
    } catch {
      writer.refusal(error, line: 7)
    }
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: Any])
    #expect(Set(object.keys) == ["id", "error"])
    #expect(object["id"] as? String == id)
    #expect(object["error"] as? String == error)
  }
}

/// What the contract promises, as another program would declare it.
private struct Answer: Decodable {
  struct OtherRule: Decodable, Equatable {
    var rule: String
    var totalUnits: Int
    var units: [String: Int]
  }
  struct Line: Decodable, Equatable {
    var code: String
    var modifiers: [String]
    var units: Int
    var minutes: Int
  }
  struct Finding: Decodable {
    var id, severity: String
    var codes: [String]
    var message, remedy, source, sourceDate: String
  }

  var id: String?
  var rule: String
  var timedMinutes, treatmentMinutes, totalUnits: Int
  var units: [String: Int]
  var tie: Bool
  var choiceCount: Int
  var choices: [[String: Int]]
  var otherRule: OtherRule
  var lines: [Line]
  var findings: [Finding]
  var because: [String]

  init(to line: String) throws { try self.init(json: Self.json(for: line)) }

  init(json: String) throws {
    self = try JSONDecoder().decode(Answer.self, from: Data(json.utf8))
  }

  /// The answer to a record that can be billed; nothing for any other.
  static func json(for line: String) -> String {
    guard let today = ServiceDate("2026-11-21"),
      let record = try? Record(line: Array(line.utf8), payers: .samples)
    else { return "" }
    var writer = JSONWriter()
    writer.bill(record.bill(today: today), id: record.id)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
