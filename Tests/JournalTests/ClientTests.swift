import Billing
import GRDB
import SessionLog
import Testing

@testable import Journal

/// What is known of clients: entries that name no session, the latest of each record.
@Suite struct ClientTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func record(_ client: String, _ discipline: Discipline, _ payer: String) -> ClientRecord {
    ClientRecord(client: client, discipline: discipline, payer: payer)
  }

  private func state(_ record: ClientRecord, in journal: Journal) throws -> Entry {
    try journal.append(try Sample.draft(.clientStated(record)))
  }

  @Test func aRecordNamesNoSession() throws {
    let journal = try Journal.inMemory()
    let entry = try state(record("KM", .physicalTherapy, "Aetna"), in: journal)
    #expect(entry.sessions == [])
    #expect(try journal.entries() == [entry])
    #expect(try journal.entries(after: EntryID(rawValue: 0)) == [entry])
  }

  @Test func anyOtherEntryWithoutASessionIsNamed() throws {
    let journal = try Journal.open(folder)
    journal.close()
    try DatabaseQueue(path: folder.journal).write {
      try $0.execute(
        sql: """
          INSERT INTO entries (wall, steady, awake, boot, utc_offset, local_day, author, name, kind)
          VALUES (0, 0, 0, 'b', 0, '2026-11-21', 'A', 'paused', '{"paused":{}}')
          """)
    }
    #expect(
      throws: JournalError.unreadable(
        entry: EntryID(rawValue: 1), detail: "it names no session")
    ) {
      try Journal.openForReading(at: folder.journal).entries()
    }
  }

  @Test func theLatestRecordOfEachDisciplineIsGiven() throws {
    let journal = try Journal.inMemory()
    _ = try state(record("KM", .physicalTherapy, "Aetna"), in: journal)
    let speech = try state(record("km ", .speechLanguagePathology, "Aetna"), in: journal)
    let latest = try state(record(" km", .physicalTherapy, "Medicare B"), in: journal)
    _ = try state(record("JT", .physicalTherapy, "Cigna"), in: journal)
    let key = ClientKey(client: "KM", discipline: .physicalTherapy)
    #expect(try journal.records(of: key) == [speech, latest])
    #expect(try journal.records(of: ClientKey(client: "X", discipline: .physicalTherapy)) == [])
  }

  @Test func sessionsComeWithTheRecordsOfTheirClients() throws {
    let journal = try Journal.inMemory()
    let day = try Sample.date("2026-11-21")
    let known = try state(record("km", .physicalTherapy, "Aetna"), in: journal)
    let other = try state(record("JT", .physicalTherapy, "Aetna"), in: journal)
    let opening = try journal.append(try Sample.opening(of: "KM"))
    let session = try #require(opening.sessions.first)
    for selection in [
      Selection.current(on: day), .day(day), .client("KM"), .session(session), .one(session),
      .year(of: "KM", 2026),
    ] {
      #expect(try journal.entries(of: selection) == [known, opening])
    }
    #expect(try journal.entries() == [known, other, opening])
  }

  @Test func theIndexOfTheClientsCanBeMadeAgain() throws {
    let journal = try Journal.open(folder)
    _ = try state(record("KM", .physicalTherapy, "Aetna"), in: journal)
    let latest = try state(record("KM", .physicalTherapy, "Cigna"), in: journal)
    let key = ClientKey(client: "KM", discipline: .physicalTherapy)
    try DatabaseQueue(path: folder.journal).write { try $0.execute(sql: "DELETE FROM clients") }
    #expect(try journal.records(of: key) == [])
    try journal.rebuildIndex()
    #expect(try journal.records(of: key) == [latest])
  }
}
