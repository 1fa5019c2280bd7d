import Foundation
import GRDB
import SessionLog
import Testing

@testable import Journal

/// The journal as a file: private, one writer, and what is not ours is left alone.
@Suite struct FileTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func mode(of path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test func aNewJournalIsForItsOwnerAlone() throws {
    let path = folder.path + "/share/unitclock/journal.sqlite"
    let journal = try Journal.open(at: path, now: 0)
    try journal.append(try Sample.opening())
    #expect(try mode(of: folder.path + "/share") == 0o700)
    #expect(try mode(of: folder.path + "/share/unitclock") == 0o700)
    for ending in ["", "-wal", "-shm", "-lock"] {
      #expect(try mode(of: path + ending) == 0o600)
    }
  }

  @Test func aJournalThatOthersCouldReadIsNarrowed() throws {
    try Journal.open(folder).close()
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: folder.journal)
    let journal = try Journal.open(folder)
    try journal.append(try Sample.opening())
    for ending in ["", "-wal", "-shm"] {
      #expect(try mode(of: folder.journal + ending) == 0o600)
    }
  }

  @Test func noFileOfTheJournalIsInheritedByChildren() throws {
    let journal = try Journal.open(folder)
    try journal.append(try Sample.opening())
    let ours = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
      .compactMap(Int32.init).filter { descriptor in
        let link = "/proc/self/fd/\(descriptor)"
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link)
        return target?.contains((folder.path as NSString).lastPathComponent) ?? false
      }
    #expect(ours.count >= 3)
    #expect(ours.allSatisfy { fcntl($0, F_GETFD) & FD_CLOEXEC != 0 })
  }

  @Test func aSecondWriterIsToldWhoWritesAndMayLookOn() throws {
    let writer = try Journal.open(at: folder.journal, now: 1234)
    let opened = try writer.append(try Sample.opening())
    let holder = JournalError.Holder(process: getpid(), since: 1234)
    #expect(throws: JournalError.inUse(path: folder.journal, holder: holder)) {
      try Journal.open(folder)
    }

    let reader = try Journal.openForReading(at: folder.journal)
    #expect(try reader.entries() == [opened])
    let paused = try writer.append(try Sample.draft(.paused, 1))
    #expect(try reader.entries(after: opened.id) == [paused])
    #expect(throws: JournalError.self) { try reader.append(try Sample.draft(.resumed, 1)) }

    writer.close()
    #expect(try Journal.open(folder).entries() == [opened, paused])
  }

  @Test func twoJournalsAreOpenAtOnce() throws {
    let first = try Journal.open(folder)
    let second = try Journal.open(at: folder.path + "/other.sqlite", now: 0)
    try first.append(try Sample.opening(of: "A"))
    #expect(try second.entries().isEmpty)
  }

  @Test func whatIsNotThereIsNotBegunByLookingAtIt() throws {
    #expect(throws: JournalError.missing(path: folder.journal)) {
      try Journal.openForReading(at: folder.journal)
    }
    #expect(try folder.files() == [])
  }

  @Test func aFolderIsNotAJournal() throws {
    #expect(throws: JournalError.isFolder(path: folder.path)) {
      try Journal.open(at: folder.path, now: 0)
    }
  }

  @Test(arguments: ["The quick brown fox\n", String(repeating: "text ", count: 1000)])
  func aFileThatIsNoDatabaseIsLeftAsItIs(_ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.journal))
    try expectLeftAlone(.foreign(path: folder.journal))
    #expect(try folder.files() == ["journal.sqlite"])
  }

  @Test func anotherProgramsDatabaseIsLeftAsItIs() throws {
    let other = try DatabaseQueue(path: folder.journal)
    try other.write { try $0.execute(sql: "CREATE TABLE entries (id); PRAGMA user_version = 7") }
    try other.close()
    try expectLeftAlone(.foreign(path: folder.journal))
    #expect(try folder.files() == ["journal.sqlite"])
  }

  /// Left by a newer program that was killed: its last entries lie beside the file, and stay there.
  @Test func aNewerJournalIsLeftAsItIs() throws {
    let killed = try Journal.open(at: folder.path + "/killed.sqlite", now: 0)
    let later = try DatabaseQueue(path: killed.path)
    try later.write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 something later')")
    }
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: killed.path + ending, toPath: folder.journal + ending)
    }
    killed.close()
    try expectLeftAlone(.newer(path: folder.journal))
  }

  @Test func aDamagedJournalIsLeftAsItIs() throws {
    try Journal.open(folder).close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.journal))
    // The header stays; the table of tables after it is torn.
    bytes.replaceSubrange(100..<4096, with: repeatElement(0xFF, count: 3996))
    try bytes.write(to: URL(fileURLWithPath: folder.journal))
    try expectLeftAlone(
      .damaged(path: folder.journal, detail: "database disk image is malformed"))
  }

  @Test func aJournalCutShortIsLeftAsItIs() throws {
    try Journal.open(folder).close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.journal))
    try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: folder.journal))
    try expectLeftAlone(
      .damaged(path: folder.journal, detail: "database disk image is malformed"))
  }

  /// Neither opening changes a byte of the file or of the log beside it.
  private func expectLeftAlone(
    _ error: JournalError, at place: SourceLocation = #_sourceLocation
  ) throws {
    func contents() throws -> [Data?] {
      ["", "-wal"].map { FileManager.default.contents(atPath: folder.journal + $0) }
        .map { $0?.isEmpty == true ? nil : $0 }
    }
    let before = try contents()
    #expect(throws: error, sourceLocation: place) { try Journal.open(folder) }
    #expect(throws: error, sourceLocation: place) {
      try Journal.openForReading(at: folder.journal)
    }
    #expect(try contents() == before, sourceLocation: place)
  }
}
