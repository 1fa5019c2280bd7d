import Billing
import Foundation
import Testing

/// The visit of the article "How minutes become a charge": what it says is what the program says.
@Suite struct DocumentedExampleTests {
  @Test func theLinesAreThoseOfTheArticle() throws {
    let lines = try bill().lines.map { line in
      ([line.code.description] + line.modifiers + ["\(line.units)", "\(line.minutes)"])
        .joined(separator: " ")
    }
    #expect(lines == ["97530 GP 1 13", "97530 GP CQ 1 23", "97542 GP 59 1 15", "G0283 GP 1 15"])
    for line in try bill().lines {
      let row = [
        "\(line.code)", line.modifiers.joined(separator: " "), "\(line.units)", "\(line.minutes)",
      ]
      #expect(try article().contains("| \(row.joined(separator: " | ")) |"), "\(row)")
    }
  }

  @Test func everyReasonStandsInTheArticleWordForWord() throws {
    let words = try article().words
    for reason in try bill().because { #expect(words.contains(reason.text.words)) }
    let pair = try #require(try bill().findings.first { $0.id == .pair })
    #expect(pair.severity == .info)
    #expect(words.contains(pair.message.words))
  }

  @Test func withoutItsReasonTheModifierIsOfferedAndNotPut() throws {
    let bill = try bill(stating: [])
    #expect(bill.lines.first { $0.code.description == "97542" }?.modifiers == ["GP"])
    let pair = try #require(bill.findings.first { $0.id == .pair })
    #expect(pair.severity == .caution && pair.isOpen)
    #expect(pair.offer?.modifier == "59")
  }

  /// 33 and 7: the six minutes over here, and a remainder that wins a unit there.
  @Test func theSmallerExamplesHold() throws {
    let exercise: ProcedureCode = "97110"
    let manual: ProcedureCode = "97140"
    let bill = Billing.bill(
      TreatmentDay(
        date: "2024-08-01",
        services: [
          Service(exercise, therapistMinutes: 33), Service(manual, therapistMinutes: 7),
        ]), for: .unnamed(.cms))
    #expect(bill.units == [exercise: 2, manual: 1])
    #expect(bill.otherRule.units == [exercise: 2, manual: 0])
  }

  private func bill(
    stating modifiers: [StatedModifier] = [
      StatedModifier("59", reason: "wheelchair work after the transfers, another goal")
    ]
  ) throws -> Bill {
    let activities: ProcedureCode = "97530"
    let wheelchair: ProcedureCode = "97542"
    let stimulation: ProcedureCode = "G0283"
    let day = TreatmentDay(
      date: "2024-08-01", discipline: .physicalTherapy,
      services: [
        Service(activities, therapistMinutes: 13, assistantMinutes: 23),
        Service(wheelchair, therapistMinutes: 15, modifiers: modifiers),
        Service(stimulation, therapistMinutes: 15),
      ],
      intervals: [
        interval(activities, "A. Meier", 600..<613), interval(activities, "B. Roe", 613..<636),
        interval(wheelchair, "A. Meier", 636..<651), interval(stimulation, "A. Meier", 651..<666),
      ])
    let terms = Payer.Terms(
      wantsAssistantModifier: true, pairs: .cms, limits: .cms,
      evidence: Payer.Evidence(
        text: "The 8-minute rule is Medicare's own.", confidence: .seen,
        source: "CMS Pub 100-04 ch. 5 s.20.2", date: day.date))
    return Billing.bill(day, for: Payer(name: "Medicare B", rule: .cms, terms: terms))
  }

  private func interval(
    _ code: ProcedureCode, _ performer: String, _ minutes: Range<Int>
  ) -> LoggedInterval {
    let label = [minutes.lowerBound, minutes.upperBound].map { minute in
      "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
    }
    return LoggedInterval(
      code: code, performer: performer, start: Int64(minutes.lowerBound) * 60_000,
      end: Int64(minutes.upperBound) * 60_000, label: label.joined(separator: "-"))
  }

  private func article() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      contentsOf: root.appending(
        path: "Sources/Billing/Billing.docc/HowMinutesBecomeACharge.md"), encoding: .utf8)
  }
}

extension String {
  /// The text without its line breaks.
  fileprivate var words: String {
    split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }
}
