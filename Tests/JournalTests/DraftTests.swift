import Foundation
import GRDB
import SessionLog
import Testing

@testable import Journal

/// What was typed into forms outlives the program, until it is stored or thrown away.
@Suite struct DraftTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test func theLastTextOfEachFormIsThereAgain() throws {
    let journal = try Journal.open(folder)
    try journal.keep(["client": "K"], of: "visit")
    try journal.keep(["client": "KM \"é\n"], of: "visit")
    try journal.keep([:], of: "addendum 12")
    journal.close()
    let again = try Journal.open(folder)
    #expect(try again.drafts() == ["visit": ["client": "KM \"é\n"], "addendum 12": [:]])
    try again.keep(nil, of: "visit")
    try again.keep(nil, of: "never there")
    #expect(try again.drafts() == ["addendum 12": [:]])
  }

  @Test func theyAreNoEntries() throws {
    let journal = try Journal.inMemory()
    try journal.keep(["client": "K"], of: "visit")
    #expect(try journal.entries().isEmpty)
  }

  @Test func killingTheProgramLosesNoText() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.journal as String] in
      let journal = try Journal.open(at: path, now: 0)
      try journal.keep(["text": "the knee"], of: "addendum 1")
      kill(getpid(), SIGKILL)
    }
    #expect(try Journal.open(folder).drafts() == ["addendum 1": ["text": "the knee"]])
  }

  /// A typed key need not wait for the disk; an entry that follows must.
  @Test func theyAreKeptWithoutWaitingAndEntriesAreNot() throws {
    let journal = try Journal.open(folder)
    var duringKeep: Int?
    try journal.writeWithoutWaiting { duringKeep = try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    #expect(duringKeep == 1)
    func waits() throws -> Bool {
      try journal.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2
    }
    #expect(try waits())
    #expect(throws: JournalError.self) {
      try journal.writeWithoutWaiting { db in
        try db.execute(sql: "INSERT INTO drafts VALUES ('a', '{')")
      }
    }
    #expect(try waits())
    #expect(try journal.drafts().isEmpty)
  }

  @Test func aDraftThatAnotherProgramSpoiltIsNoReasonNotToStart() throws {
    let journal = try Journal.open(folder)
    try journal.keep(["client": "K"], of: "visit")
    try DatabaseQueue(path: folder.journal).write {
      try $0.execute(sql: "INSERT INTO drafts VALUES ('odd', '[1]')")
    }
    #expect(try journal.drafts() == ["visit": ["client": "K"]])
  }

  @Test func whoLooksOnKeepsNothing() throws {
    let writer = try Journal.open(folder)
    let reader = try Journal.openForReading(at: folder.journal)
    #expect(throws: JournalError.self) { try reader.keep(["client": "K"], of: "visit") }
    #expect(try writer.drafts().isEmpty)
  }
}
