import Glibc

/// Sends text to the terminal as it is.
///
/// A line that is lost takes nothing more, of which the next wait learns.
func sendText(_ text: String) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let sent = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    guard sent >= 0 || errno == EINTR else { return }
    rest = rest.dropFirst(max(0, sent))
  }
}

/// Pushes lines that were sent out of sight, without a sequence that a voice would stumble over.
///
/// - Parameter end: what ends a line: where the terminal is raw, it needs a return too.
func pushAwayLines(endingIn end: String) {
  var size = winsize()
  let rows = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_row) : 0
  sendText(String(repeating: end, count: max(24, min(rows, 500))))
}
