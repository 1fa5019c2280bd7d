import Glibc
import Screen

/// A terminal that is spoken with in lines: it stays as the person has it, their line editing
/// included, and is sent plain text alone.
///
/// Anything that takes lines and gives lines will do, a pipe too.
package final class LineTerminal {
  /// What was waited for.
  package enum Event: Hashable, Sendable {
    case line(String)
    /// The time that was waited for has come.
    case wake
    /// Nobody is there any more.
    case gone
  }

  private let isUnicode: Bool
  private var read: [UInt8] = []
  /// The terminal's modes before typing was hidden.
  private var modes: termios?
  /// Can be read once the program is to end; -1 where the system has no such thing.
  private let ending: Int32

  /// More than any field takes; what a longer line has beyond it is dropped.
  private static let longestLine = 65_536

  /// - Parameter usesASCII: whether nothing but ASCII is sent, whatever the locale has.
  package init(usesASCII: Bool = false) {
    isUnicode = adoptLocale() && !usesASCII
    // Ctrl-C takes back the line that is being typed. It must not end a program that times a
    // treatment.
    signal(SIGINT, SIG_IGN)
    ending = Self.awaitEnd()
  }

  /// A descriptor that can be read once the system wants the program to end, in place of its death:
  /// a terminal that was told to hide what is typed must be told otherwise first.
  private static func awaitEnd() -> Int32 {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&signals, signal) }
    let descriptor = signalfd(-1, &signals, Int32(SFD_CLOEXEC.rawValue))
    if descriptor >= 0 { sigprocmask(SIG_BLOCK, &signals, nil) }
    return descriptor
  }

  deinit {
    hidesTyping(false)
    if ending >= 0 { close(ending) }
  }

  /// Waits for a line, at most so many milliseconds.
  package func next(within milliseconds: Int64) -> Event {
    if let line = takeLine() { return .line(line) }
    var waited = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: ending, events: Int16(POLLIN), revents: 0),
    ]
    // A shell that the program was stopped for may show typing again, of which nobody is told.
    let most = modes == nil ? milliseconds : min(milliseconds, 1_000)
    guard poll(&waited, 2, Int32(clamping: max(0, most))) > 0 else { return .wake }
    if waited[1].revents != 0 { return .gone }
    var chunk = [UInt8](repeating: 0, count: 4_096)
    let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
    guard count > 0 else { return count < 0 && errno == EINTR ? .wake : .gone }
    read += chunk[..<count]
    return takeLine().map(Event.line) ?? .wake
  }

  private func takeLine() -> String? {
    guard let end = read.firstIndex(of: UInt8(ascii: "\n")) else {
      read.removeLast(max(0, read.count - Self.longestLine))
      return nil
    }
    let line = read[..<end]
    read.removeFirst(end + 1)
    return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
  }

  /// Says lines; then the cursor is parked behind a prompt.
  ///
  /// - Parameter interrupts: whether a prompt stands there already, with what was typed so far.
  package func say(_ lines: [String], interrupts: Bool = false) {
    let text = lines.map { "\(plain($0))\n" }.joined()
    sendText((interrupts ? "\n" : "") + text + "> ")
  }

  /// Says a last line, with no prompt behind it.
  package func sayLast(_ line: String) { sendText("\(plain(line))\n") }

  /// Pushes what was said out of sight, without a sequence that a voice would stumble over.
  package func pushAway() { pushAwayLines(endingIn: "\n") }

  /// Whether what is typed is not shown, for a PIN; to be said before each wait.
  package func hidesTyping(_ hides: Bool) {
    if hides {
      var present = termios()
      guard tcgetattr(STDIN_FILENO, &present) == 0 else { return }
      if modes == nil { modes = present }
      present.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(STDIN_FILENO, TCSANOW, &present)
    } else if var former = modes {
      tcsetattr(STDIN_FILENO, TCSANOW, &former)
      modes = nil
    }
  }

  /// With nothing in it that a terminal would obey.
  private func plain(_ line: String) -> String {
    let visible = line.visible
    return isUnicode ? visible : String(visible.map(\.ascii))
  }
}
