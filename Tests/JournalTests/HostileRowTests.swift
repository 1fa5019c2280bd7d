import Foundation
import GRDB
import SessionLog
import Testing

@testable import Billing
@testable import Journal

/// What another program wrote into the file is refused by name; nothing is counted with it.
@Suite struct HostileRowTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func signed(units: Int) throws -> Draft {
    var signature = try Sample.signature()
    signature.bill.charges[0].units = units
    return try Sample.draft(.signed(signature), 1)
  }

  /// A journal of one signed visit, in whose rows another program then does as it likes.
  private func journal(changedBy statement: String) throws {
    do {
      let journal = try Journal.open(folder)
      try journal.append(try Sample.opening())
      try journal.append(try signed(units: 7))
    }
    try DatabaseQueue(path: folder.journal).write { try $0.execute(sql: statement) }
  }

  private let hugeUnits = """
    DROP TRIGGER entries_keep_update;
    UPDATE entries SET kind = replace(kind, '"units":7', '"units":9223372036854775807');
    """

  @Test func aSignatureOfUnitsThatNobodyHasIsNamed() throws {
    try journal(changedBy: hugeUnits)
    let error = #expect(throws: JournalError.self) {
      try Journal.openForReading(at: folder.journal).entries()
    }
    #expect(
      error
        == .unreadable(
          entry: EntryID(rawValue: 2),
          detail: "\(Int.max) units of 97110 are not from 0 to 999"))
  }

  @Test func theIndexIsNotMadeOfIt() throws {
    try journal(changedBy: hugeUnits)
    let journal = try Journal.open(folder)
    #expect(throws: JournalError.self) { try journal.rebuildIndex() }
    #expect(try journal.visits(matching: VisitQuery()).map(\.units) == [7])
  }

  @Test func whatCannotBeReadAgainIsNotWritten() throws {
    let journal = try Journal.open(folder)
    try journal.append(try Sample.opening())
    let error = #expect(throws: JournalError.self) { try journal.append(try signed(units: .max)) }
    #expect(error?.description.contains("units of 97110 are not from 0 to 999") == true)
    #expect(try journal.entries().count == 1)
  }

  @Test(arguments: ["units = 1000", "units = -1", "minutes = 9223372036854775807"])
  func theIndexTakesNoSuchNumber(_ change: String) throws {
    let refusal = #expect(throws: DatabaseError.self) {
      try journal(changedBy: "UPDATE sessions SET \(change)")
    }
    #expect(refusal?.resultCode == .SQLITE_CONSTRAINT)
  }

  /// Its tables may be of a version that did not check, or made by another program.
  @Test(arguments: ["units = 1000", "units = -1", "minutes = 9223372036854775807"])
  func anIndexThatHoldsOneIsNotReckonedWith(_ change: String) throws {
    try journal(changedBy: "PRAGMA ignore_check_constraints = ON; UPDATE sessions SET \(change)")
    let error = #expect(throws: JournalError.self) {
      try Journal.openForReading(at: folder.journal).visits(matching: VisitQuery())
    }
    #expect(error?.description.contains("holds what cannot be") == true)
  }

  @Test func noSessionIsNumberedAfterTheLastThereCanBe() throws {
    try journal(changedBy: "INSERT INTO entry_sessions VALUES (1, 1, 9223372036854775807)")
    let journal = try Journal.open(folder)
    let error = #expect(throws: JournalError.self) { try journal.append(try Sample.opening()) }
    #expect(error?.description.contains("no session can be numbered after") == true)
  }
}
