import CNCurses
import Glibc

/// How a terminal tells pasted text from typed keys, where terminfo says that it does.
struct PasteBrackets {
  /// The codes ncurses gives for the marks around pasted text, beyond those of any key.
  ///
  /// ncurses keeps 16 bits of them.
  static let open: Int32 = 0xF000
  static let close: Int32 = 0xF001

  private let on: UnsafeMutablePointer<CChar>
  private let off: UnsafeMutablePointer<CChar>

  /// Only after `keypad`, which makes a new table of keys.
  init?() {
    guard let on = capability("BE"), let off = capability("BD"),
      let start = capability("PS"), let end = capability("PE"),
      define_key(start, Self.open) == OK, define_key(end, Self.close) == OK
    else { return nil }
    self.on = on
    self.off = off
  }

  func begin() { send(on) }
  func end() { send(off) }

  /// Past ncurses: it would keep the string until it next has something to draw.
  private func send(_ string: UnsafeMutablePointer<CChar>) {
    _ = write(STDOUT_FILENO, string, strlen(string))
  }
}
