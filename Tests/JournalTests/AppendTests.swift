import Billing
import GRDB
import SessionLog
import Testing

@testable import Journal

/// What is recorded comes back in order, and nothing changes it.
@Suite struct AppendTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test func entriesAndSessionsAreNumberedFromOne() throws {
    let journal = try Journal.inMemory()
    let first = try journal.append(try Sample.opening(of: "A"))
    let second = try journal.append(try Sample.opening(of: "B"))
    let exercise = try Sample.code("97110")
    let third = try journal.append(try Sample.draft(.started(code: exercise), 2, 1))

    #expect([first, second, third].map(\.id.rawValue) == [1, 2, 3])
    #expect(first.sessions == [SessionID(rawValue: 1)])
    #expect(second.sessions == [SessionID(rawValue: 2)])
    #expect(third.sessions == [SessionID(rawValue: 2), SessionID(rawValue: 1)])
    #expect(try journal.entries() == [first, second, third])
    #expect(try journal.entries(after: first.id) == [second, third])
    #expect(try journal.entries(after: third.id).isEmpty)
  }

  @Test func anEntryOfASessionThatIsNotThereIsRefused() throws {
    let journal = try Journal.inMemory()
    try journal.append(try Sample.opening())
    #expect(throws: JournalError.unknownSession(SessionID(rawValue: 9))) {
      try journal.append(try Sample.draft(.paused, 1, 9))
    }
    #expect(throws: JournalError.unknownSession(nil)) {
      try journal.append(try Sample.draft(.paused))
    }
    #expect(try journal.entries().count == 1)
  }

  @Test func severalEntriesOfOneKeyAreOnDiskTogetherOrNotAtAll() throws {
    let journal = try Journal.open(folder)
    try journal.append(try Sample.opening())
    let both = [try Sample.draft(.paused, 1), try Sample.draft(.resumed, 1)]
    #expect(try journal.append(both).map(\.id.rawValue) == [2, 3])
    #expect(throws: JournalError.unknownSession(SessionID(rawValue: 9))) {
      try journal.append(both + [try Sample.draft(.paused, 9)])
    }
    journal.close()
    #expect(try Journal.open(folder).entries().map(\.id.rawValue) == [1, 2, 3])
  }

  @Test func anEntryKeepsWhyItWasMade() throws {
    let journal = try Journal.open(folder)
    try journal.append(try Sample.opening())
    var draft = try Sample.draft(.secondsTyped(code: try Sample.code("97110"), seconds: 60), 1)
    draft.reason = "the clock was not started \u{1F600}"
    let entry = try journal.append(draft)
    #expect(entry.reason == draft.reason)
    journal.close()
    #expect(try Journal.open(folder).entries().map(\.reason) == [nil, draft.reason])
  }

  @Test(arguments: [
    "UPDATE entries SET author = 'X'", "UPDATE entries SET reason = 'X'",
    "DELETE FROM entries",
    "REPLACE INTO entries SELECT * FROM entries WHERE id = 1",
    "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE id = 1",
    "UPDATE entry_sessions SET session = 2",
    "DELETE FROM entry_sessions",
    "REPLACE INTO entry_sessions SELECT * FROM entry_sessions",
    "REPLACE INTO entry_sessions SELECT entry, 7, session FROM entry_sessions",
  ])
  func anotherProgramCannotRewriteIt(_ statement: String) throws {
    let before: [Entry]
    do {
      let journal = try Journal.open(folder)
      try journal.append(try Sample.opening())
      try journal.append(try Sample.draft(.paused, 1))
      before = try journal.entries()
    }
    let other = try DatabaseQueue(path: folder.journal)
    let refusal = #expect(throws: DatabaseError.self) {
      try other.write { try $0.execute(sql: statement) }
    }
    #expect(refusal?.message == "the journal is append-only")
    #expect(try Journal.openForReading(at: folder.journal).entries() == before)
  }

  @Test(arguments: [
    "'{\"paused\":{}}', 'resumed'", "'paused', 'paused'", "'[]', 'paused'",
    "'{\"paused\":1}', 'paused'",
  ])
  func anotherProgramCannotStoreWhatIsNoKind(_ kindAndName: String) throws {
    try Journal.open(folder).close()
    let other = try DatabaseQueue(path: folder.journal)
    let refusal = #expect(throws: DatabaseError.self) {
      try other.write {
        try $0.execute(
          sql: """
            INSERT INTO entries
              (wall, steady, awake, boot, utc_offset, local_day, author, kind, name)
            VALUES (0, 0, 0, 'b', 0, '2026-11-21', 'A', \(kindAndName))
            """)
      }
    }
    #expect(refusal?.resultCode == .SQLITE_CONSTRAINT)
  }

  @Test(arguments: [
    "9007199254740993, 0, 0", "0, -9223372036854775808, 0", "0, 0, 9223372036854775807",
  ])
  func aClockThatCannotBeIsNamed(_ clocks: String) throws {
    let journal = try Journal.open(folder)
    try journal.append(try Sample.opening())
    journal.close()
    try DatabaseQueue(path: folder.journal).write {
      try $0.execute(
        sql: """
          INSERT INTO entries VALUES
            (41, \(clocks), 'b', 0, '2026-11-21', 'A', 'paused', '{"paused":{}}', NULL);
          INSERT INTO entry_sessions VALUES (41, 0, 1);
          """)
    }
    let error = #expect(throws: JournalError.self) {
      try Journal.openForReading(at: folder.journal).entries()
    }
    #expect(error?.description.hasPrefix("Entry 41 of the journal cannot be read: its ") == true)
    #expect(error?.description.contains(" clock cannot be ") == true)
  }

  @Test func anEntryOfUnknownKindIsNamed() throws {
    let journal = try Journal.open(folder)
    try journal.append(try Sample.opening())
    journal.close()
    try DatabaseQueue(path: folder.journal).write {
      try $0.execute(
        sql: """
          INSERT INTO entries VALUES
            (41, 0, 0, 0, 'b', 0, '2026-11-21', 'A', 'danced', '{"danced":{}}', NULL);
          INSERT INTO entry_sessions VALUES (41, 0, 1);
          """)
    }
    let error = #expect(throws: JournalError.self) {
      try Journal.openForReading(at: folder.journal).entries()
    }
    guard case .unreadable(EntryID(rawValue: 41), _) = error else {
      Issue.record("not named: \(String(describing: error))")
      return
    }
    #expect(error?.exitCode == 65)
  }
}
