import Billing
import Foundation
import SessionLog
import Testing

@testable import Paperwork

/// Whoever adds up the rows of a code on paper comes to its total.
@Suite struct PartsOfTimeTests {
  @Test func `a total stated after a second of the clock is the sum of its rows`() throws {
    let code = try #require(ProcedureCode("97110"))
    var story = try Story()
    try story.at(0, .added(code: code))
    try story.at(0, .started(code: code))
    try story.at(1.3 / 60, .stopped(code: code))
    try story.at(1, .totalStated(code: code, seconds: 24 * 60))
    let note = try story.text(at: 2).text
    #expect(note.contains("  0:01  clocked"))
    #expect(note.contains(" 23:59  corrected"))
  }

  @Test(arguments: UInt64(1)...40)
  func `the rows of any code add up, on paper and in JSON`(seed: UInt64) throws {
    let (logbook, session) = try rolled(seed: seed).first
    let moment = try Story.moment(500)
    let now = logbook.instant(of: moment)
    let why = WhyText(of: session, in: logbook, at: moment, madeBy: "tests")
    let note = NoteText(of: session, in: logbook, at: moment).lines
    var written = JSONWriter()
    written.session(SessionReport(session, in: logbook, at: moment))
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(written.bytes)) as? [String: Any])
    let codes = try #require(json["codes"] as? [[String: Any]])
    for pane in session.panes {
      // The second formulation: every millisecond first, the cut last.
      let all =
        pane.intervals.reduce(0) { $0 + $1.milliseconds(at: now) }
        + pane.typed.reduce(0) { $0 + $1.milliseconds }
      let total = Int((Double(all) / 1000).rounded(.down))
      #expect(seconds(of: pane.code, in: note) == total)
      #expect(seconds(of: pane.code, in: why.time(of: pane.code)) == total)
      let told = try #require(codes.first { $0["code"] as? String == pane.code.description })
      let parts = try ["intervals", "typed"].flatMap { name in
        try #require(told[name] as? [[String: Any]]).compactMap { $0["seconds"] as? Int }
      }
      #expect(parts.count == pane.intervals.count + pane.typed.count)
      #expect(parts.reduce(0, +) == total)
      #expect(told["seconds"] as? Int == max(0, total))
      let lengths =
        pane.intervals.map { $0.milliseconds(at: now) } + pane.typed.map(\.milliseconds)
      for (part, length) in zip(parts, lengths) { #expect(abs(part * 1000 - Int(length)) < 1000) }
    }
  }

  /// Two codes by turns to the millisecond, and now and then typed time.
  private func rolled(seed: UInt64) throws -> Story {
    var state = seed
    func roll(_ count: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % count
    }
    let codes = ["97110", "97530"].compactMap(ProcedureCode.init)
    var story = try Story()
    for code in codes { try story.at(0, .added(code: code)) }
    var (minutes, running) = (0.0, 1)
    for _ in 0..<12 {
      minutes += Double(roll(600_000)) / 60_000
      switch roll(4) {
      case 0:
        try story.at(
          minutes, .totalStated(code: codes[1 - running], seconds: Int64(roll(3000))))
      case 1:
        try story.at(
          minutes, .secondsTyped(code: codes[running], seconds: Int64(roll(900)) - 300))
      default:
        running = 1 - running
        try story.at(minutes, .started(code: codes[running]))
      }
    }
    return story
  }

  /// The seconds that the rows of a code state, added up.
  private func seconds(of code: ProcedureCode, in lines: [NoteLine]) -> Int {
    let row =
      /(?<code>\d{5})?  +(?:\d\d:\d\d-\S+|no clock times) +(?<length>[-:\d]+)  (?:clocked|typed|corrected)/
    var (sum, current) = (0, code.description)
    for match in lines.compactMap({ $0.text.firstMatch(of: row) }) {
      current = match.code.map(String.init) ?? current
      guard current == code.description else { continue }
      let parts = match.length.split(separator: ":").compactMap { Int($0.drop { $0 == "-" }) }
      let length = parts.reduce(0) { $0 * 60 + $1 }
      sum += match.length.hasPrefix("-") ? -length : length
    }
    return sum
  }
}
