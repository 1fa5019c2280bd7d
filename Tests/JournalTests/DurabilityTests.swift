import Foundation
import GRDB
import SessionLog
import Testing

@testable import Journal

/// An entry is on disk when `append` returns, whatever happens to the program or the disk next.
///
/// What ends or hobbles a process happens in a process of its own.
@Suite struct DurabilityTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test func aCommitWaitsForTheDisk() throws {
    let journal = try Journal.open(folder)
    defer { journal.close() }
    let queue = try DatabaseQueue(path: folder.journal, configuration: .writing)
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    #expect(try queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test func killingTheProgramLosesNothing() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.journal as String] in
      let journal = try Journal.open(at: path, now: 0)
      try journal.append(try Sample.opening())
      try journal.append(try Sample.draft(.started(code: try Sample.code("97110")), 1))
      kill(getpid(), SIGKILL)
    }
    // The kernel has let go of the lock, and the file is read back from what lies beside it.
    let journal = try Journal.open(folder)
    #expect(
      try journal.entries().map(\.kind)
        == [try Sample.opening().kind, .started(code: try Sample.code("97110"))])
  }

  @Test func aKillWhileTheJournalBeginsLeavesOneThatCanBegin() throws {
    try Data().write(to: URL(fileURLWithPath: folder.journal))
    #expect(throws: JournalError.missing(path: folder.journal)) {
      try Journal.openForReading(at: folder.journal)
    }
    #expect(try Journal.open(folder).entries().isEmpty)
  }

  @Test func aFullDiskRefusesAnEntryWholeAndRoomMakesItGoOn() async throws {
    await #expect(processExitsWith: .success) { [path = folder.journal as String] in
      // A limit on the size of files stands for the full disk: the same write fails in the same
      // place.
      signal(SIGXFSZ, SIG_IGN)
      let journal = try Journal.open(at: path, now: 0)
      try journal.append(try Sample.opening())
      var limit = rlimit()
      getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let whole = limit.rlim_cur
      limit.rlim_cur = 256 * 1024
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)

      var recorded = 1
      let error = #expect(throws: JournalError.self) {
        for _ in 1...10_000 {
          try journal.append(try Sample.draft(.pauseReason(String(repeating: "x", count: 500)), 1))
          recorded += 1
        }
      }
      #expect(error?.exitCode == 74)
      #expect(recorded > 1)
      #expect(try journal.entries().count == recorded)

      limit.rlim_cur = whole
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let next = try journal.append(try Sample.draft(.paused, 1))
      #expect(next.id.rawValue == Int64(recorded + 1))
      #expect(try journal.entries().last == next)
      journal.close()
    }
    let reopened = try Journal.open(folder)
    #expect(try reopened.entries().last?.kind == .paused)
  }

  @Test func whatMayNotBeWrittenSaysSoAndCanStillBeRead() async throws {
    let journal = try Journal.open(folder)
    try journal.append(try Sample.opening())
    journal.close()
    await #expect(processExitsWith: .success) { [path = folder.path as String] in
      let file = path + "/journal.sqlite"
      // Rights do not bind root, so the test goes on as somebody whom they do.
      if geteuid() == 0 {
        for name in [path, file, file + "-lock"] { chown(name, 65534, 65534) }
        setegid(65534)
        seteuid(65534)
      }
      func writingFails(with error: JournalError) {
        #expect(throws: error) { try Journal.open(at: file, now: 0) }
      }
      chmod(path, 0o500)
      let archived = try Journal.openForReading(at: file)
      #expect(try archived.entries().count == 1)
      #expect(throws: JournalError.notWritable(path: path + "/new", detail: "Permission denied")) {
        try Journal.open(at: path + "/new", now: 0)
      }

      chmod(path, 0o700)
      chmod(file, 0o400)
      writingFails(with: .notWritable(path: file, detail: "Permission denied"))
      let readable = try Journal.openForReading(at: file)
      #expect(try readable.entries().count == 1)

      chmod(file, 0o000)
      writingFails(with: .notReadable(path: file, detail: "Permission denied"))
    }
  }
}
