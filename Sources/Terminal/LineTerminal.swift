import CNCurses
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

  /// More than any field takes; what a longer line has beyond it is dropped.
  private static let longestLine = 65_536

  /// - Parameter usesASCII: whether nothing but ASCII is sent, whatever the locale has.
  package init(usesASCII: Bool = false) {
    isUnicode = adoptLocale() && !usesASCII
    // Ctrl-C takes back the line that is being typed. It must not end a program that times a
    // treatment.
    signal(SIGINT, SIG_IGN)
  }

  deinit { hidesTyping(false) }

  /// Waits for a line, at most so many milliseconds.
  package func next(within milliseconds: Int64) -> Event {
    if let line = takeLine() { return .line(line) }
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    // A shell that the program was stopped for may show typing again, of which nobody is told.
    let most = modes == nil ? milliseconds : min(milliseconds, 1_000)
    let count = poll(&descriptor, 1, Int32(clamping: max(0, most)))
    if isToEnd { hidesTyping(false) }
    guard count > 0 else { return .wake }
    var chunk = [UInt8](repeating: 0, count: 4_096)
    let length = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
    guard length > 0 else { return length < 0 && errno == EINTR ? .wake : .gone }
    read += chunk[..<length]
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

  /// Pushes what was said out of sight.
  ///
  /// A terminal that can is then told to forget the lines that have scrolled away; to any other
  /// nothing is sent that a voice would stumble over.
  package func pushAway() {
    pushAwayLines(endingIn: "\n")
    if let forgetting = Self.forgetting { sendText(String(cString: forgetting)) }
  }

  /// What makes the terminal forget those lines; nothing where it is none, or terminfo has no `E3`
  /// for it.
  private static var forgetting: UnsafeMutablePointer<CChar>? {
    var error: Int32 = 0
    guard isatty(STDOUT_FILENO) == 1, setupterm(nil, STDOUT_FILENO, &error) == OK else {
      return nil
    }
    return capability("E3")
  }

  /// Whether what is typed is not shown, for a PIN; to be said before each wait.
  ///
  /// Meanwhile a signal that ends the program waits until typing is shown again, and then does.
  package func hidesTyping(_ hides: Bool) {
    var deadly = Self.deadlySignals
    if hides {
      var present = termios()
      guard tcgetattr(STDIN_FILENO, &present) == 0 else { return }
      if modes == nil { modes = present }
      sigprocmask(SIG_BLOCK, &deadly, nil)
      present.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(STDIN_FILENO, TCSANOW, &present)
    } else if var former = modes {
      tcsetattr(STDIN_FILENO, TCSANOW, &former)
      modes = nil
      sigprocmask(SIG_UNBLOCK, &deadly, nil)
    }
  }

  /// Whether a signal waits to end the program.
  private var isToEnd: Bool {
    var waiting = sigset_t()
    sigpending(&waiting)
    return Self.endings.contains { sigismember(&waiting, $0) == 1 }
  }

  private static let endings = [SIGTERM, SIGHUP, SIGQUIT]

  private static var deadlySignals: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in endings { sigaddset(&signals, signal) }
    return signals
  }

  /// With nothing in it that a terminal would obey.
  private func plain(_ line: String) -> String {
    let visible = line.visible
    return isUnicode ? visible : String(visible.map(\.ascii))
  }
}
