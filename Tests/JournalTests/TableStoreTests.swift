import Billing
import Foundation
import GRDB
import SessionLog
import Testing

@testable import Journal

/// Imported tables on disk: one of a sort and kind, whole or not at all.
@Suite struct TableStoreTests {
  private let files: TableFiles
  private let path: String

  init() throws {
    let folder = try TemporaryFolder()
    files = TableFiles(folder: folder)
    path = TableStore.path(beside: folder.path + "/unitclock/journal.sqlite")
  }

  private func pairs(
    _ column2: String, _ kind: TableSource.Kind = .practitioner
  ) throws -> OfficialTable {
    let name = kind == .practitioner ? "ccipra-v322r0.txt" : "ccioph-v322r0.txt"
    return try TableFiles.read(
      .pairs, try files.pairs("97161 \(column2) - 20170101 * 0", as: name))
  }

  private func minute(_ minute: Int64) -> WallTime {
    WallTime(milliseconds: minute * 60_000, utcOffset: -18_000)
  }

  @Test func whereNothingWasImportedNothingIsMade() throws {
    #expect(try TableStore.openForReading(at: path) == nil)
    #expect(try files.folder.files().isEmpty)
  }

  @Test func theFileIsForItsOwnerAloneAndBesideTheJournal() throws {
    let store = try TableStore.open(at: path)
    try store.replace(with: pairs("97750"), at: minute(1))
    #expect(path == files.folder.path + "/unitclock/tables.sqlite")
    for (name, mode) in [("", 0o700), ("/tables.sqlite", 0o600), ("/tables.sqlite-wal", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: files.folder.path + "/unitclock" + name)
      #expect(attributes[.posixPermissions] as? Int == mode, "\(name)")
    }
  }

  @Test func aTableTakesThePlaceOfTheOneOfItsSortAndKind() throws {
    let store = try TableStore.open(at: path)
    try store.replace(with: pairs("97750"), at: minute(1))
    try store.replace(with: pairs("97755", .outpatient), at: minute(2))
    try store.replace(with: pairs("97763"), at: minute(3))
    let reader = try #require(try TableStore.openForReading(at: path))
    let tables = try reader.tables().pairs
    #expect(tables.map(\.source.kind) == [.practitioner, .outpatient])
    #expect(tables.map { $0.edits.map(\.column2.description) } == [["97763"], ["97755"]])
    #expect(try reader.imported().map(\.imported) == [minute(3), minute(2)])
  }

  @Test func everythingThatWasReadComesBack() throws {
    let limits = try TableFiles.read(
      .limits,
      try files.write(
        TableFiles.limitHeader + "97110,6,3 Clinical,D\n97161,1,2 Policy,D\n",
        as: "MCR_MUE_OutpatientHospitalServices_Eff_07-01-2026.csv"))
    let addOns = try TableFiles.read(
      .addOns,
      try files.write(
        TableFiles.addOnHeader
          + "97129,97130,1\n97545,97546,1\n97550,97551,3\n97129,97551,1\n,90913,2\n",
        as: "addons.csv"))
    let pairs = try TableFiles.read(
      .pairs,
      try files.pairs("97161 97750 * 20170101 * 0", "97530 97116 - 20180101 20191231 1"))
    let store = try TableStore.open(at: path)
    for table in [limits, addOns, pairs] { try store.replace(with: table, at: minute(1)) }

    #expect(
      try store.imported().map(\.description)
        == [pairs.description, addOns.description, limits.description])
    let read = try store.tables()
    #expect(read.pairs.map { .pairs($0.edits) } == [pairs.rows])
    #expect(read.limits.map { .limits($0.limits) } == [limits.rows])
    #expect(read.limits[0].source.title == "CMS outpatient daily limits of 2026-07-01")
    #expect(
      read.limits[0].source.file == "MCR_MUE_OutpatientHospitalServices_Eff_07-01-2026.csv")
    // Only where the table names every primary code can a missing one be told.
    #expect(
      try #require(read.addOns).primaries == [
        try Sample.code("97130"): [try Sample.code("97129")],
        try Sample.code("97546"): [try Sample.code("97545")],
      ])
  }

  @Test func aReaderThatIsOpenSeesTheOldTableUntilTheNewOneIsWhole() throws {
    let store = try TableStore.open(at: path)
    try store.replace(with: pairs("97750"), at: minute(1))
    let reader = try #require(try TableStore.openForReading(at: path))
    let before = try reader.tables().pairs.map(\.edits)
    // A row that the database refuses ends the import in its middle.
    var impossible = try pairs("97755")
    impossible.description.rowsKept = impossible.description.rowsRead + 1
    #expect(throws: TableStoreError.self) {
      try store.replace(with: impossible, at: minute(2))
    }
    #expect(try reader.tables().pairs.map(\.edits) == before)
    try store.replace(with: pairs("97755"), at: minute(3))
    #expect(try reader.tables().pairs[0].edits[0].column2.description == "97755")
  }

  @Test func anImportThatWasKilledBeforeTheFirstTableLeavesNone() throws {
    try JournalFile(path: path, mark: TableStore.applicationID).prepareForWriting()
    #expect(try TableStore.openForReading(at: path) == nil)
    try TableStore.open(at: path).replace(with: pairs("97750"), at: minute(1))
    #expect(try TableStore.openForReading(at: path)?.tables().pairs.count == 1)
  }

  @Test func whatIsNotOursOrNewerOrDamagedIsToldAndLeftAsItIs() throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = URL(fileURLWithPath: path)
    try expectLeftAlone(.foreign(path: path)) { try Data("some text\n".utf8).write(to: file) }
    try expectLeftAlone(.foreign(path: path)) {
      try Journal.open(at: path, now: 0).close()
    }
    try expectLeftAlone(.newer(path: path)) {
      try TableStore.open(at: path).replace(with: pairs("97750"), at: minute(1))
      let later = try DatabaseQueue(path: path)
      try later.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 later')") }
      try later.close()
    }
    try expectLeftAlone(.damaged(path: path, detail: "database disk image is malformed")) {
      try TableStore.open(at: path).replace(with: pairs("97750"), at: minute(1))
      var bytes = try Data(contentsOf: file)
      bytes.replaceSubrange(100..<4096, with: repeatElement(0xFF, count: 3996))
      try bytes.write(to: file)
    }
  }

  private func expectLeftAlone(
    _ cause: JournalError, at place: SourceLocation = #_sourceLocation, _ make: () throws -> Void
  ) throws {
    for ending in ["", "-wal", "-shm", "-lock"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
    try make()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let error = TableStoreError(cause)
    #expect(throws: error, sourceLocation: place) { try TableStore.openForReading(at: path) }
    #expect(throws: error, sourceLocation: place) { try TableStore.open(at: path) }
    #expect(error.exitCode == 1 && error.description.contains(path), sourceLocation: place)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: path)) == before, sourceLocation: place)
  }

  @Test func aFullDiskIsTheDisks() {
    let error = TableStoreError(.disk(path: path, detail: "no space left"))
    #expect(error.exitCode == 74 && error.description.contains("no space left"))
  }
}
