import CPseudoterminal
import Foundation
import Glibc

/// A program on a pseudoterminal of 80×24 that we hold the other end of: what it writes is counted to
/// the byte, and when.
final class Terminal {
  let process: pid_t
  /// The moment before the program was started.
  let started: ContinuousClock.Instant
  let device: Int32

  init(_ command: [String], environment: [String: String]) throws {
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    var device: Int32 = -1
    var inner: Int32 = -1
    guard openpty(&device, &inner, &name, nil, &size) == 0 else { throw POSIXError.current }
    defer { close(inner) }
    // A program that held our end too would never see its terminal close.
    _ = fcntl(device, F_SETFD, FD_CLOEXEC)
    self.device = device
    started = .now
    process = try spawn(command, environment: environment, onTerminal: name)
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    close(device)
  }

  func send(_ keys: String) throws {
    guard write(device, keys, keys.utf8.count) == keys.utf8.count else { throw POSIXError.current }
  }

  /// What the program writes from now on, up to the first silence after it has written the landmark.
  func burst(
    until landmark: String = "", silence: Duration = .milliseconds(20),
    patience: Duration = .seconds(5)
  ) throws -> Burst {
    let deadline = ContinuousClock.now + patience
    var burst = Burst()
    while true {
      let written = burst.contains(landmark)
      let time = written ? silence : ContinuousClock.now.duration(to: deadline)
      if let bytes = try read(within: time) {
        burst.append(bytes)
      } else if written {
        return burst
      } else {
        throw NoAnswer(landmark: landmark, text: burst.text)
      }
    }
  }

  /// The next bytes, or nil when none came in time.
  func read(within time: Duration) throws -> [UInt8]? {
    var waiting = pollfd(fd: device, events: Int16(POLLIN), revents: 0)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    guard poll(&waiting, 1, Int32(max(0, time.milliseconds.rounded(.up)))) > 0 else { return nil }
    let count = Glibc.read(device, &buffer, buffer.count)
    guard count > 0 else { throw POSIXError.current }
    return Array(buffer.prefix(count))
  }
}

/// Bytes that came together.
struct Burst {
  private(set) var bytes: [UInt8] = []
  private(set) var last = ContinuousClock.now

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ more: [UInt8]) {
    last = .now
    bytes += more
  }

  /// Whether there is something, and the landmark in it.
  func contains(_ landmark: String) -> Bool {
    !bytes.isEmpty && (landmark.isEmpty || text.contains(landmark))
  }
}

struct NoAnswer: Error, CustomStringConvertible {
  let landmark: String
  let text: String

  var description: String {
    "waited for \(landmark.isEmpty ? "an answer" : "“\(landmark)”"); there came \(text.debugDescription)"
  }
}

/// Starts a program in a session of its own, whose terminal is the device named or nothing.
func spawn(
  _ command: [String], environment: [String: String], onTerminal device: [CChar]? = nil
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  // The first terminal that the leader of a session opens becomes that session's own.
  for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
  where device != nil || descriptor != STDERR_FILENO {
    posix_spawn_file_actions_addopen(
      &actions, descriptor, device ?? Array("/dev/null".utf8CString), O_RDWR, 0)
  }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  posix_spawnattr_setflags(&attributes, posix_spawn_setsid)

  let arguments = command.map { strdup($0) } + [nil]
  let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
  defer { for text in arguments + variables { free(text) } }
  var process: pid_t = 0
  let failure = posix_spawnp(&process, command[0], &actions, &attributes, arguments, variables)
  guard failure == 0 else { throw POSIXError(.init(rawValue: failure) ?? .EINVAL) }
  return process
}

extension POSIXError {
  static var current: POSIXError { POSIXError(.init(rawValue: errno) ?? .EIO) }
}

extension Duration {
  var seconds: Double { self / .seconds(1) }
  var milliseconds: Double { self / .milliseconds(1) }
}
