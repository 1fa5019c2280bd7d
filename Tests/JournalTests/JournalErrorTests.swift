import SessionLog
import Testing

@testable import Journal

/// Each failure says what happened, what is safe and what to do, and ends a command with its
/// number.
@Suite struct JournalErrorTests {
  private static let holder = JournalError.Holder(process: 42, since: 0)

  @Test(arguments: [
    (JournalError.missing(path: "/j"), Int32(1)),
    (.isFolder(path: "/j"), 1),
    (.foreign(path: "/j"), 65),
    (.newer(path: "/j"), 1),
    (.damaged(path: "/j", detail: "torn"), 65),
    (.unreadable(entry: EntryID(rawValue: 7), detail: "torn"), 65),
    (.inUse(path: "/j", holder: holder), 1),
    (.inUse(path: "/j", holder: nil), 1),
    (.notWritable(path: "/j", detail: "no"), 1),
    (.notReadable(path: "/j", detail: "no"), 1),
    (.disk(path: "/j", detail: "full"), 74),
    (.unknownSession(nil), 1),
    (.other(path: "/j", detail: "?"), 1),
  ])
  func itEndsACommandWithItsNumberAndInASentence(_ error: JournalError, _ code: Int32) {
    #expect(error.exitCode == code)
    #expect(error.description.hasSuffix("."))
    #expect(!error.description.contains("\n"))
  }

  @Test func whoWritesIsNamed() {
    #expect(
      JournalError.inUse(path: "/j", holder: Self.holder).description
        == "The journal /j is open in another unitclock (process 42). Its clocks go on. "
        + "Go back to that one, or look at the journal without writing.")
  }
}
