import Glibc
import Journal
import Paperwork

/// How far an import has come, in one line of standard error that is written over; nothing where
/// that is no terminal.
struct ProgressBar {
  /// Bytes of all files; none where one is no file, such as a pipe.
  private let total: Int?
  private let isShown = isatty(STDERR_FILENO) == 1

  init(files: [String]) {
    var total: Int? = 0
    for file in files {
      var information = stat()
      let isFile =
        stat(file, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
      total = isFile ? total.map { $0 + Int(information.st_size) } : nil
    }
    self.total = total
  }

  func show(_ progress: OfficialTable.Progress) { write(line(of: progress)) }

  /// Leaves the line empty.
  func end() { write("") }

  /// `[########········]  50 %  1250000 rows  86 of 172 MB`.
  private func line(of progress: OfficialTable.Progress) -> String {
    let rows = "\(progress.rows) rows"
    let megabytes = { (bytes: Int) in "\((bytes + 500_000) / 1_000_000)" }
    guard let total, total > 0 else { return "\(rows)  \(megabytes(progress.bytes)) MB" }
    let share = min(1, Double(progress.bytes) / Double(total))
    let length = 24
    let full = Int(share * Double(length))
    let bar = String(repeating: "#", count: full) + String(repeating: "-", count: length - full)
    let percent = String(Int(share * 100))
    return "[\(bar)] \(percent) %  \(rows)  \(megabytes(progress.bytes)) of \(megabytes(total)) MB"
  }

  /// Writes over the line, never into its last column: some terminals would go on to the next.
  private func write(_ text: String) {
    guard isShown else { return }
    var size = winsize()
    let columns = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
    let width = max(1, (columns > 0 ? columns : 80) - 1)
    let line = "\r" + String(text.prefix(width)).padded(to: width) + "\r"
    _ = Array(line.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
