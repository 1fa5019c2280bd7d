import Screen

/// A mistake in a file that a person edits, in a sentence that says where and what is allowed.
package struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, where the mistake is in one.
  package let file: String?
  /// From 1 on; nothing where the file cannot be read at all.
  package let line: Int?
  package let column: Int?
  package let message: String

  package init(file: String? = nil, line: Int? = nil, column: Int? = nil, _ message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// As compilers write it, so that editors find the place: `Night.yaml:12:3: …`.
  ///
  /// Whatever is quoted from the file is made visible.
  package var description: String {
    let place = [file, line?.description, column?.description].compactMap { $0.map { $0 + ":" } }
    return (place.isEmpty ? message : place.joined() + " " + message).visible
  }
}
