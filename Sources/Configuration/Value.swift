import Foundation
import Yams

/// A value of a YAML file, which knows its place there and what may stand in it.
struct Value {
  let node: Node
  let file: String

  /// No file that a person writes by hand is longer.
  private static let longest = 65_536

  /// Reads a whole file, one mapping, list or text; none where it holds nothing but comments.
  init?(_ bytes: some Sequence<UInt8>, file: String) throws(ConfigurationError) {
    self.file = file
    let bytes = Array(bytes.prefix(Self.longest + 1))
    guard bytes.count <= Self.longest else {
      throw ConfigurationError(file: file, "The file is longer than 64 KiB, which none needs.")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationError(file: file, "The file is not UTF-8 text.")
    }
    do {
      // Without rules for tags: every scalar is text to us, and the rules are regular expressions
      // that would be compiled at every start.
      guard let node = try Yams.compose(yaml: text, .basic) else { return nil }
      self.node = node
    } catch {
      throw ConfigurationError(error, in: text, file: file)
    }
  }

  /// The file's bytes, or as many of them as show that it is too long.
  static func bytes(ofFile path: String) throws(ConfigurationError) -> [UInt8] {
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? handle.close() }
      return Array(try handle.read(upToCount: longest + 1) ?? Data())
    } catch {
      throw ConfigurationError(file: path, "The file cannot be read.")
    }
  }

  private init(node: Node, file: String) {
    self.node = node
    self.file = file
  }

  func mistake(_ message: String) -> ConfigurationError {
    ConfigurationError(file: file, line: node.mark?.line, column: node.mark?.column, message)
  }

  /// The members of a mapping, in the order they are written in.
  func members() throws(ConfigurationError) -> [(name: Value, value: Value)] {
    guard let mapping = node.mapping else { throw mistake("Names with values were expected here.") }
    return mapping.map { (Value(node: $0.key, file: file), Value(node: $0.value, file: file)) }
  }

  /// The members of a mapping whose names are known; any other name is a mistake.
  func parts(_ kind: String, named names: [String]) throws(ConfigurationError) -> Parts {
    var values: [String: Value] = [:]
    for (name, value) in try members() {
      values[try name.word(kind, of: names)] = value
    }
    return Parts(whole: self, kind: kind, values: values)
  }

  /// The values of a list, in the order they are written in.
  func list() throws(ConfigurationError) -> [Value] {
    guard let sequence = node.sequence else { throw mistake("A list was expected here.") }
    return sequence.map { Value(node: $0, file: file) }
  }

  /// One of the allowed words.
  func word(_ kind: String, of allowed: [String]) throws(ConfigurationError) -> String {
    let word = try text()
    guard allowed.contains(word) else {
      throw mistake("There is no \(kind) “\(word)”. Allowed: \(allowed.joined(separator: ", ")).")
    }
    return word
  }

  /// One of the cases of a type that are written as words.
  func choice<Choice: RawRepresentable<String>>(
    _ kind: String, of choices: [Choice]
  ) throws(ConfigurationError) -> Choice {
    let word = try word(kind, of: choices.map(\.rawValue))
    guard let choice = Choice(rawValue: word) else {
      throw mistake("There is no \(kind) “\(word)”.")
    }
    return choice
  }

  var isMapping: Bool { node.mapping != nil }

  var isList: Bool { node.sequence != nil }

  /// Whether nothing was written, as in `redo:`; an empty text in quotes is something.
  var isEmpty: Bool { node.scalar.map { $0.string.isEmpty && $0.style == .plain } ?? false }

  /// The line it stands in, from 1 on.
  var line: Int { node.mark?.line ?? 1 }

  /// The column it begins in, from 1 on.
  var column: Int { node.mark?.column ?? 1 }

  func text() throws(ConfigurationError) -> String {
    guard let text = node.scalar?.string else {
      throw mistake("One word or text was expected here.")
    }
    return text
  }

  func flag() throws(ConfigurationError) -> Bool {
    try word("answer", of: ["true", "false"]) == "true"
  }

  func number(in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
    let text = try text()
    guard let number = Int(text), range.contains(number) else {
      throw mistake(
        "“\(text)” is no whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return number
  }
}

/// The values of a mapping by name.
struct Parts {
  fileprivate let whole: Value
  fileprivate let kind: String
  fileprivate let values: [String: Value]

  /// The value of that name, if it is given.
  subscript(name: String) -> Value? { values[name] }

  /// Whether the value of that name is `true`; what is not given is not.
  func flag(_ name: String) throws(ConfigurationError) -> Bool {
    try values[name]?.flag() ?? false
  }

  /// The value of that name, which must be given.
  func required(_ name: String) throws(ConfigurationError) -> Value {
    guard let value = values[name] else {
      throw whole.mistake("A \(kind) is missing: “\(name)”.")
    }
    return value
  }
}

extension ConfigurationError {
  /// What the YAML parser found.
  fileprivate init(_ error: any Error, in text: String, file: String) {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, column: mark.column, "This is no YAML: \(problem).")
    case YamlError.duplicatedKeysInMapping(let names, let context):
      self.init(nameTwice: names.first ?? "", first: context.mark, in: text, file: file)
    case YamlError.reader(let problem, _, _, _):
      self.init(file: file, "This is no YAML: \(problem).")
    default:
      self.init(file: file, "This is no YAML.")
    }
  }

  /// The parser tells where the name stands first: the second is looked for below, where people
  /// write it, in the same column.
  private init(nameTwice name: String, first: Mark, in text: String, file: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let second = lines.indices.dropFirst(first.line).first { index in
      let (indent, line) = (first.column - 1, lines[index])
      return line.prefix(indent).allSatisfy { $0 == " " }
        && line.dropFirst(indent).hasPrefix("\(name):")
    }
    self.init(
      file: file, line: second.map { $0 + 1 } ?? first.line, column: first.column,
      second == nil
        ? "“\(name)” stands twice." : "“\(name)” stands twice: in line \(first.line) too.")
  }
}
