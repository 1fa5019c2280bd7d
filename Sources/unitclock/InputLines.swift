import Glibc
import Paperwork

/// The lines of a file or of standard input, one at a time, in constant memory.
struct InputLines: ~Copyable {
  /// A line without its line feed.
  enum Line {
    case text([UInt8])
    /// Longer than ``mostBytes``: passed over, not kept.
    case tooLong
  }

  static let mostBytes = 1 << 20

  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// Opens a file; `-` is standard input.
  init(file: String) throws {
    name = file == "-" ? "standard input" : file
    descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure(reading: name) }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The next line; nothing at the end.
  ///
  /// `willWait` is called before more input is waited for.
  mutating func next(willWait: () throws -> Void) throws -> Line? {
    var searched = start
    var isTooLong = false
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return isTooLong ? .tooLong : line(upTo: end)
      }
      if isAtEnd {
        guard isTooLong || start < buffer.count else { return nil }
        defer { start = buffer.count }
        return isTooLong ? .tooLong : line(upTo: buffer.count)
      }
      buffer.removeFirst(start)
      start = 0
      if buffer.count > Self.mostBytes {
        isTooLong = true
        buffer.removeAll(keepingCapacity: true)
      }
      searched = buffer.count
      try willWait()
      try fill()
    }
  }

  private func line(upTo end: Int) -> Line {
    end - start > Self.mostBytes ? .tooLong : .text(Array(buffer[start..<end]))
  }

  /// Takes what there is, without waiting for more than something.
  private mutating func fill() throws {
    let room = 1 << 16
    let chunk = try Array<UInt8>(unsafeUninitializedCapacity: room) { chunk, count in
      count = max(0, try Self.read(descriptor, into: chunk, name: name))
    }
    isAtEnd = chunk.isEmpty
    buffer += chunk
  }

  private static func read(
    _ descriptor: Int32, into chunk: UnsafeMutableBufferPointer<UInt8>, name: String
  ) throws -> Int {
    while true {
      let count = Glibc.read(descriptor, chunk.baseAddress, chunk.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw failure(reading: name) }
    }
  }

  private static func failure(reading name: String) -> Failure {
    .refused("\(name.visible) cannot be read: \(String(cString: strerror(errno))).")
  }
}
