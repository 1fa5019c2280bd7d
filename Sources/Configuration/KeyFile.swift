/// The keys that a person chose in their `keys.yaml`: names, each with its place in the file.
///
/// Which commands and keys there are is not known here.
package struct KeyFile: Hashable, Sendable {
  /// In the order they are written in.
  package var entries: [Entry] = []
  private let file: String

  /// A command with the keys that are wanted for it.
  package struct Entry: Hashable, Sendable {
    package var command: Word
    package var keys: [Word]
  }

  /// A word of the file and where it stands.
  package struct Word: Hashable, Sendable {
    package let text: String
    fileprivate let line: Int
    fileprivate let column: Int
  }

  /// The file in the folder; none where there is no such file, or nothing in it yet.
  package static func load(userFolder: String?) throws(ConfigurationError) -> KeyFile? {
    guard let userFolder, let file = try UserFile(named: "keys.yaml", in: userFolder),
      let value = try file.value()
    else { return nil }
    return try KeyFile(value)
  }

  private init(_ value: Value) throws(ConfigurationError) {
    file = value.file
    for (name, keys) in try value.members() {
      let command = try Word(name)
      if let other = entries.first(where: { $0.command.text == command.text }) {
        throw name.mistake(
          "“\(command.text)” stands twice: in line \(other.command.line) too.")
      }
      entries.append(Entry(command: command, keys: try Self.words(keys)))
    }
  }

  /// One key, or a list of them; nothing, or an empty list, is no key.
  private static func words(_ value: Value) throws(ConfigurationError) -> [Word] {
    guard !value.isList else {
      var words: [Word] = []
      for item in try value.list() { words.append(try Word(item)) }
      return words
    }
    return value.isEmpty ? [] : [try Word(value)]
  }

  /// A mistake at a word of the file.
  package func mistake(at word: Word, _ message: String) -> ConfigurationError {
    ConfigurationError(file: file, line: word.line, column: word.column, message)
  }
}

extension KeyFile.Word {
  fileprivate init(_ value: Value) throws(ConfigurationError) {
    text = try value.text()
    line = value.line
    column = value.column
  }
}
