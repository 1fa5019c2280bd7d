/// Why an official file cannot be imported: where the mistake stands, what is wrong, and what is
/// allowed.
package enum TableFileError: Error, Equatable, Sendable {
  /// The file holds something else than what was asked for.
  case mistake(file: String, line: Int, field: String?, problem: String)
  /// The file cannot be opened or read.
  case unreadable(file: String, reason: String)
  /// Neither the names nor the rows tell what must be known of the table, or they contradict one
  /// another or what the person says: the person must say it.
  case undecided(String)
  /// So little is in the file that the rest of it may be missing.
  case small(String)

  /// What a command ends with: 65 for bad data, 64 where an argument is missing, else 1.
  package var exitCode: Int32 {
    switch self {
    case .mistake, .small: 65
    case .unreadable: 1
    case .undecided: 64
    }
  }
}

extension TableFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .mistake(let file, let line, let field, let problem):
      "\(file), line \(line)\(field.map { ", \($0)" } ?? ""): \(problem). Nothing was changed."
    case .unreadable(let file, let reason):
      "\(file) cannot be read: \(reason). Nothing was changed."
    case .undecided(let sentence): sentence
    case .small(let sentence):
      "\(sentence): the file may be cut. Nothing was changed; --smaller takes it all the same."
    }
  }
}
