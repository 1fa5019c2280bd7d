import Billing
import Foundation
import GRDB
import SessionLog
import Testing

@testable import Journal

/// The text that each kind of entry is stored as.
///
/// It is published: a row here may be added, never changed.
@Suite struct StoredTextTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  static func table() throws -> [(kind: Entry.Kind, text: String)] {
    let code = try Sample.code("97110")
    let other = try Sample.code("G0283")
    let start = WallTime(milliseconds: 1000, utcOffset: -18_000)
    let end = WallTime(milliseconds: 2000, utcOffset: -18_000)
    return [
      (
        try Sample.opening().kind,
        #"{"opened":{"_0":{"client":"KM·47","clinician":"A. Reyes","date":"2026-11-21","#
          + #""discipline":"OT","payer":{"name":"Medicare B","rule":"cms"}}}}"#
      ),
      (.added(code: code), #"{"added":{"code":"97110"}}"#),
      (.started(code: code), #"{"started":{"code":"97110"}}"#),
      (.stopped(code: code), #"{"stopped":{"code":"97110"}}"#),
      (.paused, #"{"paused":{}}"#),
      (.pauseReason("rest / \"toilet\""), #"{"pauseReason":{"_0":"rest / \"toilet\""}}"#),
      (.resumed, #"{"resumed":{}}"#),
      (
        .startMoved(code: code, start: start),
        #"{"startMoved":{"code":"97110","start":{"milliseconds":1000,"utcOffset":-18000}}}"#
      ),
      (
        .secondsTyped(code: code, seconds: -300),
        #"{"secondsTyped":{"code":"97110","seconds":-300}}"#
      ),
      (
        .totalStated(code: code, seconds: 1440), #"{"totalStated":{"code":"97110","seconds":1440}}"#
      ),
      (
        .intervalStated(code: code, start: start, end: end),
        #"{"intervalStated":{"code":"97110","end":{"milliseconds":2000,"utcOffset":-18000},"#
          + #""start":{"milliseconds":1000,"utcOffset":-18000}}}"#
      ),
      (.unitsStated(code: other, units: 2), #"{"unitsStated":{"code":"G0283","units":2}}"#),
      (
        .timingStated(code: code, isTimed: true),
        #"{"timingStated":{"code":"97110","isTimed":true}}"#
      ),
      (.chosen(units: [other: 0, code: 1]), #"{"chosen":{"units":{"97110":1,"G0283":0}}}"#),
      (.undone(entry: EntryID(rawValue: 3)), #"{"undone":{"entry":3}}"#),
      (.redone(entry: EntryID(rawValue: 3)), #"{"redone":{"entry":3}}"#),
      (
        .signed(try Sample.signature()),
        #"{"signed":{"_0":{"bill":{"because":[{"codes":["97110"],"text":"20 minutes: 1 unit"}],"#
          + #""charges":[{"code":"97110","minutes":20,"units":1}],"choiceCount":1,"#
          + #""choices":[{"97110":1}],"date":"2026-11-21","discipline":"OT","#
          + #""findings":[{"codes":["97110"],"id":"rule-difference","message":"m","remedy":"r","#
          + #""severity":"info","source":"s","sourceDate":"2026-01-01"}],"#
          + #""lines":[{"code":"97110","minutes":20,"modifiers":["GO"],"units":1}],"#
          + #""otherRule":{"rule":"ama","units":{"97110":1}},"payer":"Medicare B","rule":"cms","#
          + #""timedMinutes":20,"treatmentMinutes":20},"madeBy":"unitclock 1","#
          + #""name":"Ana Reyes","sessions":[1],"text":["97110 20 min","1 unit"]}}}"#
      ),
      (.allStopped, #"{"allStopped":{}}"#),
    ]
  }

  /// The kinds that came after version 1.
  static func furtherTable() throws -> [(kind: Entry.Kind, text: String)] {
    let code = try Sample.code("97110")
    let other = try Sample.code("97530")
    return [
      (
        .opened(try Sample.fullVisit()),
        #"{"opened":{"_0":{"client":"KM·47","clinician":"B. Cole","date":"2026-11-21","#
          + #""discipline":"OT","payer":{"name":"Medicare B","rule":"cms","terms":{"#
          + #""evidence":{"confidence":"S","date":"2026-01-01","source":"s","text":"t"},"#
          + #""hasThreshold":true,"limits":"cms","notPaid":[{"code":"97530","reason":"bundled"}],"#
          + #""ownPairs":[],"pairs":"practitioner","paysSpeechAssistants":false,"#
          + #""separateService":"X","wantsAssistantModifier":true,"#
          + #""wantsDisciplineModifier":true}},"role":"assistant","#
          + #""secondaryPayer":{"name":"Medigap","rule":"ama"}}}}"#
      ),
      (
        .performerStated(code: code, performer: Performer(role: .student, name: "D. Lim")),
        #"{"performerStated":{"code":"97110","performer":{"name":"D. Lim","role":"student"}}}"#
      ),
      (
        .coTreated(code: code, with: .physicalTherapy, seconds: 300),
        #"{"coTreated":{"code":"97110","seconds":300,"with":"PT"}}"#
      ),
      (
        .modifierStated(code: code, modifier: StatedModifier("59", reason: "apart")),
        #"{"modifierStated":{"code":"97110","modifier":{"modifier":"59","reason":"apart"}}}"#
      ),
      (
        .modifierRemoved(code: code, modifier: "59"),
        #"{"modifierRemoved":{"code":"97110","modifier":"59"}}"#
      ),
      (
        .answered(code: code, question: "muscles", text: "quadriceps"),
        #"{"answered":{"code":"97110","question":"muscles","text":"quadriceps"}}"#
      ),
      (
        .dismissed(finding: Finding.Fact(id: .pair, codes: [other, code]), reason: "apart"),
        #"{"dismissed":{"finding":{"codes":["97110","97530"],"detail":"","id":"pair"},"#
          + #""reason":"apart"}}"#
      ),
      (.allowedElsewhere(cents: 50_000), #"{"allowedElsewhere":{"cents":50000}}"#),
    ]
  }

  @Test func eachKindIsStoredAsPublished() throws {
    for (kind, text) in try Self.table() + Self.furtherTable() + Self.dayTable() {
      #expect(try EntryRows.text(of: kind) == text)
      #expect(try JSONDecoder().decode(Entry.Kind.self, from: Data(text.utf8)) == kind)
    }
  }

  /// A journal of version 1, as another program would write it: it must go on giving these entries.
  @Test func aJournalOfVersionOneReplays() throws {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/journal-1.sql")
    let writer = try DatabaseQueue(path: folder.journal)
    try writer.inDatabase { try $0.execute(sql: String(contentsOf: fixture, encoding: .utf8)) }
    try writer.close()

    let journal = try Journal.open(folder)
    let expected = try Self.table().enumerated().map { index, row in
      Entry(
        id: EntryID(rawValue: Int64(index + 1)), sessions: [SessionID(rawValue: 1)],
        moment: try Sample.moment(minute: Int64(index)), author: "A. Reyes", kind: row.kind)
    }
    #expect(try journal.entries() == expected)
    #expect(try journal.append(try Sample.opening()).sessions == [SessionID(rawValue: 2)])
  }
}
