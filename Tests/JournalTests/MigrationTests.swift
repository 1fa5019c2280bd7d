import Billing
import Foundation
import GRDB
import SessionLog
import Testing

@testable import Journal

/// A journal of an older version opens, and tells what it told.
@Suite struct MigrationTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  /// Lays a journal of version 1 with the visits of KM and JT into the folder.
  private func layVersionOne() throws {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/visits-1.sql")
    let writer = try DatabaseQueue(path: folder.journal)
    try writer.inDatabase { try $0.execute(sql: String(contentsOf: fixture, encoding: .utf8)) }
    try writer.close()
  }

  private func expectItsVisits(
    in journal: Journal, at place: SourceLocation = #_sourceLocation
  ) throws {
    let entries = try journal.entries()
    #expect(entries.map(\.id.rawValue) == Array(1...17), sourceLocation: place)
    #expect(entries.allSatisfy { $0.reason == nil }, sourceLocation: place)
    let logbook = try Logbook(replaying: entries)
    let open = try #require(logbook.sessions[SessionID(rawValue: 1)])
    #expect(open.visit.client == "KM", sourceLocation: place)
    #expect(open.undone == [EntryID(rawValue: 7)], sourceLocation: place)
    let signed = try #require(logbook.sessions[SessionID(rawValue: 2)])
    #expect(signed.signature?.bill.totalUnits == 1, sourceLocation: place)

    let date = try Sample.date("2026-11-22")
    let (exercise, activities, manual) = (
      try Sample.code("97110"), try Sample.code("97530"), try Sample.code("97140")
    )
    #expect(
      try journal.visits(matching: VisitQuery()) == [
        PastVisit(
          session: SessionID(rawValue: 2), client: "JT", discipline: .physicalTherapy, date: date,
          payer: "Medicare B", clinician: "A. Reyes", standing: .signed, codes: [manual], units: 1,
          minutes: 20, isTreated: true),
        PastVisit(
          session: SessionID(rawValue: 1), client: "KM", discipline: .physicalTherapy, date: date,
          payer: "Medicare B", clinician: "A. Reyes", standing: .open,
          codes: [exercise, activities], isTreated: true),
      ], sourceLocation: place)
  }

  @Test func itIsBroughtUpToDateWhenItIsOpenedToWrite() throws {
    try layVersionOne()
    let journal = try Journal.open(folder)
    try expectItsVisits(in: journal)
    var draft = try Sample.draft(.paused, 1)
    draft.reason = "a late thought"
    let entry = try journal.append(draft)
    journal.close()
    #expect(try Journal.open(folder).entries().last == entry)
  }

  @Test func itIsReadAndLeftAsItIs() throws {
    try layVersionOne()
    let file = URL(fileURLWithPath: folder.journal)
    let before = try Data(contentsOf: file)
    let journal = try Journal.openForReading(at: folder.journal)
    #expect(journal.isCopy)
    try expectItsVisits(in: journal)
    #expect(throws: JournalError.self) { try journal.append(try Sample.draft(.paused, 1)) }
    #expect(throws: JournalError.self) { try journal.keep([:], of: "visit") }
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func itIsReadInAFolderWhereNothingCanBeWritten() async throws {
    try layVersionOne()
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      // Rights do not bind root, so the test goes on as somebody whom they do.
      if geteuid() == 0 {
        for name in [path, path + "/journal.sqlite"] { chown(name, 65534, 65534) }
        setegid(65534)
        seteuid(65534)
      }
      chmod(path + "/journal.sqlite", 0o400)
      chmod(path, 0o500)
      let journal = try Journal.openForReading(at: path + "/journal.sqlite")
      #expect(try journal.entries().count == 17)
      #expect(try journal.visits(matching: VisitQuery(words: ["jt"])).count == 1)
      chmod(path, 0o700)
    }
  }

  /// The fixtures were made without a log beside them; a program that was killed leaves one.
  @Test func itIsReadWithTheLogThatAKilledProgramLeft() throws {
    try layVersionOne()
    let killed = try DatabaseQueue(path: folder.journal, configuration: .writing)
    try killed.write {
      try $0.execute(
        sql: """
          INSERT INTO entries VALUES (18, 1795328100000, 1, 1, 'b1', 0, '2026-11-22', 'A. Reyes',
            'added', '{"added":{"code":"97112"}}');
          INSERT INTO entry_sessions VALUES (18, 0, 1);
          """)
    }
    let journal = try Journal.openForReading(at: folder.journal)
    #expect(try journal.entries().last?.id == EntryID(rawValue: 18))
    #expect(try journal.visits(matching: VisitQuery(words: ["km"])).first?.codes.count == 3)
    try killed.close()
  }
}
