import Foundation

/// Rows of code pairs in the layout of CMS's file, the same at every run.
struct Edits {
  /// Every so many rows one of codes of therapy; all others are of codes that the program does not
  /// know, as in the original.
  private static let rowsPerKnown = 1_000
  private static let known = ["97110", "97112", "97140", "97150", "97530", "97535", "97750"]

  /// Writes that many rows to a file of the workshop and gives its path.
  static func file(of count: Int, in workshop: Workshop) throws -> String {
    let url = workshop.folder.appending(path: "ccipra-\(count)")
    let header = "Column1/Column2 Edits\t\t\t\t\t\t\r\nColumn 1\tColumn 2\t*\tE\tD\tM\tR\r\n"
    try Data(header.utf8).write(to: url)
    let file = try FileHandle(forWritingTo: url)
    try file.seekToEnd()
    for start in stride(from: 0, to: count, by: 10_000) {
      let lines = (start..<min(start + 10_000, count)).map(row)
      try file.write(contentsOf: Data(lines.joined().utf8))
    }
    try file.close()
    return url.path
  }

  private static func row(_ number: Int) -> String {
    let isKnown = number.isMultiple(of: rowsPerKnown)
    let turn = number / rowsPerKnown
    let first = isKnown ? known[turn % known.count] : "\(10_000 + number / 300 % 80_000)"
    let second = isKnown ? known[(turn + 1) % known.count] : "\(10_000 + number * 7 % 80_000)"
    let last = number.isMultiple(of: 3) ? "20191231" : "*"
    return """
      \(first)\t\(second)\t\t20180101\t\(last)\t\(number % 2)\t\
      Misuse of Column Two code with Column One code\r\n
      """
  }
}
