/// Why the file of imported tables cannot be read or written: in words that say what happened, what
/// is safe, and what to do.
package struct TableStoreError: Error, Equatable, Sendable {
  /// The same as of a journal, whose file this one is like.
  package let cause: JournalError

  init(_ cause: JournalError) { self.cause = cause }

  /// What a command ends with: 74 where the disk fails, else 1.
  package var exitCode: Int32 { if case .disk = cause { 74 } else { 1 } }
}

extension TableStoreError: CustomStringConvertible {
  package var description: String {
    switch cause {
    case .isFolder(let path):
      "\(path) is a folder; the imported tables would be a file of that name. Move it away."
    case .foreign(let path):
      """
      \(path) is not unitclock's file of imported tables. It was left as it is. \
      Move it away, then import the tables again.
      """
    case .newer(let path):
      """
      The imported tables \(path) are of a newer unitclock. They were left as they are. \
      Use that version, or move the file away and import the tables again.
      """
    case .damaged(let path, let detail):
      """
      The file of imported tables \(path) is damaged (\(detail)). It was left as it is. \
      Move it and those beside it away, then import the tables again.
      """
    case .inUse(let path, _):
      "Another import is writing in \(path). Nothing was changed. Wait for it, then import again."
    case .notWritable(let path, let detail):
      """
      \(path) cannot be written (\(detail)). The tables in force are as before. \
      Give yourself the right to write it and its folder, then import again.
      """
    case .notReadable(let path, let detail):
      """
      The imported tables \(path) cannot be read (\(detail)). \
      Give yourself the right to read the file, or move it away.
      """
    case .disk(let path, let detail):
      """
      The disk would not take it (\(detail)): \(path). The tables in force are as before. \
      Make room on the disk, then import again.
      """
    case .missing(let path): "There are no imported tables at \(path)."
    case .unreadable(_, let detail), .other(_, let detail):
      "The imported tables could not be used: \(detail). Nothing was changed."
    case .unknownSession: cause.description
    }
  }
}
