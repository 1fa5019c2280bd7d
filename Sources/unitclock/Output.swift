import Glibc
import Paperwork

/// Standard output, gathered so that many small lines become few writes.
///
/// A reader that has gone, such as `head`, ends the program quietly; a disk that is full is a
/// failure.
struct Output {
  private var pending: [UInt8] = []
  private static let mostPending = 1 << 16

  mutating func write(line: [UInt8]) throws {
    pending += line
    pending.append(UInt8(ascii: "\n"))
    if pending.count >= Self.mostPending { try flush() }
  }

  /// Hands on everything gathered so far.
  mutating func flush() throws {
    var rest = pending[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EPIPE {
        throw Failure.readerGone
      } else if errno != EINTR {
        throw Failure.disk("standard output would not take it: \(String(cString: strerror(errno)))")
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Writes a sentence to standard error; where that takes nothing, nobody can be told.
  static func note(_ text: String) {
    _ = Array("\(text)\n".utf8).withUnsafeBytes {
      Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
    }
  }

  /// Prints lines of text.
  static func print(_ lines: [NoteLine]) throws {
    var output = Output()
    for line in lines { try output.write(line: Array(line.text.utf8)) }
    try output.flush()
  }

  /// Prints one JSON document.
  static func print(json write: (inout JSONWriter) -> Void) throws {
    var json = JSONWriter()
    write(&json)
    var output = Output()
    try output.write(line: json.bytes)
    try output.flush()
  }
}
