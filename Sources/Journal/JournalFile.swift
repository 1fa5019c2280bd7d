import Foundation

/// The journal as a file: where it lies, who may read it, and what its first bytes say.
///
/// Nothing here opens SQLite, so that a file which is not ours is left without a trace beside it.
/// It is all done before SQLite opens the file: closing a file drops the locks that SQLite of the
/// same program holds on it.
struct JournalFile {
  let path: String
  /// The mark that it bears in its header.
  var mark = JournalFile.applicationID

  /// The mark of a unitclock journal in the header of an SQLite file: `unit`, as four letters.
  static let applicationID: UInt32 = 0x756E_6974

  /// Makes the folder and an empty file where there are none, and takes from others the right to
  /// read the file.
  ///
  /// A file that is there and not ours is left as it is, and throws.
  func prepareForWriting() throws(JournalError) {
    if access(path, F_OK) == 0 { try check() } else { try makeFolder(folder) }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    for file in [path, path + "-wal", path + "-shm"] where access(file, F_OK) == 0 {
      guard chmod(file, 0o600) == 0 else { throw failure(errno) }
    }
  }

  private var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  /// Throws unless the file is an SQLite file with our mark; an empty file is a journal about to
  /// begin.
  func check() throws(JournalError) {
    var information = stat()
    guard stat(path, &information) == 0 else {
      throw errno == ENOENT ? .missing(path: path) : .notReadable(path: path, detail: reason(errno))
    }
    guard information.st_mode & S_IFMT != S_IFDIR else { throw .isFolder(path: path) }
    guard information.st_mode & S_IFMT == S_IFREG else { throw .foreign(path: path) }
    guard information.st_size > 0 else { return }
    let header = try header()
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)),
      header[68..<72].reduce(UInt32(0), { $0 << 8 | UInt32($1) }) == mark
    else { throw .foreign(path: path) }
  }

  /// What SQLite is to open for reading.
  ///
  /// To read beside a writer it must make files beside the journal. In a folder where it cannot,
  /// and with no log of a writer there, it is told that nobody writes (sqlite.org/wal, "read-only
  /// databases").
  var pathForReading: String {
    let isShared =
      faccessat(AT_FDCWD, folder, W_OK, AT_EACCESS) == 0 || access(path + "-wal", F_OK) == 0
    return isShared ? path : URL(fileURLWithPath: path).absoluteString + "?immutable=1"
  }

  /// The first hundred bytes (sqlite.org/fileformat2, section 1.3).
  private func header() throws(JournalError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .notReadable(path: path, detail: reason(errno)) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else { throw .notReadable(path: path, detail: reason(errno)) }
    return Array(bytes.prefix(count))
  }

  /// Makes the folder and those above it, each for the owner alone; folders that are there stay as
  /// they are.
  private func makeFolder(_ folder: String) throws(JournalError) {
    guard access(folder, F_OK) != 0, folder != "/" else { return }
    try makeFolder(URL(fileURLWithPath: folder).deletingLastPathComponent().path)
    // A second time by name, as the user's mask takes rights from what is made.
    guard (mkdir(folder, 0o700) == 0 && chmod(folder, 0o700) == 0) || errno == EEXIST else {
      throw failure(errno)
    }
    Self.keepNames(in: URL(fileURLWithPath: folder).deletingLastPathComponent().path)
  }

  /// Has the names in a folder survive power loss, where the file system can.
  private static func keepNames(in folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// What a refused system call means for writing.
  func failure(_ code: Int32) -> JournalError {
    switch code {
    case EISDIR: .isFolder(path: path)
    case ENOSPC, EDQUOT, EFBIG, EIO: .disk(path: path, detail: reason(code))
    default: .notWritable(path: path, detail: reason(code))
    }
  }

  private func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
