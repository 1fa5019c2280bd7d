import Billing
import GRDB
import SessionLog
import Testing

@testable import Journal

/// Reading what matters of a long history: whole days, and what is tied to them.
@Suite struct SelectionTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  /// Sessions 1 to 5: yesterday's A (signed) and B (open at midnight), today's A and C, and one of
  /// long ago, signed.
  private func journal() throws -> Journal {
    let journal = try Journal.inMemory()
    try journal.append(try Sample.opening(of: "A", on: "2026-11-20"))
    try journal.append(try Sample.opening(of: "B", on: "2026-11-20"))
    try journal.append(try Sample.opening(of: "A", on: "2026-11-21"))
    try journal.append(try Sample.opening(of: "C", on: "2026-11-21"))
    try journal.append(try Sample.opening(of: "D", on: "2020-01-02"))
    try journal.append(try Sample.draft(.signed(try Sample.signature()), 1))
    try journal.append(try Sample.draft(.signed(try Sample.signature()), 5))
    return journal
  }

  private func sessions(_ selection: Selection, in journal: Journal) throws -> Set<Int64> {
    Set(try journal.entries(of: selection).flatMap(\.sessions).map(\.rawValue))
  }

  @Test func theSessionsOfOneDayAreReadTogether() throws {
    let journal = try journal()
    #expect(try sessions(.day(try Sample.date("2026-11-20")), in: journal) == [1, 2])
    #expect(try sessions(.day(try Sample.date("2026-11-22")), in: journal) == [])
    #expect(try sessions(.session(SessionID(rawValue: 4)), in: journal) == [3, 4])
    #expect(try sessions(.session(SessionID(rawValue: 9)), in: journal) == [])
  }

  @Test func aClientIsReadWithTheWholeOfTheirDays() throws {
    let journal = try journal()
    #expect(try sessions(.client("A"), in: journal) == [1, 2, 3, 4])
    #expect(try sessions(.client("D"), in: journal) == [5])
    // However the initials were typed.
    #expect(try sessions(.client("a"), in: journal) == [1, 2, 3, 4])
    #expect(try sessions(.client("Z"), in: journal) == [])
  }

  /// Session 6 is A's of the year before; sessions 1 and 2 are of one day, 3 and 4 of another.
  @Test func aClientsYearIsReadWithoutTheOthersOfItsDays() throws {
    let journal = try journal()
    try journal.append(try Sample.opening(of: "a", on: "2025-12-31"))
    #expect(try sessions(.year(of: "A", 2026), in: journal) == [1, 3])
    #expect(try sessions(.year(of: " a", 2025), in: journal) == [6])
    #expect(try sessions(.year(of: "A", 2024), in: journal) == [])
    // One session comes with its day, and with its client's year.
    #expect(try sessions(.session(SessionID(rawValue: 3)), in: journal) == [1, 3, 4])
  }

  @Test func aYearBringsTheSessionsThatItsEntriesStopped() throws {
    let journal = try journal()
    try journal.append(try Sample.draft(.started(code: try Sample.code("97110")), 3, 4))
    #expect(try sessions(.year(of: "A", 2026), in: journal) == [1, 3, 4])
  }

  @Test func theProgramOpensWithTodayAndWhatIsNotSigned() throws {
    let journal = try journal()
    // Session 2 of the day before is not signed; session 1 is of its day.
    #expect(try sessions(.current(on: try Sample.date("2026-11-21")), in: journal) == [1, 2, 3, 4])
    for session in Int64(2)...4 {
      try journal.append(try Sample.draft(.signed(try Sample.signature()), session))
    }
    #expect(try sessions(.current(on: try Sample.date("2026-11-21")), in: journal) == [3, 4])
    #expect(try sessions(.current(on: try Sample.date("2026-11-22")), in: journal) == [])
  }

  @Test func aSessionOfBeforeComesWithThoseItIsBilledWith() throws {
    let journal = try journal()
    try journal.append(try Sample.opening(of: "a", on: "2026-11-20"))
    #expect(try sessions(.one(SessionID(rawValue: 1)), in: journal) == [1, 6])
    #expect(try sessions(.one(SessionID(rawValue: 2)), in: journal) == [2])
    #expect(try sessions(.one(SessionID(rawValue: 9)), in: journal) == [])
    try journal.append(try Sample.draft(.started(code: try Sample.code("97110")), 6, 2))
    #expect(try sessions(.one(SessionID(rawValue: 1)), in: journal) == [1, 2, 6])
  }

  @Test func aPlannedVisitIsThereFromTheDayItWasPlanned() throws {
    let journal = try Journal.inMemory()
    try journal.append(try Sample.opening(on: "2027-03-01"))
    #expect(try sessions(.current(on: try Sample.date("2026-11-21")), in: journal) == [1])
  }

  @Test func anEntryOverMidnightBringsBothItsSessions() throws {
    let journal = try journal()
    let stops = try journal.append(try Sample.draft(.started(code: try Sample.code("97110")), 3, 2))
    let day = try journal.entries(of: .day(try Sample.date("2026-11-20")))
    #expect(day.contains(stops))
    #expect(Set(day.flatMap(\.sessions).map(\.rawValue)) == [1, 2, 3, 4])
  }

  @Test func theIndexCanBeMadeAgainFromTheEntries() throws {
    let journal = try Journal.open(folder)
    try journal.append(try Sample.opening(of: "A"))
    try journal.append(try Sample.opening(of: "B"))
    try journal.append(try Sample.draft(.signed(try Sample.signature()), 1))
    let before = try journal.visits(matching: VisitQuery())
    #expect(before.map(\.standing) == [.open, .signed])

    try DatabaseQueue(path: folder.journal).write {
      try $0.execute(sql: "DELETE FROM sessions; DELETE FROM session_codes")
    }
    #expect(try journal.visits(matching: VisitQuery()).isEmpty)
    try journal.rebuildIndex()
    #expect(try journal.visits(matching: VisitQuery()) == before)
  }

  /// A long history costs nothing: today is found by an index, never by reading every session.
  @Test func noSelectionReadsTheWholeHistory() throws {
    try Journal.open(folder).close()
    let day = try Sample.date("2026-11-21")
    let selections: [Selection] = [
      .current(on: day), .day(day), .client("A"), .session(SessionID(rawValue: 1)),
      .one(SessionID(rawValue: 1)), .year(of: "A", 2026),
    ]
    try DatabaseQueue(path: folder.journal).read { db in
      for selection in selections {
        let condition = try #require(selection.condition)
        let plan = try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN SELECT * FROM entries WHERE \(condition.sql)",
          arguments: condition.arguments
        ).map { $0["detail"] as String }
        #expect(!plan.contains { $0.hasPrefix("SCAN entries") || $0.hasPrefix("SCAN sessions") })
        #expect(!plan.contains { $0.hasPrefix("SCAN entry_sessions") })
      }
    }
  }
}
