import CCrypt
import Foundation
import Glibc
import Interface
import Paperwork
import SessionLog

/// Lets no core file, and no other process of the user, hold what this one has in memory.
func keepMemoryPrivate() {
  var none = rlimit(rlim_cur: 0, rlim_max: 0)
  setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  memory_keep_private()
}

/// The PIN that unlocks the screen, as a slow hash, with the wrong ones since the last right one.
///
/// The file stands beside the journal and can be read by its owner alone. It keeps those out who pass
/// by the screen; who may read the owner's files can read the journal without it.
struct PINFile {
  private let path: String
  /// What the file holds; none where no PIN is set.
  private var stored: Stored?

  private struct Stored: Codable {
    /// As crypt(5) writes it: method, cost and salt stand in it.
    var hash: String
    var attempts = PINAttempts()
  }

  /// The one beside a journal.
  ///
  /// - Throws: ``Failure`` where there is a file that cannot be read: without it the screen would
  ///   stand unlocked.
  init(beside journal: String) throws {
    path = URL(filePath: journal).deletingLastPathComponent().appending(path: "pin").path
    do {
      stored = try Self.read(path)
    } catch {
      throw Failure.badData(
        "\(path.visible): the PIN cannot be read. Remove the file to begin without one.")
    }
  }

  /// Reads it again, for another copy of the program may have written it; what cannot be read leaves
  /// it as it was, so that nothing is unlocked by it.
  mutating func reread() {
    do {
      stored = try Self.read(path)
    } catch {
      return
    }
  }

  private static func read(_ path: String) throws -> Stored? {
    do {
      return try JSONDecoder().decode(Stored.self, from: Data(contentsOf: URL(filePath: path)))
    } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
      return nil
    }
  }

  var isSet: Bool { stored != nil }

  var attempts: PINAttempts { stored?.attempts ?? PINAttempts() }

  /// Whether a typed PIN is the one that is set.
  ///
  /// It counts as wrong on disk until it was found to be right: who ends the program meanwhile gains
  /// no attempt.
  mutating func check(_ pin: String, at now: Moment) -> Bool {
    guard let before = stored else { return true }
    stored?.attempts.addWrong(at: now)
    // A disk that takes nothing must not lock the owner out; the attempts count in memory then.
    try? write()
    guard let hash = Self.hash(pin, with: before.hash), Self.isSame(hash, before.hash) else {
      return false
    }
    stored?.attempts = PINAttempts()
    try? write()
    return true
  }

  /// Sets a PIN, or takes it away.
  ///
  /// - Throws: ``Failure`` with a sentence for the person; then everything is as it was.
  mutating func set(_ pin: String?) throws(Failure) {
    let before = stored
    stored = nil
    if let pin {
      guard let hash = Self.hash(pin) else {
        stored = before
        throw .refused("This system cannot make a hash of the PIN; none was set.")
      }
      stored = Stored(hash: hash)
    }
    do {
      try write()
    } catch {
      stored = before
      throw .disk("The PIN could not be written to \(path.visible); nothing has changed.")
    }
  }

  /// Writes a new file and puts it in the place of the old one, so that half of one never stands
  /// there.
  private func write() throws {
    guard let stored else {
      if unlink(path) != 0, errno != ENOENT { throw CocoaError(.fileWriteUnknown) }
      return
    }
    let draft = path + ".new"
    // One that a crash left would be written over with the rights that it has.
    unlink(draft)
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw CocoaError(.fileWriteUnknown) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    try handle.write(contentsOf: JSONEncoder().encode(stored))
    try handle.synchronize()
    try handle.close()
    guard rename(draft, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  // MARK: The hash

  /// yescrypt at the cost that crypt(5) recommends: some tenths of a second at each attempt.
  private static func hash(_ pin: String) -> String? {
    guard let setting = crypt_gensalt_ra("$y$", 0, nil, 0) else { return nil }
    defer { free(setting) }
    return hash(pin, with: String(cString: setting))
  }

  /// - Parameter setting: method, cost and salt; a hash made with them has them too.
  private static func hash(_ pin: String, with setting: String) -> String? {
    var data: UnsafeMutableRawPointer?
    var size: Int32 = 0
    defer { free(data) }
    guard let hash = crypt_ra(pin, setting, &data, &size) else { return nil }
    return String(cString: hash)
  }

  /// Compares in a time that does not tell where the two differ.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
