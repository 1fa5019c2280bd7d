import Testing

@testable import Paperwork

/// What is wrong with a line is said by field, value and what is allowed.
@Suite struct RefusedRecordTests {
  @Test(arguments: [
    // Minutes.
    (#"{"97110":-3}"#, "minutes of 97110: -3 is below 0"),
    (#"{"97110":7.5}"#, "minutes of 97110: 7.5 is not a whole number"),
    (#"{"97110":33.0}"#, "minutes of 97110: 33.0 is not a whole number"),
    (#"{"97110":1e1}"#, "minutes of 97110: 1e1 is not a whole number"),
    (#"{"97110":1441}"#, "minutes of 97110: 1441 is above 1440"),
    (#"{"97110":99999999999999999999}"#, "minutes of 97110: 99999999999999999999 is above 1440"),
    (#"{"97110":-99999999999999999999}"#, "minutes of 97110: -99999999999999999999 is below 0"),
    (#"{"97110":"33"}"#, #"minutes of 97110: "33" is not a whole number"#),
    (#"{"97110":null}"#, "minutes of 97110: null is not a whole number"),
    (#"{"97110":true}"#, "minutes of 97110: true is not a whole number"),
    (#"{"97110":[33]}"#, "minutes of 97110: a list is not a whole number"),
    (#"{"97110":1000,"97140":441}"#, "minutes: 1441 in all is above 1440"),
    (#"{"97110":{"therapist":1000,"assistant":441}}"#, "minutes: 1441 in all is above 1440"),
    (#"{"97110":{"therapist":-1}}"#, "therapist minutes of 97110: -1 is below 0"),
    (#"{"97110":{"assistant":0.5}}"#, "assistant minutes of 97110: 0.5 is not a whole number"),
    (#"{"97110":{"assistant":{}}}"#, "assistant minutes of 97110: an object is not a whole number"),
    (#"{"97110":{"assistant":1,"assistant":1}}"#, "minutes of 97110: assistant is given twice"),
    (
      #"{"97110":{"aide":1}}"#,
      #"minutes of 97110: key: "aide" is not known; known are therapist, assistant"#
    ),
    // Codes.
    (#"{"97110":1,"97110":1}"#, "minutes: 97110 is given twice"),
    (#"{"97110":1,"\u00397110":1}"#, "minutes: 97110 is given twice"),
    (#"{"G0283":1,"g0283":1}"#, "minutes: G0283 is given twice"),
    (#"{"9711":1}"#, #"minutes: "9711" is not a code of five digits or letters"#),
    (#"{"":1}"#, #"minutes: "" is not a code of five digits or letters"#),
    (#"{"9711\u001b":1}"#, #"minutes: "9711\x1B" is not a code of five digits or letters"#),
    // The object itself.
    ("[]", #"minutes: a list is not an object such as {"97110": 33}"#),
    ("33", #"minutes: 33 is not an object such as {"97110": 33}"#),
    ("null", #"minutes: null is not an object such as {"97110": 33}"#),
  ])
  func minutes(written: String, reason: String) {
    refuses("{\"id\":\"k\",\"minutes\":\(written)}", id: "k", reason)
  }

  @Test(arguments: [
    (#""rule":"cmss""#, #"rule: "cmss" is not known; known are cms, ama"#),
    (#""rule":"CMS""#, #"rule: "CMS" is not known; known are cms, ama"#),
    (#""rule":1"#, "rule: 1 is not text"),
    (#""rule":null"#, "rule: null is not text"),
    (#""rule":"cms","rule":"cms""#, "rule is given twice"),
    (#""minutes":{}"#, "minutes is given twice"),
    (#""discipline":"AT""#, #"discipline: "AT" is not known; known are PT, OT, SLP"#),
    (#""date":"2026-02-29""#, #"date: "2026-02-29" is not a day written as 2026-11-21"#),
    (#""date":"21.11.2026""#, #"date: "21.11.2026" is not a day written as 2026-11-21"#),
    (
      #""date":"2026-11-21T10:00""#, #"date: "2026-11-21T10:00" is not a day written as 2026-11-21"#
    ),
    (#""date":20261121"#, "date: 20261121 is not text"),
    (#""payer":{}"#, "payer: an object is not text"),
    (
      #""minute":1"#,
      #"key: "minute" is not known; known are id, rule, payer, date, discipline, minutes"#
    ),
    (
      #""Rule":"cms""#,
      #"key: "Rule" is not known; known are id, rule, payer, date, discipline, minutes"#
    ),
  ])
  func keys(written: String, reason: String) {
    refuses("{\"id\":\"k\",\"minutes\":{},\(written)}", id: "k", reason)
  }

  @Test func anUnknownPayerIsToldThosePayersThatAreKnown() {
    let refused = refusal(of: Array(#"{"payer":"Acme","minutes":{}}"#.utf8))
    #expect(
      refused?.reason.hasPrefix(#"payer: "Acme" is not known; known are Medicare B; "#) == true)
    #expect(refused?.reason.hasSuffix("; Premera Blue Cross") == true)
  }

  @Test func minutesAreNeeded() { refuses(#"{"id":"k"}"#, id: "k", "minutes is missing") }

  @Test(arguments: [
    ("", "column 1: a record begins with {"),
    ("33", "column 1: a record begins with {"),
    ("[]", "column 1: a record begins with {"),
    ("{", "column 2: a name in quotes is expected"),
    ("{'id':1}", "column 2: a name in quotes is expected"),
    ("{id:1}", "column 2: a name in quotes is expected"),
    (#"{"minutes"}"#, "column 11: a colon is expected"),
    (#"{"minutes":}"#, "column 12: a value is expected"),
    (#"{"minutes":{"97110":33}"#, "column 24: a comma or } is expected"),
    (#"{"minutes":{"97110":33,}}"#, "column 24: a name in quotes is expected"),
    (#"{"minutes":{"97110":33}} x"#, "column 26: nothing may follow the record"),
    (#"{"minutes":{}}{"minutes":{}}"#, "column 15: nothing may follow the record"),
    (#"{"minutes":{"97110":033}}"#, "column 21: a number begins with no 0"),
    (#"{"minutes":{"97110":+3}}"#, "column 21: a value is expected"),
    (#"{"minutes":{"97110":.5}}"#, "column 21: a value is expected"),
    (#"{"minutes":{"97110":5.}}"#, "column 23: a digit is expected"),
    (#"{"minutes":{"97110":5e}}"#, "column 23: a digit is expected"),
    (#"{"minutes":{"97110":NaN}}"#, "column 21: a value is expected"),
    (#"{"minutes":{"97110":nul}}"#, "column 21: a value is expected"),
    (#"{"minutes":{"97110":[1,2}}"#, "column 25: a comma or ] is expected"),
    (#"{"rule":"cms"#, "column 13: the quotes are not closed"),
    (#"{"rule":"cms\"#, "column 14: the quotes are not closed"),
    (#"{"rule":"c\ms"}"#, "column 11: no such escape"),
    (#"{"rule":"\u12"}"#, "column 10: no such escape"),
    (#"{"rule":"\u+123"}"#, "column 10: no such escape"),
    (#"{"rule":"\ud800"}"#, "column 10: no such escape"),
    (#"{"rule":"\ud800\u0041"}"#, "column 10: no such escape"),
    (#"{"rule":"\udc00"}"#, "column 10: no such escape"),
    ("{\"rule\":\"c\tms\"}", "column 11: a control character is written as an escape"),
    ("{\"rule\":\"cms\"\u{0}}", "column 14: a comma or } is expected"),
    ("\u{FEFF}{}", "column 1: a record begins with {"),
  ])
  func brokenJSON(line: String, reason: String) { refuses(line, id: nil, reason) }

  @Test(arguments: [[0xFF], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]])
  func invalidUTF8(bytes: [UInt8]) {
    let line = Array(#"{"id":""#.utf8) + bytes + Array(#"","minutes":{}}"#.utf8)
    #expect(refusal(of: line) == RefusedLine(id: nil, reason: "column 8: the text is not UTF-8"))
  }

  @Test func nestingHasAnEnd() {
    let deep = String(repeating: "[", count: 100_000)
    refuses("{\"id\":\"k\",\"minutes\":\(deep)", id: "k", "column 36: nested too deep")
  }

  @Test(arguments: [
    (#"{"id":"k","minutes":{"97110":3"#, "k"),
    (#"{"id":"k" "minutes":{}}"#, "k"),
    (#"{"minutes":{"97110":-3},"id":"k"}"#, "k"),
    (#"{"minutes":{"97110":3,},"id":"k"}"#, nil),
    (#"{"id":"k","id":"k","minutes":{}}"#, nil),
    (#"{"id":7,"minutes":{}}"#, nil),
    (#"{"id":null,"minutes":{}}"#, nil),
  ])
  func theIDComesBackWhereItCanBeRead(line: String, id: String?) {
    #expect(refusal(of: Array(line.utf8)).map(\.id) == .some(id))
  }

  @Test func aLongMistakeIsQuotedInPart() throws {
    let long = String(repeating: "x", count: 1000)
    let refused = try #require(refusal(of: Array("{\"rule\":\"\(long)\",\"minutes\":{}}".utf8)))
    #expect(refused.reason.count < 100)
  }

  @Test func manyCodesAreReadInTimeThatGrowsWithThem() throws {
    let codes = (0..<60_000).map { "\"A\(String($0 + 10_000, radix: 36).uppercased())\":0" }
    let unique = Set(codes.filter { $0.utf8.count == 9 })
    let line = "{\"minutes\":{\(unique.joined(separator: ","))}}"
    #expect(try Record(line: Array(line.utf8), payers: .samples).services.count == unique.count)
  }

  private func refusal(of line: [UInt8]) -> RefusedLine? {
    do {
      _ = try Record(line: line, payers: .samples)
      return nil
    } catch {
      return error
    }
  }

  private func refuses(
    _ line: String, id: String?, _ reason: String, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      refusal(of: Array(line.utf8)) == RefusedLine(id: id, reason: reason), sourceLocation: location
    )
  }
}
