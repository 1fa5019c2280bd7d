import CNCurses
import Glibc
package import Screen

/// The terminal the program runs in, from `init` until `close`.
///
/// There is one at a time, used from one thread: ncurses keeps its state for the whole process.
package final class Terminal {
  /// Whether it shows more than ASCII.
  package let isUnicode: Bool

  private let screen: OpaquePointer
  private let streams: [UnsafeMutablePointer<FILE>]
  private let window: UnsafeMutablePointer<WINDOW>
  private let brackets: PasteBrackets?
  private var display: any Display
  private var keyboard: Keyboard
  private var isOpen = true

  /// Takes over the screen; without `usesColor` (`NO_COLOR`) attributes alone tell things apart.
  ///
  /// A terminal that cannot place its cursor (`TERM=dumb`) is sent plain lines.
  ///
  /// - Parameter usesASCII: whether it is sent nothing else, whatever its locale has.
  package init(
    theme: Theme, usesColor: Bool = true, usesASCII: Bool = false
  ) throws(TerminalError) {
    let name = try Self.requireName()
    isUnicode = adoptLocale() && !usesASCII
    // Before ncurses starts, which puts handlers of its own only where there are none.
    ncurses_give_back_at(Self.deadlySignals, Int32(Self.deadlySignals.count))
    streams = [fdopen(dup(STDOUT_FILENO), "w"), fdopen(dup(STDIN_FILENO), "r")].compactMap(\.self)
    guard streams.count == 2, let screen = newterm(nil, streams[0], streams[1]) else {
      streams.forEach { _ = fclose($0) }
      throw .unknown(name: name)
    }
    // Nothing is drawn on the pad: reading from it, unlike from a window, never sends anything.
    guard let window = newwin(0, 0, 0, 0), let pad = newpad(1, 1) else {
      endwin()
      delscreen(screen)
      streams.forEach { _ = fclose($0) }
      throw .unknown(name: name)
    }
    self.screen = screen
    self.window = window
    Self.listen(in: pad)
    brackets = PasteBrackets()
    brackets?.begin()
    display =
      capability("cup") == nil
      ? LineDisplay(isUnicode: isUnicode)
      : CellDisplay(window: window, theme: theme, usesColor: usesColor)
    keyboard = Keyboard(window: pad)
  }

  /// Throws where there is no terminal to take over: for those who have something to prepare first.
  package static func require() throws(TerminalError) { _ = try requireName() }

  private static func requireName() throws(TerminalError) -> String {
    guard isatty(STDIN_FILENO) == 1 else { throw .noKeyboard }
    guard isatty(STDOUT_FILENO) == 1 else { throw .noScreen }
    guard let name = environment("TERM") else { throw .unnamed }
    return name
  }

  deinit { close() }

  package var size: Size {
    Size(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
  }

  /// Shows the canvas; the terminal is sent what differs from the last one, and nothing else.
  package func show(_ canvas: Canvas) {
    display.show(isUnicode ? canvas : canvas.ascii)
  }

  /// Takes what stands on the terminal out of sight, before the first canvas of a locked screen.
  package func hideShown() { display.hideShown() }

  /// Waits for a key, a paste or a new size: as long as it takes, or at most so many milliseconds.
  ///
  /// It may wake early; who waits for a moment looks at the clock again. Ctrl-Z stops the program,
  /// but where `mayStop` is false: a shell behind a screen that asks for a PIN would unlock it.
  package func next(within milliseconds: Int64?, mayStop: Bool = true) -> Input {
    let input = keyboard.next(within: milliseconds)
    display.heard(input, within: milliseconds ?? 0)
    switch input {
    case .key(.control("z")):
      if mayStop { suspend() }
      return .resize
    case .key(.control("l")):
      display.repaint()
      return .resize
    default:
      return input
    }
  }

  /// Gives the terminal back as it was; again does nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    brackets?.end()
    endwin()
    delwin(keyboard.window)
    delwin(window)
    delscreen(screen)
    streams.forEach { _ = fclose($0) }
  }

  /// Every key comes as a key: Ctrl-C must not end a program that times a treatment.
  private static func listen(in window: UnsafeMutablePointer<WINDOW>) {
    raw()
    noecho()
    nonl()
    keypad(window, true)
    nodelay(window, true)
    // Milliseconds. Escape alone acts within 30; what a slow line brings later, the keyboard knows.
    set_escdelay(20)
  }

  /// Stops like any other job; goes on when the shell says so.
  ///
  /// The window may have changed meanwhile, of which a stopped job is not told.
  private func suspend() {
    brackets?.end()
    ncurses_stop_job()
    raise(SIGWINCH)
    brackets?.begin()
    display.repaint()
  }

  private static let deadlySignals = [
    SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGHUP, SIGINT, SIGQUIT, SIGTERM,
  ]
}

/// A string that terminfo has for this terminal; valid as long as the terminal is open.
func capability(_ name: String) -> UnsafeMutablePointer<CChar>? {
  // Absent is null, "not a string" is -1.
  tigetstr(name).flatMap { Int(bitPattern: $0) == -1 ? nil : $0 }
}
