import Foundation

/// Holds the right to write in a journal: one program at a time.
///
/// The lock is the kernel's, on a file beside the journal, so that it ends with the program however
/// that ends. The file stays and says who had it last: taking it away could let two programs hold
/// two files of the same name.
final class WriterLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock, or throws ``JournalError/inUse(path:holder:)``.
  ///
  /// `now` is the wall clock in milliseconds.
  init(for journal: JournalFile, now: Int64) throws(JournalError) {
    let path = Self.path(for: journal)
    // Closed in children: a lock that one of them kept would outlive this program.
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw journal.failure(errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      let holder = Self.holder(at: path)
      close(descriptor)
      throw reason == EWOULDBLOCK
        ? .inUse(path: journal.path, holder: holder) : journal.failure(reason)
    }
    self.descriptor = descriptor
    // Who holds it is a courtesy: on a full disk the lock still counts.
    fchmod(descriptor, 0o600)
    let text = Array("\(getpid()) \(now)\n".utf8)
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, text, text.count, 0) }
  }

  deinit { close(descriptor) }

  static func path(for journal: JournalFile) -> String { journal.path + "-lock" }

  private static func holder(at path: String) -> JournalError.Holder? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let process = Int32(words[0]), let since = Int64(words[1]) else {
      return nil
    }
    return JournalError.Holder(process: process, since: since)
  }
}
